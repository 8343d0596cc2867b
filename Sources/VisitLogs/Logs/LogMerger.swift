import Continuity
import Dispatch
import Files
import Foundation
import HomeCare

/// Brings what several threads have read under one numbering, which does not depend on who read what.
struct LogMerger {
  var quality = LogQuality()

  private var workers: [LogWorker]
  private let clients: IDMerger
  private let staff: IDMerger
  private let traits: [Trait]
  /// By worker, for each of its traits the number in `traits`.
  private let traitNumbers: [[Int32]]

  /// The staff of cells that name several.
  private let lists: StaffLists

  init(_ all: [LogWorker], _ layouts: [LogLayout], _ files: [LogFileReading], _ rows: [RowsOfLines]) {
    var workers = all
    lists = StaffLists(&workers)
    let rules = ExportMapping.IDs(of: layouts.map(\.mapping))
    let counted = workers
    self.workers = workers
    clients = IDMerger(workers.map(\.clients), rules) {
      counted.map { $0.uses(of: $0.clients.places.count) { Int($0.client) } }
    }
    staff = IDMerger(workers.map(\.staff), rules, without: lists.parts.map { Set($0.keys) }) {
      counted.map { $0.uses(of: $0.staff.places.count) { Int($0.staff) } }
    }
    var words = WordTally(layouts)
    let named = workers.map { worker in
      let tally = words.add(worker)
      return worker.traits.map { tally.trait($0) }
    }
    let traits = Set(named.joined()).sorted { $0.parts.lexicographicallyPrecedes($1.parts) }
    let numbers = Dictionary(uniqueKeysWithValues: traits.enumerated().map { ($1, Int32($0)) })
    traitNumbers = named.map { $0.map { numbers[$0] ?? 0 } }
    self.traits = traits
    quality.files = files
    quality.words = words.words
    (quality.staffLists, quality.unsplitStaff) = (lists.lists, lists.unsplit)
    quality.merged = clients.merged(.client) + staff.merged(.staff)
    collectBadRows(rows)
  }

  private mutating func collectBadRows(_ places: [RowsOfLines]) {
    var firstLine: [LogFeed.Chunk: Int] = [:]
    let pieces = workers.flatMap(\.lines).sorted {
      ($0.chunk.file, $0.chunk.sequence) < ($1.chunk.file, $1.chunk.sequence)
    }
    var (file, line) = (0, 1)
    for piece in pieces {
      if piece.chunk.file != file { (file, line) = (piece.chunk.file, 1) }
      firstLine[piece.chunk] = line
      line += piece.lines
    }
    for worker in workers {
      quality.rows += worker.rows
      quality.otherRecords += worker.otherRecords
      quality.extraMeetings += worker.extraMeetings
      quality.bad.merge(worker.badCounts, uniquingKeysWith: +)
    }
    quality.used = quality.rows - quality.bad.values.reduce(0, +)
    let rows = workers.flatMap(\.bad).map { row in
      (file: row.chunk.file, line: row.line + firstLine[row.chunk, default: 1], reason: row.reason, found: row.found)
    }
    quality.badRows = rows.sorted { ($0.file, $0.line) < ($1.file, $1.line) }.prefix(LogQuality.badRowLimit).map {
      BadRow(
        file: quality.files[$0.file].file, line: places[$0.file].row(ofLine: $0.line), reason: $0.reason,
        found: $0.found)
    }
  }

  /// The log with one numbering.
  mutating func reading(away: [Absence]) -> LogReading {
    var people = clients.ids.map { LoggedClient(id: $0) }
    addRemarks(&people)
    var strangers: Set<String> = []
    let rows = Dictionary(clients.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    for absence in away {
      if let row = rows[absence.client] ?? clients.number(of: absence.client) {
        people[row].add(away: absence.dates)
      } else {
        quality.absencesOfOthers += 1
        strangers.insert(absence.client)
      }
    }
    quality.strangersAway = strangers.sorted().map {
      StrangerAway(id: $0, nearest: Spelling.nearest(to: $0, among: clients.ids))
    }
    let (clientNumbers, staffNumbers, traitNumbers) = (clients.numbers, staff.numbers, traitNumbers)
    var pieces = workers.indices.map { workers[$0].takePieces() }
    for index in pieces.indices { quality.extraMeetings += lists.expand(&pieces[index], ofWorker: index) }
    pieces.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: slots.count) { worker in
        for piece in slots[worker].indices {
          for row in slots[worker][piece].indices {
            var meeting = slots[worker][piece][row]
            meeting.client = clientNumbers[worker][Int(meeting.client)]
            meeting.staff = staffNumbers[worker][Int(meeting.staff)]
            meeting.trait = traitNumbers[worker][Int(meeting.trait)]
            slots[worker][piece][row] = meeting
          }
        }
      }
    }
    let all = Array(pieces.joined())
    pieces = []
    addBirthYears(&people, all)
    let log = MeetingLog(clients: people, staff: staff.ids, traits: traits, pieces: all)
    if !away.isEmpty, let dates = log.dates(of: log.basis) {
      quality.absencesOutside = away.count { !$0.dates.overlaps(dates) }
    }
    return LogReading(log: log, quality: quality)
  }

  /// Birth years and contacts: of several that are known of a client, the one furthest down in the files.
  private mutating func addRemarks(_ people: inout [LoggedClient]) {
    var contactOfClient = [String](repeating: "", count: people.count)
    var (years, contacts) = ([UInt64](repeating: 0, count: people.count), [UInt64](repeating: 0, count: people.count))
    for (index, worker) in workers.enumerated() {
      for (client, year) in worker.birthYears.enumerated() where year.value >= 0 {
        let row = Int(clients.numbers[index][client])
        guard year.order >= years[row] else { continue }
        (years[row], people[row].birthYear) = (year.order, Int(year.value))
      }
      for (client, contact) in worker.contacts.enumerated() where contact.value >= 0 {
        let row = Int(clients.numbers[index][client])
        guard contact.order >= contacts[row] else { continue }
        (contacts[row], contactOfClient[row]) = (contact.order, worker.contactTexts.text(of: Int(contact.value)))
      }
    }
    var unmatched: Set<String> = []
    let named = staffByName
    for (row, text) in contactOfClient.enumerated() where !text.isEmpty {
      people[row].contact = (staff.number(of: text) ?? named[NormalForm.name(text)]).map { Int32($0) }
      if people[row].contact == nil { unmatched.insert(text) }
    }
    quality.unmatchedContacts = unmatched.sorted()
  }
}

extension LogMerger {
  /// Staff by the names that stand beside their ids, as far as only one bears the name.
  private var staffByName: [String: Int] {
    var bearers: [String: Set<Int>] = [:]
    for (index, worker) in workers.enumerated() {
      for (member, name) in worker.staffNames.enumerated() where name.value >= 0 {
        let form = NormalForm.name(worker.words.text(of: Int(name.value)))
        bearers[form, default: []].insert(Int(staff.numbers[index][member]))
      }
    }
    return bearers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Takes years of birth from personal numbers that are ids, where no column tells them.
  private mutating func addBirthYears(_ people: inout [LoggedClient], _ pieces: [[MeetingRow]]) {
    if quality.files.contains(where: { $0.columns.contains { $0.column == .birthYear && $0.reason == .beside } }) {
      quality.birthYearsFromNumbers = people.count { $0.birthYear != nil }
    }
    let numbers = people.indices.compactMap { row in
      people[row].birthYear == nil ? PersonalNumber(people[row].id).map { (row: row, number: $0) } : nil
    }
    guard !numbers.isEmpty else { return }
    let year = lastYear(pieces)
    for (row, number) in numbers { people[row].birthYear = number.birthYear(asOf: year) }
    quality.birthYearsFromNumbers += numbers.count
  }

  /// The year in which the last meeting that was read starts; a year of the past where there is none.
  private func lastYear(_ pieces: [[MeetingRow]]) -> Int {
    var last = Int32(0)
    for piece in pieces { for row in piece { last = max(last, row.start) } }
    return LocalDateTime(minuteNumber: Int(last)).date.components.year
  }
}

extension Trait {
  /// What tells traits apart, in the order in which they are sorted.
  fileprivate var parts: [String] {
    [category, area, provider, staffCategory, status.rawValue, categoryWord, staffCategoryWord]
  }
}

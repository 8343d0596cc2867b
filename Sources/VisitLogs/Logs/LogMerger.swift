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

  /// How ids are brought together in all files.
  private let rules: ExportMapping.IDs
  /// The staff of cells that name several.
  private let lists: StaffLists

  init(_ all: [LogWorker], _ layouts: [LogLayout], _ files: [LogFileReading], _ rows: [RowsOfLines]) {
    var workers = all
    lists = StaffLists(&workers)
    let rules = ExportMapping.IDs(of: layouts.map(\.mapping))
    self.rules = rules
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
    quality.unreadPeople = unreadPeople(layouts)
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
    var strangers: Set<String> = []
    let rows = Dictionary(clients.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    let named = away.isEmpty ? [:] : clientByName
    for absence in away {
      if let row = rows[absence.client] ?? clients.number(of: absence.client) {
        people[row].add(away: absence.dates)
      } else if let row = [absence.client, absence.name ?? ""].lazy.compactMap({ named[NormalForm.name($0)] }).first {
        people[row].add(away: absence.dates)
        quality.absencesByName += 1
      } else {
        quality.absencesOfOthers += 1
        strangers.insert(absence.client)
      }
    }
    quality.strangersAway = strangers.sorted().map {
      StrangerAway(id: $0, nearest: Spelling.nearest(to: $0, among: clients.ids))
    }
    var pieces = workers.indices.map { workers[$0].takePieces() }
    for index in pieces.indices { quality.extraMeetings += lists.expand(&pieces[index], ofWorker: index) }
    number(&pieces)
    let members = apart(&pieces)
    quality.sharedStaff = members.tally
    addRemarks(&people, members)
    let all = Array(pieces.joined())
    pieces = []
    addBirthYears(&people, all)
    let log = MeetingLog(
      clients: people, staff: members.ids, staffNames: staffNames(members), traits: traits, pieces: all)
    if !away.isEmpty, let dates = log.dates(of: log.basis) {
      quality.absencesOutside = away.count { !$0.dates.overlaps(dates) }
    }
    return LogReading(log: log, quality: quality)
  }

  /// Puts the numbers that all workers share in the place of each worker's own.
  private func number(_ pieces: inout [[[MeetingRow]]]) {
    let (clientNumbers, staffNumbers, traitNumbers) = (clients.numbers, staff.numbers, traitNumbers)
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
  }

  /// Gives staff numbers that are several people, one at each provider, numbers of their own.
  private func apart(_ pieces: inout [[[MeetingRow]]]) -> StaffAtProviders {
    var seen = StaffAtProviders.Seen(traits, staffCount: staff.ids.count)
    if seen.hasSeveral {
      var found = [StaffAtProviders.Seen](repeating: seen, count: pieces.count)
      found.withUnsafeMutableBufferPointer { [pieces] buffer in
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: slots.count) { worker in
          for piece in pieces[worker] { for meeting in piece { slots[worker].note(meeting) } }
        }
      }
      for part in found { seen.merge(part) }
    }
    var namings: Set<StaffAtProviders.Naming> = []
    for (index, worker) in workers.enumerated() {
      for naming in worker.namings {
        let provider = worker.words.text(of: Int(naming.provider))
        let name = NormalForm.shown(worker.words.text(of: Int(naming.name)))
        namings.insert(.init(staff: staff.numbers[index][Int(naming.staff)], provider: provider, name: name))
      }
    }
    let members = StaffAtProviders(staff.ids, seen, namings, areOfProvider: rules.staffIDsAreOfProvider)
    guard members.splits else { return members }
    for worker in pieces.indices {
      for piece in pieces[worker].indices {
        for row in pieces[worker][piece].indices {
          pieces[worker][piece][row].staff = members.place(of: pieces[worker][piece][row])
        }
      }
    }
    return members
  }

  /// The names beside the ids of staff, those furthest down in the files.
  private func staffNames(_ members: StaffAtProviders) -> [String?] {
    let names = latest(\.staffNames, of: staff)
    return members.numbers.indices.map { members.names[$0] ?? names[members.numbers[$0]] }
  }

  /// What is last said of each person in the files, as a word.
  private func latest(_ remarks: KeyPath<LogWorker, [LogWorker.Remark]>, of people: IDMerger) -> [String?] {
    var found = [(order: UInt64, text: String?)](repeating: (0, nil), count: people.ids.count)
    for (index, worker) in workers.enumerated() {
      for (person, remark) in worker[keyPath: remarks].enumerated() where remark.value >= 0 {
        let row = Int(people.numbers[index][person])
        guard remark.order >= found[row].order else { continue }
        found[row] = (remark.order, NormalForm.shown(worker.words.text(of: Int(remark.value))))
      }
    }
    return found.map(\.text)
  }

  /// Names, birth years and contacts: of several that are known of a client, the one furthest down in the files.
  private mutating func addRemarks(_ people: inout [LoggedClient], _ members: StaffAtProviders) {
    for (row, name) in latest(\.clientNames, of: clients).enumerated() { people[row].name = name }
    var contactOfClient = [(text: String, provider: String)](repeating: ("", ""), count: people.count)
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
        contacts[row] = contact.order
        contactOfClient[row] = (
          worker.contactTexts.text(of: Int(contact.value)),
          contact.provider < 0 ? "" : worker.words.text(of: Int(contact.provider))
        )
      }
    }
    var unmatched: Set<String> = []
    let named = staffByName
    for (row, contact) in contactOfClient.enumerated() where !contact.text.isEmpty {
      let number = staff.number(of: contact.text) ?? named[NormalForm.name(contact.text)]
      people[row].contact = number.flatMap { members.place($0, at: contact.provider) }
      if people[row].contact == nil { unmatched.insert(contact.text) }
    }
    quality.unmatchedContacts = unmatched.sorted()
  }
}

extension LogMerger {
  /// The names that stand beside the ids of staff, as names are compared.
  private var namesOfStaff: [Int: Set<String>] {
    var names: [Int: Set<String>] = [:]
    for (index, worker) in workers.enumerated() {
      for (member, name) in worker.staffNames.enumerated() where name.value >= 0 {
        let form = NormalForm.name(worker.words.text(of: Int(name.value)))
        names[Int(staff.numbers[index][member]), default: []].insert(form)
      }
    }
    return names
  }

  /// Clients by the names that stand beside their ids, as far as only one bears the name.
  private var clientByName: [String: Int] {
    var bearers: [String: Set<Int>] = [:]
    for (index, worker) in workers.enumerated() {
      for (client, name) in worker.clientNames.enumerated() where name.value >= 0 {
        let form = NormalForm.name(worker.words.text(of: Int(name.value)))
        bearers[form, default: []].insert(Int(clients.numbers[index][client]))
      }
    }
    return bearers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Staff by the names that stand beside their ids, as far as only one bears the name.
  private var staffByName: [String: Int] {
    var bearers: [String: Set<Int>] = [:]
    for (member, names) in namesOfStaff { for name in names { bearers[name, default: []].insert(member) } }
    return bearers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// People in columns that are not read, or as places or providers.
  private func unreadPeople(_ layouts: [LogLayout]) -> [UnreadPeople] {
    let finder = UnreadPeopleFinder(clients: clients, staff: staff, namesOfStaff: namesOfStaff)
    let unread = LogLayout.watchedHeaders(layouts).enumerated().compactMap { number, header in
      finder.people(in: workers.map { $0.watched[number] }, header: header)
    }
    let others: [(LogColumn, KeyPath<Trait, String>)] = [(.provider, \.provider), (.area, \.area)]
    return unread
      + others.compactMap { column, words in
        guard let header = quality.files.lazy.flatMap(\.columns).first(where: { $0.column == column })?.header else {
          return nil
        }
        return finder.people(in: Set(traits.map { $0[keyPath: words] }), readAs: column, header: header)
      }
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

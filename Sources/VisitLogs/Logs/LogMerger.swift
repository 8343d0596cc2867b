import Continuity
import Dispatch
import Files
import Foundation
import HomeCare

/// Brings what several threads have read under one numbering, which does not depend on who read what.
struct LogMerger {
  var quality = LogQuality()

  private(set) var workers: [LogWorker]
  let clients: IDMerger
  let staff: IDMerger
  let traits: [Trait]
  /// By worker, for each of its traits the number in `traits`.
  private let traitNumbers: [[Int32]]

  /// How ids are brought together in all files.
  let rules: ExportMapping.IDs
  /// The staff of cells that name several.
  private let lists: StaffLists

  init(_ all: [LogWorker], _ layouts: [LogLayout], _ files: [LogFileReading], _ rows: [RowsOfLines]) {
    var workers = all
    lists = StaffLists(&workers)
    let rules = ExportMapping.IDs(of: layouts.map(\.mapping))
    self.rules = rules
    let counted = workers
    self.workers = workers
    clients = IDMerger(workers.map(\.clients), rules, without: workers.map(\.clients.nobodies)) {
      counted.map { $0.uses(of: $0.clients.places.count) { Int($0.client) } }
    }
    let others = zip(lists.parts, workers).map { Set($0.keys).union($1.staff.nobodies) }
    staff = IDMerger(workers.map(\.staff), rules, without: others) {
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
    quality.unreadStatuses = LogLayout.watchedHeaders(layouts).enumerated().compactMap { number, header in
      UnreadStatus(in: counted.map { $0.watched[number] }, header: header)
    }
    quality.silentFiles = SilentFiles.all(counted, files)
    quality.staffLacking = StaffLacking(counted, layouts, clients: clients.numbers, staff: staff.numbers)
    quality.nearIDs = NearIDs.all(clients.ids, .client) + NearIDs.all(staff.ids, .staff)
    if rules.staffIDsAreOfProvider == nil {
      quality.sharedAcrossFiles = StaffAcrossFiles(
        counted, layouts, staff: staff.numbers, ids: staff.ids, lists: lists.parts.map { Set($0.keys) })
    }
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
      quality.withoutLength += worker.withoutLength
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
      StrangerAway(id: $0, among: clients.ids)
    }
    var pieces = workers.indices.map { workers[$0].takePieces() }
    for index in pieces.indices { quality.extraMeetings += lists.expand(&pieces[index], ofWorker: index) }
    number(&pieces)
    noteGroupsOfOne(pieces)
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
}

extension Trait {
  /// What tells traits apart, in the order in which they are sorted.
  fileprivate var parts: [String] {
    [category, area, provider, staffCategory, status.rawValue, categoryWord, staffCategoryWord]
  }
}

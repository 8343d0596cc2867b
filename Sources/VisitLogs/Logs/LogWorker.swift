import Continuity
import Files
import Foundation
import HomeCare

/// Reads pieces of logs, on a thread of its own, into rows with numbers of its own.
struct LogWorker {
  /// A bad row with its line counted from the beginning of its piece.
  struct Bad {
    let chunk: LogFeed.Chunk
    let line: Int
    let reason: BadRowReason
    let found: String
  }

  /// Something known of a client by number, and the row that says so: the one furthest down counts.
  struct Remark {
    var value: Int32 = -1
    /// The number of the provider's word in that row, where it matters.
    var provider: Int32 = -1
    /// The file, the piece and the line, one after the other.
    var order: UInt64 = 0
  }

  /// A staff member's name at a provider, by the numbers of the member and of the words.
  struct Naming: Hashable {
    let staff, provider, name: Int32
  }

  var clients = SeenIDs()
  var staff = SeenIDs()
  var words = ByteInterner()
  var traits: [LogTrait] = []
  /// Rows of each trait.
  var traitRows: [Int] = []
  /// Rows of each status of unknown meaning, by the number of its word.
  var unknownStatusRows: [Int32: Int] = [:]
  var pieces: [[MeetingRow]] = []
  var birthYears: [Remark] = []
  /// Clients whose number beside the id does not say the century, where it would make them children.
  var guessedCenturies: Set<Int32> = []
  var contacts: [Remark] = []
  var bad: [Bad] = []
  var badCounts: [BadRowReason: Int] = [:]
  var rows = 0
  /// Rows that are the head or the tail of a file, or of no client and no visit.
  var otherRecords = 0
  /// Meetings beyond one a row, where several columns name staff.
  var extraMeetings = 0
  /// Rows of visits that had several staff, by a column that is not read.
  var crowded: [StaffLacking.Row] = []
  /// Visits that begin and end at the same minute.
  var withoutLength = 0
  /// Contacts by their texts; who of them is staff is seen when all is read.
  var contactTexts = ByteInterner()
  /// The names of staff beside their ids, as numbers of `words`.
  var staffNames: [Remark] = []
  /// The names of staff beside their ids at each provider, where rows tell of both, and the last one of each member.
  var namings: Set<Naming> = []
  var lastNamings: [Naming] = []
  /// The names of clients beside their ids, as numbers of `words`.
  var clientNames: [Remark] = []
  /// What the columns that nothing is read from hold.
  var watched: [WatchedColumn]
  /// Line ends of each piece.
  var lines: [(chunk: LogFeed.Chunk, lines: Int)] = []

  private let layouts: [LogLayout]
  /// The clock, the words of statuses and the number of the mapping by which the piece at hand is read.
  private(set) var clock: ZoneClock
  private(set) var statuses: [String: String] = [:]
  private(set) var mapping: Int32 = 0
  var moments: MomentParser
  var meetings: [MeetingRow] = []
  var traitNumbers: [LogTrait: Int32] = [:]
  /// Runs of the fields that make a trait, of one file, and the trait of each.
  var runs = ByteInterner()
  var traitOfRun: [Int32] = []
  var runsOfFile = -1
  /// The status that each word means by the mapping; `nil` for a word not looked up, and no status for one that means none.
  var statusOfWord: [MeetingStatus??] = []

  /// Meetings kept in one piece.
  static let pieceSize = 1 << 16

  /// - Parameter layouts: Those of the files, of which there is one at least.
  init(_ layouts: [LogLayout], _ dates: LogDates) {
    self.layouts = layouts
    watched = (0..<((layouts.flatMap(\.watchNumbers).max() ?? -1) + 1)).map { _ in WatchedColumn() }
    clock = layouts[0].clock
    statuses = layouts[0].statuses
    moments = MomentParser(orders: dates.orders)
  }

  /// Reads pieces until there are no more.
  mutating func work(_ feed: LogFeed) {
    let buffer = ChunkBuffer(capacity: 1 << 19)
    let transcoded = ChunkBuffer(capacity: 1 << 19)
    while let chunk = feed.next(into: buffer) {
      take(layouts[chunk.file])
      if layouts[chunk.file].encoding == .windows1252 {
        transcoded.removeAll()
        TextEncoding.append(windows1252: buffer.bytes, to: transcoded)
        read(transcoded.bytes, chunk)
      } else {
        read(buffer.bytes, chunk)
      }
    }
    endPiece()
  }

  /// Turns to a file that may have a mapping of its own.
  private mutating func take(_ layout: LogLayout) {
    guard layout.mappingNumber != mapping else { return }
    (clock, statuses, mapping) = (layout.clock, layout.statuses, layout.mappingNumber)
    statusOfWord = []
  }

  mutating func endPiece() {
    if meetings.count > 0 { pieces.append(meetings) }
    meetings = []
    meetings.reserveCapacity(Self.pieceSize)
  }

  /// The rows of each id, by what a meeting has of it.
  func uses(of count: Int, _ id: (MeetingRow) -> Int) -> [Int] {
    var uses = [Int](repeating: 0, count: count)
    for piece in pieces {
      for meeting in piece { uses[id(meeting)] += 1 }
    }
    return uses
  }

  /// Hands the meetings over, so that nobody else holds them.
  mutating func takePieces() -> [[MeetingRow]] {
    defer { pieces = [] }
    return pieces
  }

  // MARK: - Pieces

  private mutating func read(_ bytes: UnsafeRawBufferPointer, _ chunk: LogFeed.Chunk) {
    let layout = layouts[chunk.file]
    let hasNul = Self.holds(0, bytes)
    withUnsafeTemporaryAllocation(of: UnsafeRawBufferPointer.self, capacity: layout.fieldCount) { fields in
      let row = LogRow(fields)
      if Self.holds(Byte.carriageReturn, bytes) || Self.holds(Byte.quote, bytes) {
        readScanned(bytes, chunk, layout, row, hasNul: hasNul)
      } else {
        readPlain(bytes, chunk, layout, row, hasNul: hasNul)
      }
    }
  }

  private static func holds(_ byte: UInt8, _ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
  }

  /// Reads a piece in which line feeds end the rows and nothing is quoted, as most are.
  private mutating func readPlain(
    _ bytes: UnsafeRawBufferPointer, _ chunk: LogFeed.Chunk, _ layout: LogLayout, _ blank: LogRow, hasNul: Bool
  ) {
    let headerLine = chunk.sequence == 0 ? layout.headerLine : 0
    var splitter = PlainSplitter(bytes, layout.delimiter, isFirst: chunk.sequence == 0)
    var row = blank
    while splitter.next(&row) {
      if row.line <= headerLine || row.whole.isEmpty || isHeadOrTail(row, layout) { continue }
      rows += 1
      let reason = hasNul && Self.holds(0, row.whole) ? .nulByte : readRow(row, layout, chunk)
      if let reason { note(reason, row, chunk, row.line - 1) }
    }
    lines.append((chunk, splitter.lineEnds))
  }

  /// Reads a piece that may hold quotes and any kind of line end.
  private mutating func readScanned(
    _ bytes: UnsafeRawBufferPointer, _ chunk: LogFeed.Chunk, _ layout: LogLayout, _ blank: LogRow, hasNul: Bool
  ) {
    // Only a file's first line can open with a byte-order mark: the lines of other pieces are counted from 2.
    let firstLine = chunk.sequence == 0 ? 1 : 2
    let headerLine = chunk.sequence == 0 ? layout.headerLine : 0
    let unquoted = ChunkBuffer(capacity: 1024)
    var scanner = CSVScanner(bytes, delimiter: layout.delimiter, line: firstLine)
    var row = blank
    var base = 0
    while true {
      let start = base + scanner.offset
      guard scanner.next() else { break }
      let line = scanner.recordLine
      if line <= headerLine || scanner.isBlank { continue }
      row.take(scanner, unquoted)
      if isHeadOrTail(row, layout) { continue }
      rows += 1
      var reason: BadRowReason?
      if scanner.flaw?.kind == .unclosedQuote || scanner.line - line > RecordBoundary.mostLines {
        // Where such a row ends nobody knows: the next one is looked for on the line after its first.
        reason = .unclosedQuote
        base = bytes[start...].firstIndex(of: Byte.lineFeed).map { $0 + 1 } ?? bytes.count
      } else {
        reason = hasNul && Self.holds(0, row.whole) ? .nulByte : readRow(row, layout, chunk)
      }
      if let reason { note(reason, row, chunk, line - firstLine) }
      guard reason == .unclosedQuote else { continue }
      scanner = CSVScanner(
        UnsafeRawBufferPointer(rebasing: bytes[base...]), delimiter: layout.delimiter, line: max(2, line + 1))
    }
    lines.append((chunk, scanner.line - firstLine))
  }

  /// Whether a row is none of a visit, and counted as such.
  @inline(__always)
  private mutating func isHeadOrTail(_ row: LogRow, _ layout: LogLayout) -> Bool {
    guard layout.hasRecordKinds, LogLayout.isHeadOrTail(row[0]) else { return false }
    otherRecords += 1
    return true
  }

  private mutating func note(_ reason: BadRowReason, _ row: LogRow, _ chunk: LogFeed.Chunk, _ line: Int) {
    badCounts[reason, default: 0] += 1
    guard bad.count < LogQuality.badRowLimit else { return }
    let found = reason == .shortenedID ? shortenedID(row, layouts[chunk.file]) : nil
    bad.append(
      Bad(chunk: chunk, line: line, reason: reason, found: found ?? TextEncoding.text(row.whole.prefix(200), .utf8)))
  }

  /// The first id of a row that a spreadsheet has shortened, with its column.
  private func shortenedID(_ row: LogRow, _ layout: LogLayout) -> String? {
    ([layout.client, layout.staff] + layout.moreStaff).first { ShortenedNumber.matches(row[$0]) }.map { place in
      let id = quoted(TextEncoding.text(row[place], .utf8))
      return "\(id) in the column \(quoted(layout.reading.columns[place].header))"
    }
  }
}

/// A trait by the numbers of its words; -1 where there is no word.
struct LogTrait: Hashable {
  let category, area, provider, staffCategory: Int32
  var status: MeetingStatus
  /// The number of the status's word.
  let statusWord: Int32
  /// The number of the mapping that says what the words mean.
  let mapping: Int32
  /// The number of the kind of file, see `LogLayout.system`.
  let system: Int32
  /// The number of the file.
  let file: Int32
}

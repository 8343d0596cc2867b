import Continuity
import Foundation
import HomeCare

/// Reads pieces of logs, on a thread of its own, into columns with numbers of its own.
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
    /// The file, the piece and the line, one after the other.
    var order: UInt64 = 0
  }

  private(set) var clients = ByteInterner()
  private(set) var staff = ByteInterner()
  private(set) var words = ByteInterner()
  private(set) var traits: [LogTrait] = []
  private(set) var pieces: [MeetingColumns] = []
  private(set) var birthYears: [Remark] = []
  private(set) var contacts: [Remark] = []
  private(set) var bad: [Bad] = []
  private(set) var badCounts: [BadRowReason: Int] = [:]
  private(set) var rows = 0
  /// Line ends of each piece.
  private(set) var lines: [(chunk: LogFeed.Chunk, lines: Int)] = []

  private let layouts: [LogLayout]
  private let clock: ZoneClock
  private let statuses: [String: String]
  private var moments: MomentParser
  private var columns = MeetingColumns()
  private var traitNumbers: [LogTrait: Int32] = [:]
  /// Runs of the fields that make a trait, of one file, and the trait of each.
  private var runs = ByteInterner()
  private var traitOfRun: [Int32] = []
  private var runsOfFile = -1
  /// The status that each word means; `nil` for a word not looked up, and no status for one that means none.
  private var statusOfWord: [MeetingStatus??] = []

  /// Rows kept in one piece of columns.
  private static let pieceSize = 1 << 16

  init(_ layouts: [LogLayout], _ mapping: LogMapping, _ clock: ZoneClock) {
    self.layouts = layouts
    self.clock = clock
    statuses = mapping.words(.status)
    moments = MomentParser(order: mapping.dateOrder)
  }

  /// Reads pieces until there are no more.
  mutating func work(_ feed: LogFeed) {
    let buffer = ChunkBuffer(capacity: 1 << 21)
    while let chunk = feed.next(into: buffer) {
      if layouts[chunk.file].encoding == .windows1252 {
        let text = Array(TextEncoding.text(buffer.bytes, .windows1252).utf8)
        text.withUnsafeBytes { read($0, chunk) }
      } else {
        read(buffer.bytes, chunk)
      }
    }
    endPiece()
  }

  private mutating func endPiece() {
    if columns.count > 0 { pieces.append(columns) }
    columns = MeetingColumns()
    columns.reserve(Self.pieceSize)
  }

  /// Hands the columns over, so that nobody else holds them.
  mutating func takePieces() -> [MeetingColumns] {
    defer { pieces = [] }
    return pieces
  }

  // MARK: - Pieces

  private mutating func read(_ bytes: UnsafeRawBufferPointer, _ chunk: LogFeed.Chunk) {
    let layout = layouts[chunk.file]
    let mayHoldNul = bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    // Only a file's first line can open with a byte-order mark: the lines of other pieces are counted from 2.
    let firstLine = chunk.sequence == 0 ? 1 : 2
    let headerLine = chunk.sequence == 0 ? layout.reading.headerLine : 0
    var scanner = CSVScanner(bytes, dialect: layout.dialect, line: firstLine)
    var base = 0
    while true {
      let start = base + scanner.offset
      guard scanner.next() == .record else { break }
      let line = scanner.recordLine
      if line <= headerLine || scanner.isBlank { continue }
      rows += 1
      var reason = readRow(scanner, layout, chunk, mayHoldNul: mayHoldNul)
      if scanner.flaw?.kind == .unclosedQuote || scanner.line - line > RecordBoundary.mostLines {
        // Where such a row ends nobody knows: the next one is looked for on the line after its first.
        reason = .unclosedQuote
        base = bytes[start...].firstIndex(of: Byte.lineFeed).map { $0 + 1 } ?? bytes.count
      }
      guard let reason else {
        if columns.count == Self.pieceSize { endPiece() }
        continue
      }
      note(Bad(chunk: chunk, line: line - firstLine, reason: reason, found: Self.excerpt(scanner)))
      guard reason == .unclosedQuote else { continue }
      scanner = CSVScanner(
        UnsafeRawBufferPointer(rebasing: bytes[base...]), dialect: layout.dialect, line: max(2, line + 1))
    }
    lines.append((chunk, scanner.line - firstLine))
  }

  private mutating func note(_ row: Bad) {
    badCounts[row.reason, default: 0] += 1
    if bad.count < LogQuality.badRowLimit { bad.append(row) }
  }

  /// What stands in a row, cut where it is long.
  private static func excerpt(_ scanner: CSVScanner) -> String {
    guard let first = scanner.fields.first, let last = scanner.fields.last else { return "" }
    let raw = scanner.bytes[first.start..<min(last.end, first.start + 200)]
    return TextEncoding.text(raw, .utf8)
  }

  // MARK: - Rows

  /// Adds a row's meeting, unless there is a reason not to.
  private mutating func readRow(
    _ scanner: CSVScanner, _ layout: LogLayout, _ chunk: LogFeed.Chunk, mayHoldNul: Bool
  ) -> BadRowReason? {
    guard scanner.fields.count >= layout.fewestFields else { return .tooFewFields }
    if scanner.flaw?.kind == .unclosedQuote { return .unclosedQuote }
    if mayHoldNul, Self.holdsNul(scanner) { return .nulByte }
    guard let start = wallMinute(scanner, layout.start, layout.date, after: nil) else { return .badStart }
    if let reason = endFlaw(scanner, layout, start) { return reason }
    let client = Self.number(scanner, layout.client, &clients)
    guard client >= 0 else { return .noClient }
    let member = Self.number(scanner, layout.staff, &staff)
    guard member >= 0 else { return .noStaff }
    let trait = trait(scanner, layout, chunk.file)
    guard trait >= 0 else { return .unknownStatus }
    if layout.requiresEnd, Self.bytes(scanner, layout.end).isEmpty { return .noEnd }
    columns.append(client: client, staff: member, start: Int32(truncatingIfNeeded: start), trait: trait)
    if layout.birthYear >= 0, let year = Self.year(scanner, layout.birthYear) {
      Self.note(Remark(value: year, order: Self.order(chunk, scanner.recordLine)), of: client, &birthYears)
    }
    if layout.contact >= 0 {
      let contact = Self.number(scanner, layout.contact, &staff)
      if contact >= 0 {
        Self.note(Remark(value: contact, order: Self.order(chunk, scanner.recordLine)), of: client, &contacts)
      }
    }
    return nil
  }

  private static func holdsNul(_ scanner: CSVScanner) -> Bool {
    scanner.fields.contains { scanner.bytes[$0.start..<$0.end].contains(0) }
  }

  private static func order(_ chunk: LogFeed.Chunk, _ line: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: chunk.file) << 52 | UInt64(truncatingIfNeeded: chunk.sequence) << 26
      | UInt64(truncatingIfNeeded: line)
  }

  private static func note(_ remark: Remark, of client: Int32, _ remarks: inout [Remark]) {
    while remarks.count <= Int(client) { remarks.append(Remark()) }
    // A thread's pieces come in order, and so do their rows.
    remarks[Int(client)] = remark
  }

  /// The bytes of a field without spaces at its ends; none where the row has no such field.
  @inline(__always)
  private static func bytes(_ scanner: borrowing CSVScanner, _ place: Int) -> UnsafeRawBufferPointer {
    guard place >= 0, place < scanner.fields.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var (start, end) = (scanner.fields[place].start, scanner.fields[place].end)
    while start < end, scanner.bytes[start] == Byte.space { start += 1 }
    while start < end, scanner.bytes[end - 1] == Byte.space { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: scanner.bytes[start..<end])
  }

  /// The number of a field's value; -1 where it is empty.
  @inline(__always)
  private static func number(_ scanner: borrowing CSVScanner, _ place: Int, _ interner: inout ByteInterner) -> Int32 {
    let value = Self.bytes(scanner, place)
    if value.isEmpty { return -1 }
    if scanner.fields[place].hasDoubledQuotes, let text = scanner.text(of: scanner.fields[place]) {
      return Array(text.utf8).withUnsafeBytes { interner.number(of: $0) }
    }
    return interner.number(of: value)
  }

  // MARK: - Traits

  /// The number of a row's trait; -1 where its status means none.
  @inline(__always)
  private mutating func trait(_ scanner: CSVScanner, _ layout: LogLayout, _ file: Int) -> Int32 {
    guard let run = layout.traitFields, run.upperBound < scanner.fields.count else {
      return readTrait(scanner, layout)
    }
    // Few different runs of these fields stand in a log: each is taken apart once.
    if runsOfFile != file {
      runs.removeAll()
      traitOfRun.removeAll()
      runsOfFile = file
    }
    let start = scanner.fields[run.lowerBound].start
    let bytes = UnsafeRawBufferPointer(rebasing: scanner.bytes[start..<scanner.fields[run.upperBound].end])
    let number = Int(runs.number(of: bytes))
    if number < traitOfRun.count { return traitOfRun[number] }
    let trait = readTrait(scanner, layout)
    traitOfRun.append(trait)
    return trait
  }

  private mutating func readTrait(_ scanner: CSVScanner, _ layout: LogLayout) -> Int32 {
    let statusWord = Self.number(scanner, layout.status, &words)
    guard let status = status(statusWord) else { return -1 }
    let trait = LogTrait(
      category: Self.number(scanner, layout.category, &words), area: Self.number(scanner, layout.area, &words),
      provider: Self.number(scanner, layout.provider, &words),
      staffCategory: Self.number(scanner, layout.staffCategory, &words), status: status)
    if let known = traitNumbers[trait] { return known }
    let number = Int32(traits.count)
    traits.append(trait)
    traitNumbers[trait] = number
    return number
  }

  /// The status that a word means: performed where there is none, `nil` where it means none.
  @inline(__always)
  private mutating func status(_ word: Int32) -> MeetingStatus? {
    if word < 0 { return .performed }
    while statusOfWord.count <= Int(word) { statusOfWord.append(nil) }
    if let known = statusOfWord[Int(word)] { return known }
    let text = LogWords.folded(TextEncoding.text(words.bytes(of: Int(word)), .utf8))
    let status = statuses[text].flatMap(MeetingStatus.init)
    statusOfWord[Int(word)] = .some(status)
    return status
  }

  // MARK: - Times

  /// The wall clock's minute that a row says, or `nil` where it says none.
  ///
  /// - Parameter after: A start, on whose date or the next a time of day without a date lies.
  @inline(__always)
  private mutating func wallMinute(_ scanner: CSVScanner, _ place: Int, _ datePlace: Int, after start: Int?) -> Int? {
    guard var moment = moments.parse(Self.bytes(scanner, place)), let minute = moment.minute else { return nil }
    if moment.day == nil, datePlace >= 0 { moment.day = moments.parse(Self.bytes(scanner, datePlace))?.day }
    if moment.day == nil, let start {
      moment.day = Int(start) / LocalDateTime.minutesPerDay
      if moment.day.map({ $0 * LocalDateTime.minutesPerDay + minute < start }) ?? false { moment.day? += 1 }
    }
    guard let day = moment.day, Self.days.contains(day) else { return nil }
    let wall = day * LocalDateTime.minutesPerDay + minute
    return moment.offset.map { clock.wallMinute(ofInstant: wall - $0) } ?? wall
  }

  /// Days from 1901 to 2199: no home visit lies outside them, and minutes within them fit in 32 bits.
  private static let days = -25_202..<84_006

  /// What is wrong with the end of a row's visit, if it has one.
  private mutating func endFlaw(_ scanner: CSVScanner, _ layout: LogLayout, _ start: Int) -> BadRowReason? {
    guard !Self.bytes(scanner, layout.end).isEmpty else { return nil }
    guard let end = wallMinute(scanner, layout.end, -1, after: start) else { return .badEnd }
    // On the night on which clocks go back, a visit may end at an earlier time of day than it began.
    if end < start, end + clock.setBack(between: start, and: end) < start { return .endBeforeStart }
    return end - start > LocalDateTime.minutesPerDay ? .tooLong : nil
  }

  /// The year that a field begins with.
  private static func year(_ scanner: CSVScanner, _ place: Int) -> Int32? {
    let value = Self.bytes(scanner, place)
    guard value.count >= 4, value[..<4].allSatisfy(Byte.isDigit),
      value.count == 4 || !Byte.isDigit(value[4]) || value.count >= 8
    else { return nil }
    let year = value[..<4].reduce(Int32(0)) { $0 * 10 + Int32($1 - 48) }
    return (1850...2150).contains(year) ? year : nil
  }
}

/// A trait by the numbers of its words; -1 where there is no word.
struct LogTrait: Hashable {
  let category, area, provider, staffCategory: Int32
  let status: MeetingStatus
}

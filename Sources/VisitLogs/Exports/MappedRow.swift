import Files
import HomeCare

/// Reads the cells of one row of an export; what cannot be read is noted with its place.
struct MappedRow {
  let table: MappedTable
  let index: Int
  let mapping: ExportMapping
  private(set) var problems: [InputProblem] = []
  /// Whether something is wrong with the row, told here or with another row of the same fault.
  private(set) var isRefused = false
  /// A date near which dates lie that name no year; where absent these are refused.
  var near: LocalDate?
  /// The dates that named no year, and what they were taken for.
  private(set) var yearless: [(column: String, text: String, date: LocalDate)] = []

  init(_ table: MappedTable, _ index: Int, _ mapping: ExportMapping) {
    self.table = table
    self.index = index
    self.mapping = mapping
  }

  /// Notes a problem in a column.
  mutating func refuse(_ column: String, found: String, expected: String) {
    isRefused = true
    // The whole column is missing, and one that is not read may be it.
    let isMissing = !table.has(column) && found == "nothing"
    let unread = table.unread.map(quoted).joined(separator: ", ")
    let missing = "no column \(column)" + (unread.isEmpty ? "" : "; not read are \(unread)")
    var problem = InputProblem(
      file: table.file, sheet: table.sheet, position: table.position(index, column),
      cell: Cell(table: table.table.rawValue, row: index, column: column), id: person,
      found: isMissing ? missing : found, expected: expected)
    problem.header = isMissing ? "" : table.header(column)
    problems.append(problem)
  }

  /// Whose row it is, as it stands.
  var person: String? {
    let isOfStaff = table.table == .staff || table.table == .shifts || table.table == .absences
    return text(isOfStaff ? "staff" : "client")
  }

  /// A text; `nil` where there is none.
  func text(_ column: String) -> String? { table.text(index, column) }

  /// What the row's person is called, in one column or in two.
  var personName: String? {
    let parts = [text("givenName"), text("familyName")].compactMap(\.self)
    return (text("name") ?? (parts.isEmpty ? nil : parts.joined(separator: " "))).map(NormalForm.shown)
  }

  /// A text that must be there.
  mutating func required(_ column: String, _ expected: String) -> String? {
    if let text = text(column) { return text }
    refuse(column, found: "nothing", expected: expected)
    return nil
  }

  /// What `read` makes of a cell's text, if there is any; a problem where that is nothing.
  mutating func value<Value>(_ column: String, expected: String, _ read: (String) -> Value?) -> Value? {
    guard let text = text(column) else { return nil }
    let value = read(text)
    if value == nil { refuse(column, found: quoted(text), expected: expected) }
    return value
  }

  /// What `read` makes of a cell's text, if there is any; a problem where that does not lie in a range.
  private mutating func value<Value>(
    _ column: String, _ range: ClosedRange<Value>, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    value(column, expected: expected) { text in read(text).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// A length in minutes, as people write it: `30`, `30 min`, `0,5 tim` or `00:30`.
  mutating func length(_ column: String, _ range: ClosedRange<Int> = InputLimits.visitMinutes) -> Int? {
    let expected =
      "a whole number of minutes from \(range.lowerBound) to \(range.upperBound), such as 30, 00:30 or 0,5 tim"
    return value(column, range, expected: expected) { Lengths.minutes($0) }
  }

  /// Hours, as people write them: `38,25`, `38:15` or `38 h 15 min`.
  mutating func hours(_ column: String, _ range: ClosedRange<Double>) -> Double? {
    let expected = "hours from \(range.lowerBound.fileText) to \(range.upperBound.fileText), such as 38,25 or 38:15"
    return value(column, range, expected: expected) { Lengths.hours($0) }
  }

  /// A share in percent; whether `0,75` is one of them is told from the whole column.
  mutating func share(_ column: String, _ range: ClosedRange<Double>) -> Double? {
    let shares = table.readings.shares(column)
    if case .mixed(let part, let percent) = shares, let text = text(column), !Shares.isSettled(text) {
      refuse(
        column, found: quoted(text),
        expected:
          "percent alone or parts of one alone, where the column has both \(quoted(percent)) and \(quoted(part)); "
          + "a percent sign settles it")
      return nil
    }
    return number(column, range) { shares.percent($0) }
  }

  /// The items of a list, parted by semicolons, commas or bars.
  func list(_ column: String) -> [String] {
    var items: [String] = []
    for item in (text(column) ?? "").split(whereSeparator: { ";,|".contains($0) }) {
      let item = LogWords.trimmed(String(item))
      if !item.isEmpty, !items.contains(item) { items.append(item) }
    }
    return items
  }

  /// The items of a list of skills, parted by slashes and plus signs too; words that say none are none.
  func skills(_ column: String) -> [String] {
    var items: [String] = []
    for part in list(column) where !Self.noSkills.contains(LogWords.folded(part)) {
      for item in part.split(whereSeparator: { "/+&\n".contains($0) }) {
        let item = LogWords.trimmed(String(item))
        if !item.isEmpty, !items.contains(item) { items.append(item) }
      }
    }
    return items
  }

  private static let noSkills: Set = ["-", "–", "—", "ingen", "inga", "nej", "saknas", "none", "no", "n/a", "0"]

  /// A whole number in a range.
  mutating func whole(_ column: String, _ range: ClosedRange<Int>) -> Int? {
    value(column, range, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
      Numbers.whole($0)
    }
  }

  /// A number, with a decimal point or comma where nothing else is said.
  mutating func number(
    _ column: String, _ range: ClosedRange<Double>, _ read: (String) -> Double? = { Numbers.decimal($0) }
  ) -> Double? {
    let expected = "a number from \(range.lowerBound.fileText) to \(range.upperBound.fileText)"
    return value(column, range, expected: expected, read)
  }

  /// A time of day in minutes after midnight.
  mutating func clock(_ column: String) -> Int? {
    value(column, expected: "a time of day such as 07:30") { DayPart.clock($0) }
  }

  /// Yes or no.
  mutating func flag(_ column: String) -> Bool? {
    value(column, expected: "ja or nej, yes or no, or nothing") { text in
      switch LogWords.folded(text) {
      case "ja", "j", "yes", "y", "x", "true", "sant": true
      case "nej", "n", "no", "false", "falskt", "-": false
      default: nil
      }
    }
  }

  /// A date, or a date and a time; without a time, the midnight before it, or after it where the whole day is meant.
  mutating func moment(_ column: String, endsDay: Bool) -> LocalDateTime? {
    guard required(column, "a date such as 2026-03-02") != nil else { return nil }
    return dated(column, expected: "a date such as 2026-03-02, or with a time such as 2026-03-02 14:00") { moment in
      guard let day = moment.day, moment.offset == nil else { return nil }
      let minute = moment.minute ?? (endsDay ? LocalDateTime.minutesPerDay : 0)
      return LocalDate(dayNumber: day).midnight.advanced(by: minute)
    }
  }

  /// A date.
  mutating func date(_ column: String) -> LocalDate? {
    dated(column, expected: "a date such as 2026-03-02") { moment in
      moment.minute == nil ? moment.day.map { LocalDate(dayNumber: $0) } : nil
    }
  }

  /// A date, also one with a time of day, which is passed over.
  mutating func day(_ column: String) -> LocalDate? {
    dated(column, expected: "a date such as 2026-03-02") { $0.day.map { LocalDate(dayNumber: $0) } }
  }

  /// What `read` makes of a cell's date, in the order that the whole column has.
  private mutating func dated<Value>(
    _ column: String, expected: String, _ read: (MomentParser.Moment) -> Value?
  ) -> Value? {
    let dates = table.readings.dates(column)
    if let text = text(column), let orders = dates.doubt(text) {
      isRefused = true
      // The cells of a column have the fault in common, and are told of once.
      let doubtful = table.doubtfulRows[column] ?? [index]
      guard doubtful.first == index else { return nil }
      let others = doubtful.count - 1
      let more = others == 0 ? "" : "; so may \(counted(others, "more cell", "more cells")) of the column"
      refuse(
        column, found: "\(quoted(text)), which may be \(DateEvidence.words(orders))\(more)",
        expected: DateEvidence.expected(orders))
      return nil
    }
    guard let text = text(column) else { return nil }
    if let value = MomentParser.moment(text, dates.order).flatMap(read) { return value }
    // What names no year is the nearest, and told.
    if let near, dates.order != .monthFirst,
      let date = LocalDate.ofDayAndMonth(LocalDate.numberingMonths(LogWords.folded(text)), near: near),
      let value = MomentParser.moment("\(date)", dates.order).flatMap(read)
    {
      yearless.append((column, text, date))
      return value
    }
    refuse(column, found: quoted(text), expected: expected)
    return nil
  }
}

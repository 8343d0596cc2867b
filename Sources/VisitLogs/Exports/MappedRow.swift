import Files
import HomeCare

/// Reads the cells of one row of an export; what cannot be read is noted with its place.
struct MappedRow {
  let table: MappedTable
  let index: Int
  let mapping: ExportMapping
  private(set) var problems: [InputProblem] = []

  init(_ table: MappedTable, _ index: Int, _ mapping: ExportMapping) {
    self.table = table
    self.index = index
    self.mapping = mapping
  }

  /// Notes a problem in a column.
  mutating func refuse(_ column: String, found: String, expected: String) {
    let name = table.table == .staff || table.table == .shifts || table.table == .absences ? "staff" : "client"
    problems.append(
      InputProblem(
        file: table.file, sheet: table.sheet, position: table.position(index, column),
        cell: Cell(table: table.table.rawValue, row: index, column: column), id: table.text(index, name), found: found,
        expected: expected))
  }

  /// A text; `nil` where there is none.
  func text(_ column: String) -> String? { table.text(index, column) }

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

  /// A length in minutes: `30`, `30 min` or `00:30`.
  mutating func length(_ column: String) -> Int? {
    let range = InputLimits.visitMinutes
    let expected = "a whole number of minutes from 1 to \(range.upperBound), such as 30 or 00:30"
    return value(column, expected: expected) { text in
      if text.contains(":"), let minutes = DayPart.clock(text), minutes > 0 { return minutes }
      let digits = LogWords.folded(text).replacing("minuter", with: "").replacing("min", with: "")
      return Int(LogWords.trimmed(digits)).flatMap { range.contains($0) ? $0 : nil }
    }
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

  /// A whole number in a range.
  mutating func whole(_ column: String, _ range: ClosedRange<Int>) -> Int? {
    value(column, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A number with a decimal point or comma, with or without a percent sign.
  mutating func number(_ column: String, _ range: ClosedRange<Double>) -> Double? {
    let expected = "a number from \(range.lowerBound.fileText) to \(range.upperBound.fileText)"
    return value(column, expected: expected) { text in
      let plain = LogWords.trimmed(text.replacing("%", with: "")).replacing(",", with: ".")
      return Double(plain.replacing("\u{2212}", with: "-")).flatMap { range.contains($0) ? $0 : nil }
    }
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
    let expected = "a date such as 2026-03-02, or with a time such as 2026-03-02 14:00"
    let order = mapping.dateOrder
    return value(column, expected: expected) { text in
      guard let moment = MomentParser.moment(text, order), let day = moment.day, moment.offset == nil else {
        return nil
      }
      let minute = moment.minute ?? (endsDay ? LocalDateTime.minutesPerDay : 0)
      return LocalDate(dayNumber: day).midnight.advanced(by: minute)
    }
  }

  /// A date.
  mutating func date(_ column: String) -> LocalDate? {
    let order = mapping.dateOrder
    return value(column, expected: "a date such as 2026-03-02") { text in
      let moment = MomentParser.moment(text, order)
      return moment?.minute == nil ? (moment?.day).map { LocalDate(dayNumber: $0) } : nil
    }
  }
}

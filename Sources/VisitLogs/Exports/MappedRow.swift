import Files
import Foundation
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
        file: table.file, position: TextPosition(line: table.rows[index].line),
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

  /// A length in minutes: `30`, `30 min` or `00:30`.
  mutating func length(_ column: String) -> Int? {
    guard let text = text(column) else { return nil }
    let digits = LogWords.trimmed(LogWords.folded(text).replacing("minuter", with: "").replacing("min", with: ""))
    if text.contains(":"), let minutes = DayPart.clock(text), minutes > 0 { return minutes }
    if let minutes = Int(digits), InputLimits.visitMinutes.contains(minutes) { return minutes }
    refuse(
      column, found: quoted(text),
      expected: "a whole number of minutes from 1 to \(InputLimits.visitMinutes.upperBound), such as 30 or 00:30")
    return nil
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
    guard let text = text(column) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    refuse(column, found: quoted(text), expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// A number with a decimal point or comma, with or without a percent sign.
  mutating func number(_ column: String, _ range: ClosedRange<Double>) -> Double? {
    guard let text = text(column) else { return nil }
    let plain = LogWords.trimmed(text.replacing("%", with: "")).replacing(",", with: ".").replacing(
      "\u{2212}", with: "-")
    if let number = Double(plain), range.contains(number) { return number }
    refuse(
      column, found: quoted(text),
      expected: "a number from \(range.lowerBound.fileText) to \(range.upperBound.fileText)")
    return nil
  }

  /// A time of day in minutes after midnight.
  mutating func clock(_ column: String) -> Int? {
    guard let text = text(column) else { return nil }
    if let minute = DayPart.clock(text) { return minute }
    refuse(column, found: quoted(text), expected: "a time of day such as 07:30")
    return nil
  }

  /// Yes or no.
  mutating func flag(_ column: String) -> Bool? {
    guard let text = text(column) else { return nil }
    switch LogWords.folded(text) {
    case "ja", "j", "yes", "y", "x", "true", "sant": return true
    case "nej", "n", "no", "false", "falskt", "-": return false
    default:
      refuse(column, found: quoted(text), expected: "ja or nej, yes or no, or nothing")
      return nil
    }
  }

  /// A date, or a date and a time; without a time, the midnight before it, or after it where the whole day is meant.
  mutating func moment(_ column: String, endsDay: Bool) -> LocalDateTime? {
    guard let text = required(column, "a date such as 2026-03-02") else { return nil }
    var parser = MomentParser(order: mapping.dateOrder)
    let moment = Array(text.utf8).withUnsafeBytes { parser.parse($0) }
    guard let day = moment?.day, moment?.offset == nil else {
      refuse(
        column, found: quoted(text), expected: "a date such as 2026-03-02, or with a time such as 2026-03-02 14:00")
      return nil
    }
    let midnight = LocalDate(dayNumber: day).midnight
    return midnight.advanced(by: moment?.minute ?? (endsDay ? LocalDateTime.minutesPerDay : 0))
  }

  /// A date.
  mutating func date(_ column: String) -> LocalDate? {
    guard let text = text(column) else { return nil }
    var parser = MomentParser(order: mapping.dateOrder)
    let moment = Array(text.utf8).withUnsafeBytes { parser.parse($0) }
    if let day = moment?.day, moment?.minute == nil { return LocalDate(dayNumber: day) }
    refuse(column, found: quoted(text), expected: "a date such as 2026-03-02")
    return nil
  }
}

import Files
import HomeCare

extension MappedRow {
  /// On which dates the row falls, and in which part of the day where the text says so.
  ///
  /// - Parameter choosesDays: Whether the planner may choose the days, as of visits it may.
  mutating func recurrence(choosesDays: Bool, near start: LocalDate) -> RecurrenceText? {
    let count = problems.count
    let (first, last) = (date("first"), date("last"))
    if let first, let last, first > last {
      refuse("last", found: "\(last)", expected: "a date that is not before the first, \(first)")
    }
    guard let text = crossedDays() ?? required("recurrence", "days such as \"varje dag\" or \"varannan vecka, mån\"")
    else { return nil }
    let orders = mapping.dateOrder.map { [$0] } ?? ExportMapping.DateOrder.allCases
    do throws(RecurrenceText.Fault) {
      var read = try RecurrenceText(text, first: first, last: last, near: start) { word in
        // Dates amid words are too few to tell their order from: one that has several readings is none.
        let days = Set(orders.map { MomentParser.moment(word, $0) }.map { $0?.minute == nil ? $0?.day : nil })
        return days.count == 1 ? days.first.flatMap(\.self).map { LocalDate(dayNumber: $0) } : nil
      }
      if choosesDays {
        try read.keep(apart: whole("daysApart", 1...28))
      } else if read.recurrence.times != nil {
        throw RecurrenceText.Fault(
          expected: "the days of a shift, such as \"mån tis\", and its times in the columns start and end")
      }
      return problems.count == count ? read : nil
    } catch {
      refuse("recurrence", found: quoted(text), expected: error.expected)
      return nil
    }
  }

  /// The days of the week that have a cross, behind what the recurrence says of weeks; `nil` where there is none.
  private mutating func crossedDays() -> String? {
    guard table.table == .needs else { return nil }
    var days: [String] = []
    for (column, day) in zip(NeedsTable.weekdays, Weekdays.swedish) where text(column.name) != nil {
      if isCrossed(column.name) { days.append(day) }
    }
    return days.isEmpty ? nil : ([text("recurrence")].compactMap(\.self) + days).joined(separator: ", ")
  }

  private mutating func isCrossed(_ column: String) -> Bool {
    if ["1", "✓", "✔", "v"].contains(text(column).map(LogWords.folded)) { return true }
    return flag(column) ?? false
  }
}

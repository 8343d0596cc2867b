import Files
import HomeCare

extension NeedsReader {
  /// Reads days that are planned as other days of the week.
  mutating func readHolidays(_ table: MappedTable) {
    forEachRow(of: table) { reader, row in
      guard let (date, day) = row.holiday(besides: reader.needs.holidays) else { return }
      reader.needs.holidays.add(day, on: date)
      reader.take(.holidays)
    }
  }

  /// Reads what a person has allowed; visits are named by their ids or by the ids of their series.
  mutating func readExceptions(_ table: MappedTable) {
    forEachRow(of: table) { reader, row in
      let rules = Rule.excepted.map(\.rawValue)
      let rule = row.required("rule", "one of \(rules.joined(separator: ", "))").flatMap { _ in
        row.value("rule", expected: "one of \(rules.joined(separator: ", "))") { text in
          Rule.excepted.first { $0.rawValue == text.uppercased() }
        }
      }
      let reason = row.required("reason", "why it is allowed")
      let (before, after) = (row.whole("before", InputLimits.widening), row.whole("after", InputLimits.widening))
      let minutes = row.whole("minutes", InputLimits.exceptionMinutes)
      let at = row.text("at") == nil ? nil : row.moment("at", endsDay: false)
      let staff = row.text("staff").flatMap { reader.staff($0, in: "staff", &row) }
      guard row.problems.isEmpty, let rule, let reason else { return }
      var exception = RuleException(
        rule: rule, reason: reason, before: before ?? 0, after: after ?? 0, minutes: minutes)
      exception.visit = row.text("visit").map { VisitID($0) }
      exception.second = row.text("second").map { VisitID($0) }
      exception.shift = row.text("shift").map { ShiftID($0) }
      exception.staff = staff
      (exception.by, exception.at) = (row.text("by"), at)
      reader.needs.exceptions.append(exception)
      reader.take(.exceptions)
      reader.note("exceptions", row)
    }
  }
}

extension Holidays {
  /// Reads a table of one's own: the columns `date`, `holiday` and, where a day is not planned as a Sunday, `as`.
  ///
  /// - Throws: `InputError` with every row that cannot be read.
  public static func read(path: String, _ mapping: ExportMapping = .genericSwedish) throws(InputError) -> Holidays {
    let table = try MappedTable(path, .holidays, mapping)
    var holidays = Holidays()
    var problems = table.refusedSums
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      if let (date, day) = row.holiday(besides: holidays) { holidays.add(day, on: date) }
      problems += row.problems
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return holidays
  }
}

extension MappedRow {
  /// The date of a row of holidays, and what it is planned as; a date that stands twice is planned in one way.
  fileprivate mutating func holiday(besides others: Holidays) -> (LocalDate, Holidays.Day)? {
    let day = required("date", "a date such as 2026-12-24") == nil ? nil : date("date")
    let name = required("holiday", "what the day is called")
    let weekday = value("as", expected: "a day of the week such as söndag; Sunday where nothing is said") {
      RecurrenceWords.day(LogWords.folded($0))?.day
    }
    guard let day, let name, problems.isEmpty else { return nil }
    let holiday = Holidays.Day(name: name, weekday: weekday ?? 7)
    if let other = others.days[day], other.weekday != holiday.weekday {
      refuse(
        "date", found: "\(day) again", expected: "one way of planning it; another row has it as \(quoted(other.name))")
      return nil
    }
    return (day, holiday)
  }
}

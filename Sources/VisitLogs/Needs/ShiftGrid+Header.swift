import Files
import HomeCare

extension ShiftGrid {
  /// The header of a grid: which column is which day.
  struct Header {
    /// The columns of days, from the left, each with its days since the first of the cycle.
    let days: [(column: Int, day: Int)]
    /// Whole weeks after which the schedule begins again.
    let weeks: Int
    /// The first day of the cycle, where the header says it.
    let start: LocalDate?
    /// The first and the last of the header's rows, as places among the table's.
    let first: Int
    let last: Int

    /// Whether the weeks come again: those told by dates do where they are whole weeks.
    let repeats: Bool
    /// Whether the days are dates, which hold as they are drawn, holidays or not.
    let namesDates: Bool

    /// Columns of days that make a grid.
    private static let fewestDays = 5
    private static let mostWeeks = 6

    /// The header of a table; `nil` where the table is no grid.
    ///
    /// - Parameter near: A date near which dates lie that name no year, and weeks that are those of the calendar.
    init?(_ table: SmallTable, near: LocalDate) {
      let rows = Array(table.rows.prefix(40).enumerated())
      func best<Day>(_ read: ([String]) -> [Int: Day]) -> (row: Int, days: [Int: Day])? {
        let found = rows.map { (row: $0, days: read($1.cells)) }.max {
          ($0.days.count, $1.row) < ($1.days.count, $0.row)
        }
        return found.flatMap { $0.days.count >= Self.fewestDays ? $0 : nil }
      }
      if let found = best({ Self.dates($0, near) }) {
        namesDates = true
        guard let made = Self.byDates(found.days) else { return nil }
        (days, weeks, start) = made
        (first, last) = Self.rows(around: found.row, table)
        let (length, weekday) = ((days.map(\.day).max() ?? 0) + 1, made.start.map(\.weekday))
        repeats = length % 7 == 0 || (weekday == 1 && length % 7 >= 5)
        return
      }
      (repeats, namesDates) = (true, false)
      if let found = best(Self.weekdays) {
        let above = found.row > 0 ? table.rows[found.row - 1].cells : []
        let made = Self.byWeekdays(found.days, table.rows[found.row].cells, above, near)
        guard (1...Self.mostWeeks).contains(made.weeks) else { return nil }
        (days, weeks, start) = made
        (first, last) = Self.rows(around: found.row, table)
        return
      }
      guard let found = best(Self.numbers), found.days.count % 7 == 0, found.days.count <= 7 * Self.mostWeeks else {
        return nil
      }
      days = found.days.sorted { $0.key < $1.key }.map { ($0.key, $0.value - 1) }
      (weeks, start) = (found.days.count / 7, nil)
      (first, last) = Self.rows(around: found.row, table)
    }

    /// The rows beside one of the header that belong to it: those that say weeks, weekdays or dates too.
    private static func rows(around row: Int, _ table: SmallTable) -> (first: Int, last: Int) {
      func belongs(_ index: Int) -> Bool {
        guard table.rows.indices.contains(index) else { return false }
        let cells = table.rows[index].cells
        return weekdays(cells).count >= fewestDays || numbers(cells).count >= fewestDays
          || cells.contains { week($0) != nil }
      }
      return (belongs(row - 1) ? row - 1 : row, belongs(row + 1) ? row + 1 : row)
    }

    // MARK: - Days by their dates

    private static func dates(_ cells: [String], _ near: LocalDate) -> [Int: LocalDate] {
      var dates: [Int: LocalDate] = [:]
      for (column, cell) in cells.enumerated() {
        guard let date = cell.split(whereSeparator: \.isWhitespace).compactMap({ date(String($0), near) }).first else {
          continue
        }
        dates[column] = date
      }
      return dates
    }

    /// A date, or a day and a month, `2/3`, of the year that brings it nearest.
    private static func date(_ word: String, _ near: LocalDate) -> LocalDate? {
      if let moment = MomentParser.moment(word, .dayFirst), let day = moment.day, moment.minute == nil {
        return LocalDate(dayNumber: day)
      }
      return LocalDate.ofDayAndMonth(word, near: near)
    }

    private static func byDates(_ dates: [Int: LocalDate]) -> (
      days: [(column: Int, day: Int)], weeks: Int, start: LocalDate?
    )? {
      let sorted = dates.sorted { $0.key < $1.key }
      guard let start = sorted.map(\.value).min(), let last = sorted.map(\.value).max(),
        Set(dates.values).count == dates.count
      else { return nil }
      let weeks = (last.dayNumber - start.dayNumber) / 7 + 1
      guard weeks <= mostWeeks else { return nil }
      return (sorted.map { ($0.key, $0.value.dayNumber - start.dayNumber) }, weeks, start)
    }

    // MARK: - Days by their names

    private static let languages = [Weekdays.swedish, Weekdays.english]

    /// The weekday of each cell that names one; letters alone where they run through whole weeks.
    private static func weekdays(_ cells: [String]) -> [Int: Int] {
      var days: [Int: Int] = [:]
      for (column, cell) in cells.enumerated() {
        for word in LogWords.folded(cell).split(whereSeparator: { !$0.isLetter }) where word.count >= 2 {
          let found = (0..<7).filter { day in languages.contains { $0[day].hasPrefix(word) } }
          if found.count == 1 { days[column] = found[0] + 1 }
        }
      }
      guard days.isEmpty else { return days }
      let letters = cells.enumerated().filter { $1.count == 1 && $1.contains(where: \.isLetter) }
      let run = letters.map { $1.lowercased() }.joined()
      let weeks = letters.count / 7
      let initials = languages.map { days in days.map { String($0.prefix(1)) }.joined() }
      guard weeks > 0, initials.contains(where: { run == String(repeating: $0, count: weeks) }) else { return [:] }
      return Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1.offset, $0 % 7 + 1) })
    }

    /// The number of the week that a cell names, `v1`, `v. 10`, `vecka 2`, `week 2`.
    private static func week(_ cell: String) -> Int? {
      let words = LogWords.folded(cell).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      for (index, word) in words.enumerated() {
        for mark in ["vecka", "week", "v", "w"] where word.hasPrefix(mark) {
          let rest = String(word.dropFirst(mark.count))
          if let number = Int(rest.isEmpty && index + 1 < words.count ? words[index + 1] : rest),
            (1...53).contains(number)
          {
            return number
          }
        }
      }
      return nil
    }

    private static func byWeekdays(
      _ weekdays: [Int: Int], _ cells: [String], _ above: [String], _ near: LocalDate
    ) -> (days: [(column: Int, day: Int)], weeks: Int, start: LocalDate?) {
      var days: [(column: Int, day: Int)] = []
      var (index, before) = (0, 0)
      var marks: [Int] = []
      for (column, weekday) in weekdays.sorted(by: { $0.key < $1.key }) {
        // The week stands in the cell itself, or above it or farther left.
        let mark = week(cells[column]) ?? above.prefix(column + 1).last { week($0) != nil }.flatMap(week)
        if let mark, marks.last != mark {
          if !marks.isEmpty { index += 1 }
          marks.append(mark)
        } else if weekday <= before {
          index += 1
        }
        before = weekday
        days.append((column, 7 * index + weekday - 1))
      }
      return (days, index + 1, start(ofWeek: marks.first, near))
    }

    /// The Monday of a week of the calendar; a cycle's own weeks are counted from 1.
    private static func start(ofWeek number: Int?, _ near: LocalDate) -> LocalDate? {
      guard let number, number > 1 else { return nil }
      return LocalDate.monday(ofWeek: number, near: near)
    }

    // MARK: - Days by their numbers

    /// The number of each cell, where they are counted from 1.
    private static func numbers(_ cells: [String]) -> [Int: Int] {
      var numbers: [Int: Int] = [:]
      for (column, cell) in cells.enumerated() where Int(cell) == numbers.count + 1 {
        numbers[column] = numbers.count + 1
      }
      return numbers
    }
  }
}

import HomeCare

/// Puts staff's shifts on the days that lack working minutes most.
struct ShiftPlanner {
  /// Working minutes of full time in a fortnight: 38 h 15 min a week.
  private static let fullTime = 2 * (38 * 60 + 15)

  let unit: Unit
  /// Working minutes still to be offered, by part of the day and day; negative where more is offered than asked for.
  private(set) var need: [[Int]]

  /// Working minutes that a part of the day lacks over the horizon.
  func missing(_ part: DayPart) -> Int { need[part.rawValue].reduce(0, +) }

  /// The shifts of one more staff member: every other weekend and the rest on the weekdays that lack most.
  mutating func shifts(
    in part: DayPart, count: Int, flip: Int, short: Int, _ random: inout SeededGenerator
  ) -> [Int: ShiftKind] {
    var kinds: [Int: ShiftKind] = [:]
    let weekendParity = weekendsThatLackMost(part)
    let days = unit.options.days
    let weeks = Dictionary(grouping: 0..<days, by: unit.week(ofDay:)).sorted { $0.key < $1.key }
    let besideWeekend = min(3, (count - 2) / 2)
    for (week, daysOfWeek) in weeks {
      let worksWeekend = week % 2 == weekendParity
      let weekend = worksWeekend ? daysOfWeek.filter { unit.weekday(ofDay: $0) >= 5 } : []
      for day in weekend { place(part, on: day, in: &kinds, flip: flip, short: short, &random) }
      // A draw for each day breaks ties without favouring the week's beginning.
      var weekdays = daysOfWeek.filter { unit.weekday(ofDay: $0) < 5 }
        .map { (day: $0, need: need[part.rawValue][$0], tie: random.int(below: 1 << 20)) }
      weekdays.sort { ($0.need, $0.tie) > ($1.need, $1.tie) }
      let target = worksWeekend ? besideWeekend : count - 2 - besideWeekend
      var placed = 0
      for candidate in weekdays where placed < target {
        if place(part, on: candidate.day, in: &kinds, flip: flip, short: short, &random) { placed += 1 }
      }
    }
    return kinds
  }

  /// Whether the even (0) or the odd (1) weeks' weekends lack more working minutes; none where they lie outside.
  private func weekendsThatLackMost(_ part: DayPart) -> Int {
    var missing = [0, 0]
    for day in need[part.rawValue].indices where unit.weekday(ofDay: day) >= 5 {
      missing[unit.week(ofDay: day) % 2] += need[part.rawValue][day]
    }
    return missing[0] >= missing[1] ? 0 : 1
  }

  /// Days of the horizon in the same fortnight, but no fewer than a week's.
  private func daysOfFortnight(around day: Int) -> Int {
    max(7, (0..<unit.options.days).count { isSameFortnight($0, day) })
  }

  private func isSameFortnight(_ day: Int, _ other: Int) -> Bool {
    unit.week(ofDay: day) / 2 == unit.week(ofDay: other) / 2
  }

  /// Adds a shift on a day where rest allows it, now and then in the other part of the day.
  @discardableResult
  private mutating func place(
    _ own: DayPart, on day: Int, in kinds: inout [Int: ShiftKind], flip: Int, short: Int,
    _ random: inout SeededGenerator
  ) -> Bool {
    let parts = random.chance(flip, in: 100) ? [own.other, own] : [own]
    let isShort = random.chance(short, in: 100)
    for part in parts {
      let fullTime = Self.fullTime * daysOfFortnight(around: day) / 14
      var kind: ShiftKind = part == .evening ? .evening : isShort ? .short : .day
      let worked = kinds.reduce(0) { $0 + (isSameFortnight($1.key, day) ? $1.value.workingMinutes : 0) }
      if kind == .day && worked + kind.workingMinutes > fullTime { kind = .short }
      guard worked + kind.workingMinutes <= fullTime, Rest.allows(kind, on: day, beside: kinds) else { continue }
      kinds[day] = kind
      need[part.rawValue][day] -= kind.workingMinutes
      return true
    }
    return false
  }
}

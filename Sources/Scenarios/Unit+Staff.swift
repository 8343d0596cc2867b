import HomeCare

extension Unit {
  /// Shifts a fortnight, each as often as it stands here: seven or fewer (46 %) are part-time.
  private static let shiftsAFortnight =
    [5, 5, 5] + Array(repeating: 6, count: 9) + Array(repeating: 7, count: 11)
    + Array(repeating: 8, count: 15) + Array(repeating: 9, count: 8) + Array(repeating: 10, count: 4)
  /// Percent of day shifts that are short.
  private static let shortShifts = 30
  /// Percent of shifts worked in the other part of the day than the staff member's own.
  private static let otherPart = 8
  /// Percent of staff with the delegation to give insulin.
  private static let withInsulin = 73
  /// Rostered staff to each substitute in the pool.
  private static let rosteredPerPool = 8
  /// Days in ten on which a substitute can be called in; more at weekends, when half of the staff are off.
  private static let poolDays = (weekday: 5, weekend: 8)
  /// The evening's peak is narrower than the morning's: its staff need this much more slack, in percent.
  private static let eveningSlack = 130
  /// More days in a row are not worked.
  static let longestRun = 5

  /// Hires staff until their shifts offer the working minutes that the tightness asks for, by day and evening as needed.
  mutating func hireStaff() {
    var random = generator(for: .staff)
    var care = [0, 0]
    var need = [[Int]](repeating: [Int](repeating: 0, count: options.days), count: DayPart.allCases.count)
    for visit in visits {
      let part = DayPart(startingAt: visit.earliest % LocalDateTime.minutesPerDay)
      let weighted = visit.minutes * visit.staff * (part == .evening ? Self.eveningSlack : 100)
      care[part.rawValue] += weighted
      need[part.rawValue][visit.day] += weighted
    }
    // The whole capacity follows from the tightness; its split from the weighted care.
    let wanted = visits.reduce(0) { $0 + $1.minutes * $1.staff } * 100 / options.effectiveTightness
    let weighted = max(1, care[0] + care[1])
    var planner = ShiftPlanner(unit: self, need: need.map { $0.map { $0 * wanted / weighted } })
    // Each round gives at least one shift: to a weekend in the horizon, or to one of its weekdays.
    while planner.missing(.day) + planner.missing(.evening) > 0 {
      let part: DayPart = planner.missing(.day) >= planner.missing(.evening) ? .day : .evening
      let kinds = planner.shifts(
        in: part, count: random.pick(Self.shiftsAFortnight), flip: Self.otherPart, short: Self.shortShifts, &random)
      employ(isPool: false, kinds, &random)
    }
    for substitute in 0..<((staff.count + Self.rosteredPerPool - 1) / Self.rosteredPerPool) {
      employ(isPool: true, poolShifts(substitute % 3 == 1 ? .day : .evening, &random), &random)
    }
    sortShifts()
  }

  private mutating func employ(isPool: Bool, _ kinds: [Int: ShiftKind], _ random: inout SeededGenerator) {
    let name = Names.draw(&random)
    let delegated = random.chance(Self.withInsulin, in: 100)
    let wanted = visits.contains { !$0.skills.isEmpty }
    staff.append(DraftStaff(name: name, skills: delegated && wanted ? ["insulin"] : [], isPool: isPool))
    for day in 0..<options.days {
      if let kind = kinds[day] { shifts.append(DraftShift(staff: staff.count - 1, day: day, kind: kind)) }
    }
  }

  private func poolShifts(_ own: ShiftKind, _ random: inout SeededGenerator) -> [Int: ShiftKind] {
    var kinds: [Int: ShiftKind] = [:]
    for day in 0..<options.days {
      let isWeekend = weekday(ofDay: day) >= 5
      guard random.chance(isWeekend ? Self.poolDays.weekend : Self.poolDays.weekday, in: 10) else { continue }
      let kind = random.chance(Self.otherPart, in: 100) ? (own == .day ? .evening : .day) : own
      if Rest.allows(kind, on: day, beside: kinds) { kinds[day] = kind }
    }
    return kinds
  }

  mutating func sortShifts() {
    shifts.sort { ($0.day, $0.kind.start, $0.staff) < ($1.day, $1.kind.start, $1.staff) }
  }
}

/// The rest between one staff member's shifts that the labour rules ask for.
enum Rest {
  /// Whether a shift may be added: none that day, no day shift less than 36 hours after an evening one, so that a
  /// single day off is a weekly rest, and no long run of days.
  static func allows(_ kind: ShiftKind, on day: Int, beside kinds: [Int: ShiftKind]) -> Bool {
    if kinds[day] != nil { return false }
    if kind.part == .day && (kinds[day - 1] == .evening || kinds[day - 2] == .evening) { return false }
    if kind.part == .evening && (kinds[day + 1].map { $0.part == .day } ?? false) { return false }
    if kind.part == .evening && (kinds[day + 2].map { $0.part == .day } ?? false) { return false }
    var (first, last) = (day, day)
    while kinds[first - 1] != nil { first -= 1 }
    while kinds[last + 1] != nil { last += 1 }
    return last - first + 1 <= Unit.longestRun
  }
}

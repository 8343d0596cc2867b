extension LabourRules {
  /// Where the shifts of an instance break the rules, in the order of staff, then of shifts.
  ///
  /// Rest and hours are counted over rostered shifts: a pool shift is worked only where a plan calls it in. Breaks are
  /// looked at in every shift. Days on which an instance has no shifts count as free.
  public func warnings(on instance: Instance) -> [InstanceProblem] {
    var rows = Dictionary(uniqueKeysWithValues: instance.staff.map { ($0.id, [Int]()) })
    for (row, shift) in instance.shifts.enumerated() where shift.kind == .rostered { rows[shift.staff]?.append(row) }
    var aboutStaff: [InstanceProblem] = []
    var aboutShifts: [InstanceProblem] = []
    for (index, member) in instance.staff.enumerated() {
      let shifts = (rows[member.id] ?? []).sorted { instance.shifts[$0].start < instance.shifts[$1].start }
      guard !shifts.isEmpty else { continue }
      let cell = Cell(table: "staff", row: index, column: "id")
      let work = WorkingTime(stretches: shifts.map { instance.shifts[$0].start..<instance.shifts[$0].end })
      aboutStaff += weeklyRestWarnings(work, instance.horizon, cell, member)
      aboutStaff += weeklyHoursWarnings(shifts.map { instance.shifts[$0] }, instance.horizon, cell, member)
      aboutShifts += dailyRestWarnings(work, shifts, instance)
    }
    for row in instance.shifts.indices { aboutShifts += breakWarnings(row, instance.shifts[row]) }
    let order = aboutShifts.enumerated().sorted { ($0.element.cell.row, $0.offset) < ($1.element.cell.row, $1.offset) }
    return aboutStaff + order.map(\.element)
  }

  private func warning(_ cell: Cell, _ id: String, found: String, expected: String, rule: String) -> InstanceProblem {
    InstanceProblem(
      severity: .warning, cell: cell, id: id, found: found, expected: "\(expected) (labour rules \(name), \(rule))")
  }

  private func dailyRestWarnings(_ work: WorkingTime, _ rows: [Int], _ instance: Instance) -> [InstanceProblem] {
    guard let dailyRest else { return [] }
    let starts: [LocalDateTime] =
      switch day {
      case .fromEachShift: work.stretches.map(\.lowerBound)
      case .fixed(let minuteOfDay?): work.days(breakingAt: minuteOfDay)
      case .fixed(nil): work.daysAtBestBreak(rest: dailyRest)
      }
    return starts.compactMap { start in
      let period = start..<start.advanced(by: LocalDateTime.minutesPerDay)
      let rest = work.longestRest(in: period)
      guard rest < dailyRest, let first = work.stretches.firstIndex(where: { $0.upperBound > start }) else {
        return nil
      }
      return warning(
        Cell(table: "shifts", row: rows[first], column: "start"), instance.shifts[rows[first]].id.rawValue,
        found: "at most \(hours(rest)) of unbroken rest in the 24 hours from \(start)",
        expected: "at least \(hours(dailyRest))", rule: "daily rest")
    }
  }

  private func weeklyRestWarnings(
    _ work: WorkingTime, _ horizon: Horizon, _ cell: Cell, _ member: StaffMember
  ) -> [InstanceProblem] {
    guard let weeklyRest else { return [] }
    // Days beyond the last whole week are left out: what follows them is not known.
    return (0..<(horizon.days / 7)).compactMap { week in
      let first = horizon.start.advanced(by: week * 7)
      let rest = work.longestRest(in: first.midnight..<first.advanced(by: 7).midnight)
      guard rest < weeklyRest else { return nil }
      return warning(
        cell, member.id.rawValue, found: "at most \(hours(rest)) of unbroken rest in the 7 days from \(first)",
        expected: "at least \(hours(weeklyRest))", rule: "weekly rest")
    }
  }

  private func weeklyHoursWarnings(
    _ shifts: [Shift], _ horizon: Horizon, _ cell: Cell, _ member: StaffMember
  ) -> [InstanceProblem] {
    guard let weeklyMinutes else { return [] }
    let days = horizon.firstMinute..<horizon.end
    let worked = shifts.reduce(0) { days.contains($1.start) ? $0 + $1.workingMinutes : $0 }
    // Less than a week is held against a whole one, so that one long day is no long week.
    let average = worked * 7 / max(7, horizon.days)
    guard average > weeklyMinutes else { return [] }
    return [
      warning(
        cell, member.id.rawValue, found: "\(hours(average)) of work a week on average",
        expected: "at most \(hours(weeklyMinutes))", rule: "weekly hours")
    ]
  }

  private func breakWarnings(_ row: Int, _ shift: Shift) -> [InstanceProblem] {
    let length = shift.end.minutes(since: shift.start)
    if let breakBeyond, length > breakBeyond, shift.breakRule == nil {
      return [
        warning(
          Cell(table: "shifts", row: row, column: "breakMinutes"), shift.id.rawValue,
          found: "no break in a shift of \(hours(length))",
          expected: "a break where a shift exceeds \(hours(breakBeyond))",
          rule: "break")
      ]
    }
    guard let longestStretch else { return [] }
    let stretch = shortestStretch(of: shift, length)
    guard stretch > longestStretch else { return [] }
    return [
      warning(
        Cell(table: "shifts", row: row, column: shift.breakRule == nil ? "breakMinutes" : "breakFrom"),
        shift.id.rawValue,
        found: shift.breakRule == nil
          ? "no break in a shift of \(hours(length))" : "\(hours(stretch)) in a row wherever the break is laid",
        expected: "at most \(hours(longestStretch)) in a row without a break", rule: "longest stretch")
    ]
  }

  /// The longer of the stretches before and after the break, where the break is laid best; the whole shift without one.
  private func shortestStretch(of shift: Shift, _ length: Int) -> Int {
    guard let rule = shift.breakRule else { return length }
    let from = rule.from.minutes(since: shift.start)
    let to = min(rule.to.minutes(since: shift.start), length - rule.minutes)
    // The stretch before grows and the one after shrinks with the break's start; they are equal half-way.
    let even = min(max((length - rule.minutes) / 2, from), max(from, to))
    return max(even, length - rule.minutes - even)
  }

  /// Minutes as `11 h 30 min`.
  private func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }
}

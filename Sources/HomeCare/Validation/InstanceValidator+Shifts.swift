/// Checks of shifts, one by one and against each other.
extension InstanceValidator {
  mutating func checkShifts() {
    shiftIsSound = Array(repeating: false, count: draft.shifts.count)
    if draft.shifts.isEmpty && !draft.visits.isEmpty {
      warn(
        Row(table: .shifts, index: 0), "id", found: "no shifts",
        expected: "at least one shift; without shifts every visit is left unassigned")
    }
    var shiftsOfStaff = Array(repeating: [Int](), count: draft.staff.count)
    for (index, shift) in draft.shifts.enumerated() {
      let row = Row(table: .shifts, index: index, id: shift.id.rawValue)
      checkID(shift.id, firstRows: shiftRows, row)
      let staff = resolve(shift.staff, in: .staff, staffRows, row, "staff")
      if let mode = shift.mode { _ = resolve(mode, in: .travelModes, modeRows, row, "mode") }
      let timesAreSound = checkTimes(of: shift, row)
      if let rule = shift.breakRule { checkBreak(rule, in: timesAreSound ? shift : nil, row) }
      if let staff, timesAreSound {
        shiftIsSound[index] = true
        shiftsOfStaff[staff].append(index)
      }
    }
    for shifts in shiftsOfStaff where shifts.count > 1 { checkOverlaps(shifts) }
  }

  private mutating func checkTimes(of shift: Shift, _ row: Row) -> Bool {
    let startIsSound = check(shift.start, row, "start")
    let endIsSound = check(shift.end, row, "end")
    guard startIsSound && endIsSound else { return false }
    let minutes = shift.end.minutes(since: shift.start)
    if minutes <= 0 {
      report(row, "end", found: "\(shift.end)", expected: "a time after the shift's start, \(shift.start)")
      return false
    }
    if minutes > InputLimits.shiftMinutes.upperBound {
      report(
        row, "end", found: "\(shift.end), \(minutes) minutes after the start",
        expected: "a shift of at most \(InputLimits.shiftMinutes.upperBound) minutes; split it or check the dates")
      return false
    }
    return !horizonIsSound || checkPlace(of: shift, row)
  }

  /// A shift may begin before the horizon or end after it; one wholly outside serves no visit.
  private mutating func checkPlace(of shift: Shift, _ row: Row) -> Bool {
    let (first, end) = (draft.horizon.firstMinute, draft.horizon.end)
    let margin = InputLimits.daysBesideHorizon * LocalDateTime.minutesPerDay
    if shift.end < first.advanced(by: -margin) || shift.start > end.advanced(by: margin) {
      report(
        row, "start", found: "\(shift.start)",
        expected: "a shift near the horizon, \(first) to \(end); correct the date or remove the shift")
      return false
    }
    if shift.end <= first || shift.start >= end {
      warn(
        row, "start", found: "\(shift.start) to \(shift.end)",
        expected: "a shift that overlaps the horizon, \(first) to \(end); no visit can fall in this one")
    }
    return true
  }

  /// Checks a break by itself and, where the shift's own times are sound, inside its shift.
  private mutating func checkBreak(_ rule: Shift.Break, in shift: Shift?, _ row: Row) {
    let minutesAreSound = readable(row, "breakMinutes") && InputLimits.breakMinutes.contains(rule.minutes)
    if !minutesAreSound && readable(row, "breakMinutes") {
      report(
        row, "breakMinutes", found: "\(rule.minutes)",
        expected:
          "a whole number from 1 to \(InputLimits.breakMinutes.upperBound); leave the break's three cells out where there is no break"
      )
    }
    let fromIsSound = check(rule.from, row, "breakFrom")
    let toIsSound = check(rule.to, row, "breakTo")
    if fromIsSound && toIsSound && rule.from > rule.to {
      report(row, "breakTo", found: "\(rule.to)", expected: "a time at or after breakFrom, \(rule.from)")
      return
    }
    guard let shift else { return }
    let length = shift.end.minutes(since: shift.start)
    if minutesAreSound && rule.minutes > length {
      report(
        row, "breakMinutes", found: "\(rule.minutes) in a shift of \(length) minutes",
        expected: "a break no longer than its shift")
      return
    }
    if fromIsSound && (rule.from < shift.start || rule.from > shift.end) {
      report(
        row, "breakFrom", found: "\(rule.from)", expected: "a time in the shift, \(shift.start) to \(shift.end)")
    }
    if toIsSound && (rule.to < shift.start || rule.to > shift.end) {
      report(row, "breakTo", found: "\(rule.to)", expected: "a time in the shift, \(shift.start) to \(shift.end)")
      return
    }
    guard minutesAreSound && fromIsSound && toIsSound else { return }
    let latest = shift.end.advanced(by: -rule.minutes)
    if rule.from > latest {
      report(
        row, "breakFrom", found: "\(rule.from), \(shift.end.minutes(since: rule.from)) minutes before the shift ends",
        expected: "a time at or before \(latest), so that a break of \(rule.minutes) minutes ends within the shift")
    } else if rule.to > latest {
      warn(
        row, "breakTo", found: "\(rule.to)",
        expected: "a time at or before \(latest); a break of \(rule.minutes) minutes cannot begin later in this shift")
    }
  }

  private mutating func checkOverlaps(_ shifts: [Int]) {
    let table = draft.shifts
    let sorted = shifts.sorted { (table[$0].start, table[$0].end, $0) < (table[$1].start, table[$1].end, $1) }
    var longest = sorted[0]
    for index in sorted.dropFirst() {
      let (shift, other) = (table[index], table[longest])
      if shift.start < other.end {
        report(
          Row(table: .shifts, index: index, id: shift.id.rawValue), "start",
          found: "\(shift.start), before \(quoted(other.id.rawValue)) of the same staff member ends at \(other.end)",
          expected: "shifts of \(quoted(shift.staff.rawValue)) that do not overlap; move, shorten or remove one")
      }
      if shift.end > other.end { longest = index }
    }
  }
}

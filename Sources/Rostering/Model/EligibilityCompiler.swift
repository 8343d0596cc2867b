import HomeCare

/// Finds the shifts that could hold each slot by itself.
struct EligibilityCompiler {
  /// What is found, as `CompiledProblem` keeps it.
  struct Compiled {
    /// With the days of each.
    var visits: [CompiledVisit]
    /// With the run of each.
    var slots: [CompiledSlot]
    var shifts: [ShiftRow] = []
    var bits: [UInt64]
    var words: Int
    var dayShifts: [ShiftRow]
    var dayShiftStart: [Int32]
  }

  private let instance: Instance
  private let visits: [CompiledVisit]
  private let windows: [[CompiledWindow]]
  private let slots: [CompiledSlot]
  private let shifts: [CompiledShift]
  private let rules: PairRules
  private let locationCount: Int

  init(
    _ compiler: InstanceCompiler, rules: PairRules, visits: [CompiledVisit], windows: [[CompiledWindow]],
    slots: [CompiledSlot], shifts: [CompiledShift]
  ) {
    instance = compiler.instance
    locationCount = compiler.places.count
    self.visits = visits
    self.windows = windows
    self.slots = slots
    self.shifts = shifts
    self.rules = rules
  }

  /// - Parameter reach: least minutes from and to bases, so that a shift counts which holds the slot on some detour only.
  func compiled(reach: [Minutes]) -> Compiled {
    let byDay = shiftsTouchingDays()
    var spans: [[Int]: Int32] = [:]
    var shiftsOfSpan: [[ShiftRow]] = []
    var visits = visits
    for index in visits.indices {
      let days = days(of: windows[index])
      if spans[days] == nil {
        spans[days] = Int32(shiftsOfSpan.count)
        shiftsOfSpan.append(ordered(byDay, days))
      }
      visits[index].days = spans[days] ?? 0
    }
    let words = max(1, ((shiftsOfSpan.map(\.count).max() ?? 0) + 63) / 64)
    var compiled = Compiled(
      visits: visits, slots: slots, bits: [UInt64](repeating: 0, count: slots.count * words), words: words,
      dayShifts: [ShiftRow](repeating: .none, count: shiftsOfSpan.count * words * 64),
      dayShiftStart: shiftsOfSpan.flatMap(starts))
    for (span, shifts) in shiftsOfSpan.enumerated() {
      compiled.dayShifts.replaceSubrange(span * words * 64..<span * words * 64 + shifts.count, with: shifts)
    }
    for slot in slots.indices {
      compiled.slots[slot].eligibleStart = Int32(compiled.shifts.count)
      let span = Int(visits[slots[slot].visit.index].days)
      for (position, shift) in shiftsOfSpan[span].enumerated() where holds(shift, slots[slot], reach) {
        compiled.shifts.append(shift)
        compiled.bits[slot * words + position / 64] |= 1 << UInt64(position % 64)
      }
      compiled.slots[slot].eligibleEnd = Int32(compiled.shifts.count)
    }
    return compiled
  }

  /// The days on which a visit may start, in order.
  private func days(of windows: [CompiledWindow]) -> [Int] {
    let days = windows.flatMap { window in
      let first = max(0, Int(window.earliest)) / LocalDateTime.minutesPerDay
      return Array(first...max(first, Int(window.latest) / LocalDateTime.minutesPerDay))
    }
    return days.count > 1 ? Set(days).sorted() : days
  }

  /// The shifts in which a visit that starts on one of the days could lie, by staff and then by start.
  private func ordered(_ byDay: [[ShiftRow]], _ days: [Int]) -> [ShiftRow] {
    let touching = days.flatMap { $0 < byDay.count ? byDay[$0] : [] }
    return (days.count > 1 ? Array(Set(touching)) : touching).sorted { left, right in
      let (a, b) = (shifts[left.index], shifts[right.index])
      return a.staff != b.staff ? a.staff < b.staff : (a.start, left) < (b.start, right)
    }
  }

  /// Where each staff member's run begins among shifts ordered by staff, and the end of the last.
  private func starts(_ ordered: [ShiftRow]) -> [Int32] {
    var starts = [Int32](repeating: 0, count: instance.staff.count + 1)
    for shift in ordered { starts[shifts[shift.index].staff.index + 1] += 1 }
    for staff in instance.staff.indices { starts[staff + 1] += starts[staff] }
    return starts
  }

  private func shiftsTouchingDays() -> [[ShiftRow]] {
    var byDay = [[ShiftRow]](repeating: [], count: instance.horizon.days)
    for (index, shift) in shifts.enumerated() {
      let first = max(0, Int(shift.start) / LocalDateTime.minutesPerDay)
      let last = min(byDay.count - 1, Int(shift.end) / LocalDateTime.minutesPerDay)
      if first <= last { for day in first...last { byDay[day].append(ShiftRow(index)) } }
    }
    return byDay
  }

  private func holds(_ shift: ShiftRow, _ slot: CompiledSlot, _ reach: [Minutes]) -> Bool {
    let row = shifts[shift.index]
    let visit = visits[slot.visit.index]
    if slot.pinned.exists {
      if slot.pinned != row.staff { return false }
    } else if visit.slots.contains(where: { slots[$0.index].pinned == row.staff }) {
      return false
    }
    if !rules.allow(row.staff.index, on: slot.visit.index, of: visit.client.index) { return false }
    let out = reach[Int(row.mode) + row.base.index * locationCount + visit.location.index]
    let back = reach[Int(row.mode) + visit.location.index * locationCount + row.base.index]
    return windows[slot.visit.index].contains {
      RouteTiming.holdsAlone(visit.minutes, from: $0.earliest, to: $0.latest, in: row, out: out, back: back)
    }
  }
}

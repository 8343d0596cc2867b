/// A walk over the shifts of one staff member that could hold a slot by themselves, ordered by start.
///
/// It reads a bit for each shift of the slot's days: those of all slots fit into a core's own cache, where lists of shifts
/// and where each staff member's begin in them would not, and the search asks at every move.
struct EligibleShifts {
  private var position: Int32
  private let end: Int32
  private let bits: Int
  private let shifts: Int

  @inline(__always)
  init(of staff: StaffRow, for slot: SlotRow, _ row: CompiledVisit, in problem: CompiledProblem) {
    let start = Int(row.days) * (problem.staffCount + 1) + staff.index
    position = problem.dayShiftStart[start]
    end = problem.dayShiftStart[start + 1]
    bits = slot.index * problem.eligibleWords
    shifts = Int(row.days) * problem.eligibleWords * 64
  }

  /// The next shift, if any.
  @inline(__always)
  mutating func next(in problem: CompiledProblem) -> ShiftRow {
    while position < end {
      let here = Int(position)
      position += 1
      let bit: UInt64 = 1 << UInt64(here & 63)
      if problem.eligibleBits[bits + here >> 6] & bit != 0 { return problem.dayShifts[shifts + here] }
    }
    return .none
  }

  /// All that are still to come, for those who are in no hurry.
  mutating func rest(in problem: CompiledProblem) -> [ShiftRow] {
    var shifts: [ShiftRow] = []
    while true {
      let shift = next(in: problem)
      if !shift.exists { return shifts }
      shifts.append(shift)
    }
  }
}

extension CompiledProblem {
  /// Whether a staff member's shift could hold a slot by itself.
  @inline(__always)
  func isEligible(_ shift: ShiftRow, of staff: StaffRow, for slot: SlotRow, _ row: CompiledVisit) -> Bool {
    var eligible = EligibleShifts(of: staff, for: slot, row, in: self)
    var next = eligible.next(in: self)
    while next.exists && next != shift { next = eligible.next(in: self) }
    return next.exists
  }
}

import HomeCare
import Testing

@testable import Rostering

/// The walk over a staff member's shifts by bits, held against the lists of shifts and against the times themselves.
@Suite struct EligibleShiftsTests {
  private func walk(of staff: StaffRow, for slot: SlotRow, in problem: CompiledProblem) -> [ShiftRow] {
    var eligible = EligibleShifts(of: staff, for: slot, problem.visits[problem.slots[slot].visit], in: problem)
    return eligible.rest(in: problem)
  }

  private func listed(of staff: StaffRow, for slot: SlotRow, in problem: CompiledProblem) -> [ShiftRow] {
    problem.slots[slot].eligible.map { problem.eligible[$0] }
      .filter { problem.shifts[$0].staff == staff }
  }

  @Test(arguments: 1...12) func everyStaffMembersShiftsAreThoseListed(seed: Int) throws {
    let problem = CompiledProblem(
      try BusyInstance.drawn(seed: UInt64(seed), days: 4, detoursCanSave: seed.isMultiple(of: 2)))
    for slot in problem.slotRows {
      let row = problem.visits[problem.slots[slot].visit]
      for staff in problem.staffRows {
        let shifts = listed(of: staff, for: slot, in: problem)
        #expect(walk(of: staff, for: slot, in: problem) == shifts)
        for shift in problem.shiftRows where problem.shifts[shift].staff == staff {
          #expect(problem.isEligible(shift, of: staff, for: slot, row) == shifts.contains(shift))
        }
      }
    }
  }

  /// More shifts a day than bits in a word, two a day for each of the staff; only those long enough hold a visit.
  @Test func manyShiftsADayAreToldApart() throws {
    let day = LocalDate(dayNumber: 20_514)
    func time(_ minute: Int, _ date: Int) -> LocalDateTime { day.advanced(by: date).midnight.advanced(by: minute) }
    var draft = InstanceDraft(name: "many", horizon: Horizon(start: day, days: 2), travel: .matrix([[0]]))
    draft.locations = [Location(id: "home")]
    draft.clients = [Client(id: "c", location: "home")]
    var expected: [ShiftID: Set<VisitID>] = [:]
    for date in 0..<2 {
      for hour in [8, 15] {
        draft.visits.append(
          Visit(
            id: VisitID("\(date)-\(hour)"), client: "c", earliest: time(hour * 60, date), latest: time(hour * 60, date),
            minutes: 40))
      }
    }
    for member in 0..<90 {
      let staff = StaffID("s\(member)")
      draft.staff.append(StaffMember(id: staff))
      for date in 0..<2 {
        for hour in [8, 15] {
          let id = ShiftID("\(member)-\(date)-\(hour)")
          // A third of the shifts end before the visit would.
          let isLong = (member + date + hour) % 3 != 0
          draft.shifts.append(
            Shift(
              id: id, staff: staff, start: time(hour * 60, date), end: time(hour * 60 + (isLong ? 60 : 30), date)))
          expected[id] = isLong ? [VisitID("\(date)-\(hour)")] : []
        }
      }
    }
    let instance = try Instance(validating: draft)
    let problem = CompiledProblem(instance)
    #expect(problem.eligibleWords == 3)
    for staff in problem.staffRows {
      for slot in problem.slotRows {
        let visit = instance[problem.slots[slot].visit].id
        let shifts = walk(of: staff, for: slot, in: problem).map { instance[$0] }
        #expect(shifts.allSatisfy { $0.staff == instance[staff].id })
        let all = instance.shifts.filter { $0.staff == instance[staff].id }
        #expect(shifts.map(\.id) == all.filter { expected[$0.id]?.contains(visit) == true }.map(\.id))
      }
    }
  }
}

import HomeCare
import Testing

@testable import Rostering

/// The neighbourhood that integer programs search.
@Suite struct FixAndOptimiseTests {
  private let budget = SearchBudget(
    begin: ContinuousClock().now, seconds: nil, iterations: nil, cancellation: Cancellation())

  /// A constructed roster of an instance with every rule at work.
  private func constructed(_ seed: Int) throws -> SearchState {
    let problem = CompiledProblem(try BusyInstance.drawn(seed: UInt64(seed)))
    let search = RosterSearch(problem, parameters: SearchParameters(), seed: 1, threads: 1)
    search.construct()
    return search.best
  }

  @Test(arguments: 1...4) func everyProgramLeavesASoundRosterThatIsNoWorse(seed: Int) throws {
    let first = try constructed(seed)
    let problem = first.problem
    let audit = StateAudit(problem)
    var programs = FixAndOptimise(first, seed: UInt64(seed))
    var total = first.total
    for _ in 0..<12 {
      let isBetter = programs.improve(within: budget)
      #expect(audit.faults(of: programs.roster).isEmpty)
      #expect(isBetter ? programs.roster.total < total : programs.roster.total == total)
      total = programs.roster.total
    }
    #expect(total < first.total)
    let roster = programs.roster.roster()
    #expect(RosterChecker(problem.instance).check(roster).violations.isEmpty)
    #expect(programs.programs == 12)
  }

  /// Two clients share two staff, each meeting both; no move of one visit helps, but the program sees both at once.
  @Test func clientsWhoShareStaffAreToldApart() throws {
    let day = TinyInstance.firstDay
    var draft = InstanceDraft(name: "crossed", horizon: Horizon(start: day, days: 2), travel: .matrix([[0]]))
    draft.locations = [Location(id: "L")]
    draft.staff = [StaffMember(id: "A"), StaffMember(id: "B")]
    draft.clients = [Client(id: "C", location: "L"), Client(id: "D", location: "L")]
    for (number, date) in [day, day.advanced(by: 1)].enumerated() {
      let midnight = date.midnight
      for staff in draft.staff {
        draft.shifts.append(
          Shift(
            id: ShiftID("\(staff.id)\(number)"), staff: staff.id, start: midnight.advanced(by: 480),
            end: midnight.advanced(by: 540)))
      }
      for client in draft.clients {
        draft.visits.append(
          Visit(
            id: VisitID("\(client.id)\(number)"), client: client.id, earliest: midnight.advanced(by: 480),
            latest: midnight.advanced(by: 490), minutes: 50))
      }
    }
    let instance = try Instance(validating: draft)
    func assignment(_ visit: String, _ shift: String, _ number: Int) -> Roster.Assignment {
      Roster.Assignment(
        visit: VisitID(visit), start: day.advanced(by: number).midnight.advanced(by: 480),
        staff: [StaffID(String(shift.prefix(1)))], shifts: [ShiftID(shift)])
    }
    let crossed = Roster(
      instance: "crossed",
      assignments: [
        assignment("C0", "A0", 0), assignment("D0", "B0", 0), assignment("C1", "B1", 1), assignment("D1", "A1", 1),
      ], unassigned: [], score: Score())
    let state = SearchState(CompiledProblem(instance))
    state.load(crossed)
    #expect(state.total == 400)
    var programs = FixAndOptimise(state, seed: 1)
    for _ in 0..<5 { _ = programs.improve(within: budget) }
    #expect(programs.roster.total == 200)
  }

  @Test func aCancelledProgramChangesNothing() throws {
    let first = try constructed(1)
    let cancellation = Cancellation()
    cancellation.cancel()
    let budget = SearchBudget(begin: ContinuousClock().now, seconds: nil, iterations: nil, cancellation: cancellation)
    var programs = FixAndOptimise(first, seed: 1)
    let isBetter = programs.improve(within: budget)
    #expect(!isBetter)
    #expect(programs.roster.total == first.total)
  }
}

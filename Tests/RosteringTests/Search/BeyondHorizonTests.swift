import HomeCare
import Testing

@testable import Rostering

@Suite struct BeyondHorizonTests {
  /// Two visits before the last midnight and a night shift; an exception lets the first start after it.
  private func instance() throws -> Instance {
    let horizon = Horizon(start: BusyInstance.firstDay, days: 14, window: 7)
    let evening = horizon.firstMinute.advanced(by: 14 * 1_440 - 15)
    var draft = InstanceDraft(name: "night", horizon: horizon, travel: .matrix([[0]]))
    draft.format = .two
    draft.locations = [Location(id: "home")]
    draft.staff = [StaffMember(id: "A")]
    draft.shifts = [
      Shift(id: "A1", staff: "A", start: evening.advanced(by: -60), end: evening.advanced(by: 360))
    ]
    draft.clients = [Client(id: "C1", location: "home"), Client(id: "C2", location: "home")]
    draft.visits = [
      Visit(
        id: "V1", client: "C1", earliest: evening.advanced(by: 5), latest: evening.advanced(by: 10), minutes: 30),
      Visit(id: "V2", client: "C2", earliest: evening, latest: evening, minutes: 60),
    ]
    draft.exceptions = [RuleException(rule: .window, reason: "agreed", visit: "V1", after: 90)]
    return try Instance(validating: draft)
  }

  @Test(arguments: [SammaSolver.heuristic, .exact])
  func aVisitMayStartBehindTheLastPeriodWhereAnExceptionAllowsIt(solver: SammaSolver) throws {
    let instance = try instance()
    let roster = try solver.plan(instance, SolverOptions(iterations: 2_000)).roster
    #expect(roster.unassigned.isEmpty)
    #expect(RosterChecker(instance).check(roster).violations.isEmpty)
  }
}

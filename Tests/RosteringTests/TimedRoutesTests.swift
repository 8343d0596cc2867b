import HomeCare
import Testing

@testable import Rostering

@Suite struct TimedRoutesTests {
  private func stop(_ visit: VisitRow, _ earliest: Minutes, _ latest: Minutes, toNext: Minutes = 0) -> TimedStop {
    TimedStop(task: visit.number, visit: visit, earliest: earliest, latest: latest, toNext: toNext)
  }

  private func unlinked() throws -> TimedLinks {
    var tables = try TinyInstance.drawn(seed: 1).tables
    tables.links = []
    return TimedLinks(CompiledProblem(try Instance(validating: tables)))
  }

  @Test func teamsMeetAtTheEarliestStartThatSuitsAll() throws {
    let routes = TimedRoutes(
      chains: [
        (shift: 0, chain: [stop(0, 10, 40, toNext: 25), stop(1, 35, 90)]), (shift: 1, chain: [stop(1, 50, 60)]),
      ],
      links: try unlinked())
    #expect(routes.starts() == [0: 10, 1: 50])
  }

  @Test func aConflictIsToldByAsLittleAsStillConflicts() throws {
    // Shift 0 reaches visit 1 at 65 at the earliest; shift 1 must start it by 60, which leaves 4 minutes to spare.
    let late = [stop(0, 40, 45, toNext: 25), stop(1, 65, 90)]
    let routes = TimedRoutes(
      chains: [(shift: 0, chain: late), (shift: 1, chain: [stop(1, 50, 60)])], links: try unlinked())
    let conflict = try #require(routes.conflict())
    #expect(Set(conflict.map(\.shift)) == [0, 1])
    let facts = conflict.filter { $0.shift == 0 }.map(\.fact)
    #expect(facts.allSatisfy { $0.isImplied(by: late[...]) })
    let notQuiteAsLate = [stop(0, 36, 45, toNext: 25), stop(1, 61, 90)]
    let inTime = [stop(0, 35, 45, toNext: 25), stop(1, 60, 90)]
    let others = conflict.filter { $0.shift == 1 }.map(\.fact)
    // A cut lists every pair of routes that clash; one that is in time is never ruled out with the other.
    let ruledOut =
      facts.allSatisfy { $0.isImplied(by: inTime[...]) } && others.allSatisfy { $0.isImplied(by: [stop(1, 50, 60)]) }
    #expect(!ruledOut)
    #expect(
      TimedRoutes(
        chains: [(shift: 0, chain: notQuiteAsLate), (shift: 1, chain: [stop(1, 50, 60)])], links: try unlinked()
      ).conflict() != nil)
  }

  @Test func oppositeOrdersOfTwoTeamVisitsConflict() throws {
    let routes = TimedRoutes(
      chains: [
        (shift: 0, chain: [stop(0, 0, 100, toNext: 10), stop(1, 10, 100)]),
        (shift: 1, chain: [stop(1, 0, 100, toNext: 10), stop(0, 10, 100)]),
      ], links: try unlinked())
    #expect(routes.starts() == nil)
    #expect(routes.conflict()?.count == 2)
  }
}

extension TimedRoutes {
  /// The facts that keep the routes from fitting together; `nil` where they do fit.
  fileprivate func conflict() -> Conflict? {
    guard case .conflict(let conflict) = solve() else { return nil }
    return conflict
  }
}

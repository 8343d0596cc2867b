import HomeCare
import Testing

@testable import Rostering

@Suite struct FrontierTests {
  private func roster(_ travel: Int, _ distinct: Int, unassigned: Int = 0) -> Roster {
    var score = Score()
    (score[.travel], score[.distinct], score[.unassigned]) = (travel, distinct, unassigned)
    return Roster(instance: "x", assignments: [], unassigned: [], score: score)
  }

  @Test func onlyWhatNoOtherBettersStays() {
    let frontier = Frontier(
      [
        roster(100, 50), roster(110, 50), roster(105, 40), roster(130, 39), roster(120, 45), roster(90, 60),
        roster(80, 20, unassigned: 1),
      ], limits: 3)
    #expect(frontier.points.map(\.travelMinutes) == [90, 100, 105, 130])
    #expect(frontier.points.map(\.distinct) == [60, 50, 40, 39])
    #expect(frontier.knee == 2)
    #expect(frontier.limits.map(\.travelMinutes) == [90, 110, 130])
    #expect(frontier.limits.map(\.point) == [0, 2, 3])
  }

  @Test func aStraightOrShortFrontierHasNoKnee() {
    #expect(Frontier([roster(1, 3), roster(2, 2), roster(3, 1)], limits: 2).knee == nil)
    #expect(Frontier([roster(1, 3), roster(3, 1)], limits: 2).knee == nil)
    #expect(Frontier([], limits: 4).limits.isEmpty)
  }

  @Test(arguments: 0..<3, InstanceFormat.allCases)
  func everyRosterOfAFrontierIsValid(seed: Int, format: InstanceFormat) throws {
    let instance =
      format == .one ? try BusyInstance.drawn(seed: UInt64(seed)) : try BusyInstance.second(seed: UInt64(seed))
    let options = SolverOptions(iterations: 12_000)
    let frontier = try Frontier.planned(for: instance, options, limits: 5)
    #expect(!frontier.points.isEmpty)
    for point in frontier.points { #expect(RosterChecker(instance).check(point.roster).violations == []) }
    let again = try Frontier.planned(for: instance, options, limits: 5)
    #expect(again.points.map(\.roster) == frontier.points.map(\.roster))
  }
}

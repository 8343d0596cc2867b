import Foundation
import HomeCare
import Interchange
import PublicSets
import Testing

@testable import Rostering

@Suite struct SlideTests {
  /// Two staff; two visits that start together, served in turn with others by `links`.
  private func instance(_ change: (inout InstanceDraft) -> Void = { _ in }) throws -> Instance {
    let day = try #require(LocalDate("2026-03-02"))
    func time(_ minute: Int) -> LocalDateTime { day.midnight.advanced(by: minute) }
    var draft = InstanceDraft(
      name: "slide", horizon: Horizon(start: day, days: 1), travel: .matrix([[0, 10], [10, 0]]))
    draft.locations = [Location(id: "here"), Location(id: "there")]
    draft.staff = [StaffMember(id: "A"), StaffMember(id: "B")]
    draft.shifts = [
      Shift(id: "A1", staff: "A", start: time(0), end: time(600)),
      Shift(id: "B1", staff: "B", start: time(0), end: time(600)),
    ]
    draft.clients = [Client(id: "C1", location: "here"), Client(id: "C2", location: "there")]
    draft.visits = [
      Visit(id: "V1", client: "C1", earliest: time(150), latest: time(300), minutes: 30),
      Visit(id: "V2", client: "C1", earliest: time(150), latest: time(400), minutes: 60),
      Visit(id: "V3", client: "C2", earliest: time(0), latest: time(500), minutes: 20),
    ]
    draft.links = [Link(first: "V1", second: "V2", minGap: 0, maxGap: 0, staff: .different)]
    change(&draft)
    return try Instance(validating: draft)
  }

  @Test func visitsTiedTogetherSlideAsOneAndStayWhereTheyAre() throws {
    var driver = MoveDriver(try instance(), seed: 5)
    var starts: Set<Minutes> = []
    let (travel, shifts) = (driver.state.score.travel, driver.state.slotShift.elements)
    #expect(driver.state.score.openCount == 0)
    for _ in 0..<300 {
      _ = driver.slide()
      starts.insert(driver.state.earliestStart[0])
      #expect(
        driver.state.earliestStart[0] == driver.state.earliestStart[1]
          && driver.state.latestStart[0] == driver.state.earliestStart[0])
      #expect(StateAudit(driver.problem).faults(of: driver.state).isEmpty)
    }
    #expect(driver.state.score.travel == travel && driver.state.slotShift.elements == shifts)
    // Both windows leave 150 to 300, and the ends are come upon.
    #expect(starts.count > 30 && starts.allSatisfy { (150...300).contains($0) })
    #expect(starts.contains(150) && starts.contains(300))
    #expect(RosterChecker(driver.problem.instance).check(driver.state.roster()).violations.isEmpty)
  }

  @Test func aLinkThatKeepsStaffApartLeavesStartsFree() throws {
    let problem = CompiledProblem(
      try instance { $0.links = [Link(first: "V1", second: "V2", staff: .different)] })
    #expect((0..<3).allSatisfy { !problem.visits[$0].choosesStart } && problem.choosingShare == 0)
    let bound = CompiledProblem(try instance { $0.links[0].maxGap = 5 })
    #expect((0..<3).map { bound.visits[$0].choosesStart } == [true, true, false])
  }

  @Test func slidesAreDrawnOnlyWhereManyStartsAreDecisions() throws {
    let parameters = SearchParameters()
    let tied = MoveMix(parameters, for: CompiledProblem(try instance()))
    #expect(tied.share(of: .slide) > 0)
    let free = MoveMix(parameters, for: CompiledProblem(try instance { $0.links = [] }))
    #expect(free.share(of: .slide) == 0)
  }

  /// D1 of the uhhc sets (Ceschia et al., CC-BY-4.0), whose proven optimum is 769.
  @Test func theSearchReachesTheProvenOptimumOfAPublicProblem() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = Array(try Data(contentsOf: root.appending(path: "Benchmarks/public/D1.json")))
    let problem = try PublicProblem(bytes, file: "D1.json")
    let instance = try problem.instance(file: "D1.json")
    let plan = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 60_000, seed: 1))
    let answer = try PublicAnswer.days(of: plan.roster, to: problem, days: 1)[0]
    let evaluation = PublicEvaluation(of: answer, to: problem)
    #expect(evaluation.broken == [] && evaluation.travel == 769)
    #expect(RosterChecker(instance).check(plan.roster).isValid)
  }
}

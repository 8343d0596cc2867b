import Files
import HomeCare
import Tables
import Testing

@testable import PublicSets

/// Problems of unified JSON whose cost is more than travel.
@Suite struct PricedProblemTests {
  private func read(_ text: String) throws -> PublicProblem { try PublicProblem(Array(text.utf8), file: "sample.json") }

  /// An answer of routes of tasks and their starts.
  private func answer(_ routes: [[(task: Int, start: Double)]], to problem: PublicProblem) -> PublicAnswer {
    PublicAnswer(
      routes: routes.map { route in
        route.map { PublicAnswer.Stop(task: $0.task, start: $0.start, end: $0.start + problem.tasks[$0.task].duration) }
      })
  }

  @Test func latenessIsPlannedAsMinutesBesideUsualTimes() throws {
    let problem = try read(PublicSamples.late)
    let instance = try problem.instance(file: "late.json")
    #expect(instance.format == .two && problem.unweighedTerms == [] && problem.isExact)
    // The latest's lateness is priced as everyone's.
    #expect(instance.weights[.travel] == 1 && instance.weights[.unsteadyMinutes] == 5)
    #expect(instance.links == [Link(first: "p2:1", second: "p2:2", minGap: 5, maxGap: 25, staff: .different)])
    let midnight = instance.horizon.firstMinute
    for start in [10, 15, 16, 90] {
      let roster = Roster(
        instance: instance.name,
        assignments: [
          Roster.Assignment(visit: "p1", start: midnight.advanced(by: start), staff: ["c1"], shifts: ["c1"])
        ], unassigned: ["p2:1", "p2:2", "p3"], score: Score())
      let checked = RosterChecker(instance).check(roster)
      #expect(checked.score[.unsteadyMinutes] == max(0, start - 15), "start at \(start)")
    }
  }

  @Test func latenessIsCountedForEachServiceAndOnceMoreForTheLatest() throws {
    let problem = try read(PublicSamples.late)
    let late = answer([[(0, 10), (1, 50)], [(2, 70), (3, 105)]], to: problem)
    let evaluation = PublicEvaluation(of: late, to: problem)
    #expect(evaluation.broken == [])
    // Ways of 40 and 60; 10 and 30 late.
    #expect(evaluation.amounts[.tardiness] == 40 && evaluation.amounts[.highestTardiness] == 30)
    #expect(evaluation.travel == 100 && evaluation.cost == 100 + 2 * 40 + 3 * 30)
    let apart = PublicEvaluation(of: answer([[(0, 10), (1, 50)], [(2, 80), (3, 115)]], to: problem), to: problem)
    #expect(apart.broken == ["p2:1 and p2:2 start at 50 and 80, not 5 to 25 apart"])
    let early = PublicEvaluation(of: answer([[(1, 19)], []], to: problem), to: problem)
    #expect(early.broken.contains { $0.hasPrefix("c1 reaches p2:1 at 20") })
    #expect(early.broken.contains("p2:1 at 19 lies outside its window, 20 to 40"))
  }

  @Test func everyTermHasItsAmountAndPrice() throws {
    let problem = try read(PublicSamples.priced)
    let evaluation = PublicEvaluation(of: answer([[(0, 20), (1, 110)], []], to: problem), to: problem)
    #expect(evaluation.broken == [])
    #expect(evaluation.travel == 45 && evaluation.amounts[.work] == 75)
    // From 40 to 110 lie a way of 15, lunch of 30 and a wait of 25.
    #expect(evaluation.amounts[.waiting] == 25 && evaluation.amounts[.longestWait] == 25)
    #expect(evaluation.amounts[.missedLunches] == 0 && evaluation.amounts[.notPreferred] == 1)
    // 300 less services, ways and lunch; the other shift is idle for 100.
    #expect(evaluation.amounts[.idle] == 195 && evaluation.amounts[.imbalance] == 76)
    let cost: Double = 3 * 45 + 6 * 25 + 25 + 64 * 195 + 2 * 76 + 0.5 * 75 + 11
    #expect(evaluation.cost == cost)
  }

  @Test func optionalPatientsMayBeLeftAndLunchMayBeMissedForAPrice() throws {
    let problem = try read(PublicSamples.priced)
    let left = PublicEvaluation(of: answer([[(0, 210)], []], to: problem), to: problem)
    #expect(left.isValid && left.unserved == 0 && left.amounts[.leftOut] == 1)
    let none = PublicEvaluation(of: answer([[(1, 100)], []], to: problem), to: problem)
    #expect(none.broken == ["p1 is served 0 times"] && none.unserved == 1)
    let outside = PublicEvaluation(of: answer([[(0, 100)], []], to: problem), to: problem)
    #expect(outside.broken == ["p1 at 100 lies outside its windows, 20 to 60, 200 to 250"])
    // Back at 310 after a service that leaves no room for lunch from 60 to 120.
    let long = PublicSamples.priced.replacing(
      "{\"service\": \"s1\", \"duration\": 10}", with: "{\"service\": \"s1\", \"duration\": 200}"
    )
    .replacing("\"start\": 100, \"end\": 220", with: "\"start\": 50, \"end\": 400")
    let busy = try read(long)
    let evaluation = PublicEvaluation(of: answer([[(1, 90)], []], to: busy), to: busy)
    #expect(evaluation.amounts[.extraTime] == 10)
    let missed = PublicEvaluation(of: answer([[(1, 60)], []], to: busy), to: busy)
    #expect(missed.amounts[.missedLunches] == 1 && evaluation.amounts[.missedLunches] == 0)
  }

  @Test func lunchWindowsAndOptionalPatientsAreInTheInstance() throws {
    let problem = try read(PublicSamples.priced)
    let instance = try problem.instance(file: "priced.json")
    let midnight = instance.horizon.firstMinute
    #expect(instance.visits.map(\.minutes) == [20, 10] && instance.visits[0].latest == midnight.advanced(by: 40))
    #expect(
      instance.tables.alternatives == [
        AlternativeWindow(visit: "p1", earliest: midnight.advanced(by: 200), latest: midnight.advanced(by: 230))
      ])
    #expect(
      instance.shifts[0].breakRule
        == Shift.Break(minutes: 30, from: midnight.advanced(by: 60), to: midnight.advanced(by: 90)))
    #expect(instance.shifts[1].breakRule == nil)
    #expect(instance.clients[0].preferred == ["c2"])
    // Where a price has a half all are taken tenfold.
    #expect(instance.weights[.travel] == 35 && instance.weights[.notPreferred] == 110)
    #expect(instance.weights[.unassigned] == 1_200)
    #expect(instance.visits[1].priority == 1 && instance.visits[0].priority > 1)
    #expect(problem.unweighedTerms.map(\.rawValue).contains("max_idle_time"))
    #expect(throws: InputError.self) { try problem.instance(days: 2, file: "priced.json") }
  }

  @Test(arguments: [PublicSamples.late, PublicSamples.priced])
  func writtenProblemsReadBackAsTheSame(_ text: String) throws {
    let problem = try read(text)
    #expect(try PublicProblem(problem.text(as: .uhhc), file: "other.json") == problem)
    #expect(throws: PublicFormatError.self) { try problem.text(as: .bredstromRonnqvist) }
  }

  @Test func timesTooFineForShiftsAreRoundedAndTheAnswerIsTimedByTheExactOnes() throws {
    let fine = PublicSamples.late.replacing("[[0, 10, 20, 10]", with: "[[0, 9.996, 20, 10]")
      .replacing("\"start\": 0, \"end\": 400", with: "\"start\": 600, \"end\": 700")
    let problem = try read(fine)
    let instance = try problem.instance(file: "fine.json")
    #expect(problem.scale == 10 && !problem.isExact)
    #expect(instance.travelMinutes(from: "base-d", to: "home-p1") == 100)
    let midnight = instance.horizon.firstMinute
    func assignment(_ visit: VisitID, _ start: Int, _ staff: String) -> Roster.Assignment {
      Roster.Assignment(
        visit: visit, start: midnight.advanced(by: start), staff: [StaffID(staff)], shifts: [ShiftID(staff)])
    }
    let roster = Roster(
      instance: instance.name,
      assignments: [
        assignment("p1", 103, "c1"), assignment("p2:1", 503, "c1"), assignment("p2:2", 600, "c2"),
        assignment("p3", 6_050, "c2"),
      ], unassigned: [], score: Score())
    let answer = try PublicAnswer.days(of: roster, to: problem, days: 1)[0]
    // p2:1 after p1, whose window opens at 10; p2:2 at least 5 later; p3 when its window opens.
    #expect(answer.routes.map { $0.map(\.start) } == [[10, 50], [55, 600]])
    #expect(PublicEvaluation(of: answer, to: problem).broken == [])
  }

  @Test func lunchOfPublishedSolutionsIsNoService() throws {
    let problem = try read(PublicSamples.priced)
    let solution = """
      {"cost_components": {"preferences": 11}, "routes": [{"caregiver_id": "c1", "locations": [
        {"patient": "p1", "service": "s1", "arrival_time": 20, "departure_time": 40},
        {"patient": "p2", "service": "lunch_break", "start_time": 60, "end_time": 90},
        {"patient": "p2", "service": "s1", "arrival_time": 110, "departure_time": 120}]}]}
      """
    let answer = try PublicAnswer(solution: Array(solution.utf8), file: "s.json", to: problem)
    #expect(answer.routes.map(\.count) == [2, 0] && PublicEvaluation(of: answer, to: problem).isValid)
  }
}

import Files
import Foundation
import HomeCare
import Tables
import Testing

@testable import PublicSets

@Suite struct PublicEvaluationTests {
  /// Stops of the line's best answer: each caregiver's tasks (0 = visit 1) with their starts.
  private static let best: [[(task: Int, start: Double)]] = [[(2, 50), (0, 85)], [(1, 10), (3, 50)]]

  private let line: PublicProblem

  init() throws { line = try PublicProblem(Array(PublicSamples.line.utf8), file: "line.dat") }

  private func evaluation(_ routes: [[(task: Int, start: Double)]]) -> PublicEvaluation {
    let answer = PublicAnswer(
      routes: routes.map { route in
        route.map { PublicAnswer.Stop(task: $0.task, start: $0.start, end: $0.start + line.tasks[$0.task].duration) }
      })
    return PublicEvaluation(of: answer, to: line)
  }

  @Test func aPublishedSolutionHasItsPublishedTravel() throws {
    let problem = try PublicProblem(PublicSamples.d1, file: "D1.json")
    let answer = try PublicAnswer(solution: Array(PublicSamples.d1Solution.utf8), file: "sol.json", to: problem)
    let evaluation = PublicEvaluation(of: answer, to: problem)
    #expect(evaluation.broken == [] && evaluation.travel == 769 && evaluation.unserved == 0)
    // Written and read again it is the same answer.
    #expect(try PublicAnswer(solution: answer.solution(to: problem), file: "again", to: problem) == answer)
  }

  @Test func routesCountFromAndBackToTheDepot() {
    let evaluation = evaluation(Self.best)
    #expect(evaluation.broken == [])
    #expect(evaluation.travel == 50)
    #expect(evaluation.preference == 6.5)
  }

  @Test func everyRuleIsHeldByItself() {
    func broken(_ change: (inout [[(task: Int, start: Double)]]) -> Void) -> [String] {
      var routes = Self.best
      change(&routes)
      return evaluation(routes).broken
    }
    #expect(broken { $0[0][1].start = 84 } == ["k1 reaches 1 at 85, after its start at 84"])
    #expect(broken { $0[1][0].start = 9 } == ["k2 reaches 2 at 10, after its start at 9"])
    #expect(broken { $0[0][1].start = 241 } == ["1 at 241 lies outside its window, 40 to 240"])
    #expect(broken { $0[0][1] = (0, 280) }.contains("k1 is back at 310, after 300"))
    #expect(broken { $0[1].removeFirst() } == ["2 is served 0 times"])
    #expect(broken { $0[0].append((1, 150)) } == ["2 is served 2 times"])
    #expect(broken { $0[1][1].start = 55 } == ["3 and 4 start at 50 and 55, not together"])
    #expect(
      broken { routes in
        routes[0] = [(2, 50), (3, 50), (0, 85)]
        routes[1].removeLast()
      }.contains("3 and 4 are served by one caregiver, k1"))
  }

  @Test func skillsRefusalsAndServiceWindowsAreHeld() throws {
    let problem = try PublicProblem(Array(PublicSamples.unified.utf8), file: "unified.json")
    var answer = PublicAnswer(routes: [[], [], []])
    func stop(_ task: Int, _ start: Double) -> PublicAnswer.Stop {
      PublicAnswer.Stop(task: task, start: start, end: start + problem.tasks[task].duration)
    }
    answer.routes[0] = [stop(1, 71), stop(2, 110)]
    answer.routes[2] = [stop(0, 71), stop(4, 150)]
    let broken = PublicEvaluation(of: answer, to: problem).broken
    #expect(broken.contains("c1 lacks s2, which p1:2 needs"))
    #expect(broken.contains("c3 may not serve p3"))
    // It starts in its window and ends after it.
    #expect(broken.contains("p1:2 at 71 lies outside its window, 30 to 90"))
    #expect(!broken.contains { $0.hasPrefix("p1:1 at") })
  }

  @Test func aRosterIsReadDayByDay() throws {
    let instance = try line.instance(days: 2, file: "line.dat")
    var assignments: [Roster.Assignment] = []
    for day in 0..<2 {
      let midnight = instance.horizon.start.advanced(by: day).midnight
      for (visit, start, staff) in [("1", 85, ["k1"]), ("2", 10, ["k2"]), ("3+4", 50, ["k1", "k2"])] {
        assignments.append(
          Roster.Assignment(
            visit: VisitID("\(visit)@\(day + 1)"), start: midnight.advanced(by: start),
            staff: staff.map { StaffID($0) }, shifts: staff.map { ShiftID("\($0)@\(day + 1)") }))
      }
    }
    var roster = Roster(instance: instance.name, assignments: assignments, unassigned: [], score: Score())
    let days = try PublicAnswer.days(of: roster, to: line, days: 2)
    #expect(days.map { PublicEvaluation(of: $0, to: line).travel } == [50, 50])
    #expect(days.allSatisfy { PublicEvaluation(of: $0, to: line).isValid })
    #expect(RosterChecker(instance).check(roster).score[.travel] == 100)
    roster.assignments[0].visit = "elsewhere"
    let error = #expect(throws: PublicAnswerError.self) { try PublicAnswer.days(of: roster, to: line, days: 2) }
    #expect(error?.description == "the problem has no visit elsewhere")
  }

  @Test func brokenSolutionsAreRefusedAtTheirPlace() throws {
    let problem = try PublicProblem(PublicSamples.d1, file: "D1.json")
    func refusal(_ piece: String, _ replacement: String) -> String {
      let text = PublicSamples.d1Solution.replacing(piece, with: replacement, maxReplacements: 1)
      do {
        _ = try PublicAnswer(solution: Array(text.utf8), file: "s.json", to: problem)
        return "none"
      } catch {
        return error.description
      }
    }
    #expect(refusal("\"c2\"", "\"c7\"").contains("caregiver_id of one of the problem's caregivers"))
    #expect(refusal("\"p9\"", "\"p3\"").contains("s3 of p3; expected each service that the problem asks for, once"))
    #expect(refusal("329", "\"329\"").contains("\"329\" for arrival_time; expected a number"))
    #expect(refusal("\"routes\"", "\"route\"").contains("no routes"))
  }
}

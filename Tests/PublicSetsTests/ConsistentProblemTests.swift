import HomeCare
import PublicSets
import Rostering
import Testing

/// Problems of the ConVRP set, here one of our own: customers on a line through the depot, two days.
@Suite struct ConsistentProblemTests {
  private static let text = """
    NAME: line
    NUM_DAYS: 2
    CAPACITY: 10
    DISTANCE: 40
    NODE_COORD_SECTION
    1 3.0 0.0
    2 5.0 0.0
    3 -4.0 0.0
    4 -6.0 0.0
    DEMAND_SECTION
    1 4 4
    2 5 -1
    3 6 6
    4 -1 4
    SVC_TIME_SECTION
    1 1.5 1.5
    2 1.5 0.0
    3 1.5 1.5
    4 0.0 1.5
    DEPOT_SECTION
    0. 0.
    -1
    EOF
    """

  private func problem(_ change: (String) -> String = { $0 }) throws -> ConsistentProblem {
    guard case .days(let problem) = try PublicFile(Array(change(Self.text).utf8), file: "line.vrp") else {
      throw PublicAnswerMissing()
    }
    return problem
  }

  private struct PublicAnswerMissing: Error {}

  @Test func aProblemIsReadAsItStands() throws {
    let problem = try problem()
    #expect(problem.name == "line" && problem.days == 2 && problem.capacity == 10 && problem.longestRoute == 40)
    #expect(problem.customers.map(\.id) == ["1", "2", "3", "4"])
    #expect(problem.customers.map(\.demands) == [[4, 4], [5, nil], [6, 6], [nil, 4]])
    #expect(problem.customers[0].services == [1.5, 1.5])
    #expect(problem.customers[1].place.hundredths(to: problem.customers[2].place) == 900)
  }

  /// One vehicle to each side: 10 and 8 on the first day, 6 and 12 on the second. The loads of a day are more than one
  /// vehicle takes.
  @Test func theInstanceIsPlannedToTheLeastDistanceWithOneDriverForEachCustomer() throws {
    let problem = try problem()
    let instance = try problem.instance(file: "line.vrp")
    #expect(instance.staff.count == 3 && instance.shifts.count == 12)
    for solver in [SammaSolver.heuristic, .auto] {
      let plan = try solver.plan(instance, SolverOptions(iterations: 3_000))
      #expect(plan.roster.score.total == 3_600)
      let evaluation = try ConsistentEvaluation(of: plan.roster, to: problem)
      #expect(evaluation.broken == [] && evaluation.travel == 36 && evaluation.service == 9)
    }
  }

  @Test func everyRuleIsHeldByItself() throws {
    let problem = try problem()
    let instance = try problem.instance(vehicles: 2, file: "line.vrp")
    func roster(_ drivers: [(visit: String, staff: String, start: Int)]) -> Roster {
      let assignments = drivers.map { driver in
        Roster.Assignment(
          visit: VisitID(driver.visit), start: instance.horizon.start.midnight.advanced(by: driver.start),
          staff: [StaffID(driver.staff)], shifts: [])
      }
      return Roster(instance: instance.name, assignments: assignments, unassigned: [], score: Score())
    }
    let whole = [
      ("1@1", "v1", 0), ("2@1", "v1", 1), ("1@2", "v1", 0), ("3@1", "v2", 0), ("3@2", "v2", 0), ("4@2", "v2", 1),
    ].map { (visit: $0.0, staff: $0.1, start: $0.2) }
    func broken(_ change: (inout [(visit: String, staff: String, start: Int)]) -> Void) throws -> [String] {
      var drivers = whole
      change(&drivers)
      return try ConsistentEvaluation(of: roster(drivers), to: problem).broken
    }
    let evaluation = try ConsistentEvaluation(of: roster(whole), to: problem)
    #expect(evaluation.isValid && evaluation.travel == 36 && evaluation.spread == 0 && evaluation.unserved == 0)
    #expect(try broken { $0.removeLast() } == ["4 is visited 0 times on day 2"])
    #expect(try broken { $0[2].staff = "v3" } == ["1 has the drivers v1, v3"])
    #expect(
      try broken { drivers in for index in [0, 2] { drivers[index].staff = "v2" } }
        == ["v2 loads 14 on day 2, above 10"])
    #expect(
      try broken { drivers in for index in [3, 4] { drivers[index].staff = "v1" } }
        == ["v1 loads 15 on day 1, above 10"])
    let short = try self.problem { $0.replacing("DISTANCE: 40", with: "DISTANCE: 12") }
    #expect(
      try ConsistentEvaluation(of: roster(whole), to: short).broken == [
        "v1 is out for 13 on day 1, above 12", "v2 is out for 15 on day 2, above 12",
      ])
    let error = #expect(throws: PublicAnswerError.self) {
      try ConsistentEvaluation(of: roster([("7@1", "v1", 0)]), to: problem)
    }
    #expect(error?.description == "the problem has no visit 7@1")
  }

  /// The order of a customer's visits tells when vehicles arrive, whatever the starts of the roster are.
  @Test func arrivalsAreThoseOfVehiclesThatDoNotWait() throws {
    let problem = try problem()
    let assignments = [("4@2", "v2", 0), ("3@2", "v2", 500), ("3@1", "v2", 90)].map { visit, staff, start in
      Roster.Assignment(
        visit: VisitID(visit), start: LocalDate(dayNumber: 20_458).midnight.advanced(by: start),
        staff: [StaffID(staff)], shifts: [])
    }
    let roster = Roster(instance: "line", assignments: assignments, unassigned: [], score: Score())
    // On the first day after 4; on the second after 6, a service of 1.5 and 2.
    #expect(try ConsistentEvaluation(of: roster, to: problem).spread == 5.5)
  }

  @Test func everythingWrongIsToldAtItsLine() throws {
    func refusal(_ piece: String, _ replacement: String) -> String {
      do {
        _ = try problem { $0.replacing(piece, with: replacement, maxReplacements: 1) }
        return "none"
      } catch {
        return "\(error)"
      }
    }
    #expect(refusal("CAPACITY: 10\n", "").contains("found no CAPACITY"))
    #expect(refusal("CAPACITY: 10", "CAPACITY: many").contains("line.vrp:3: found \"many\"; expected a number from 1"))
    #expect(refusal("2 5 -1", "2 5").contains("line.vrp:12: found 2 words; expected 3 in each row of DEMAND_SECTION"))
    #expect(refusal("2 5 -1", "2 11 -1").contains("line.vrp:12: found \"11\"; expected a number from -1 to 10"))
    #expect(refusal("2 5 -1", "2 2.5 -1").contains("line.vrp:12: found 2.5; expected a whole number"))
    #expect(refusal("2 5 -1", "1 5 -1").contains("line.vrp:12: found customer 1 a second time"))
    #expect(refusal("SVC_TIME_SECTION", "SVC_TIMES_SECTION").contains("the unknown section"))
    #expect(refusal("0. 0.\n", "").contains("found 0 depots"))
  }
}

import HomeCare
import Testing

@testable import Rostering

/// Instances whose shifts a hidden roster fills to the last minute.
@Suite struct FullCoverTests {
  private static let places = 12
  private static let day = LocalDate(dayNumber: 20_514)

  /// Routes are drawn first, and the visits are what they serve, with a window about each start.
  private func planted(seed: UInt64, staff: Int = 4) throws -> Instance {
    var random = SeededGenerator(seed: seed, stream: 92)
    let points = (0..<Self.places).map { _ in (random.int(in: 0...9), random.int(in: 0...9)) }
    let matrix = points.map { from in
      points.map { to in from == to ? 0 : 1 + abs(from.0 - to.0) + abs(from.1 - to.1) }
    }
    var draft = InstanceDraft(
      name: "full-\(seed)", horizon: Horizon(start: Self.day, days: 1), travel: .matrix(matrix))
    draft.locations = (0..<Self.places).map { Location(id: LocationID("L\($0)")) }
    draft.clients = (1..<Self.places).map { Client(id: ClientID("C\($0)"), location: LocationID("L\($0)")) }
    func time(_ minute: Int) -> LocalDateTime { Self.day.midnight.advanced(by: minute) }
    for member in 0..<staff {
      let id = StaffID("S\(member)")
      draft.staff.append(StaffMember(id: id, location: "L0"))
      let end = 420 + 300
      draft.shifts.append(Shift(id: ShiftID("S\(member)"), staff: id, start: time(420), end: time(end)))
      var (now, place) = (420, 0)
      while true {
        let next = random.int(in: 1...(Self.places - 1))
        let arrival = now + matrix[place][next]
        let left = end - matrix[next][0] - arrival
        if left < 5 { break }
        let minutes = left < 50 ? left : random.pick([10, 15, 20, 30])
        draft.visits.append(
          Visit(
            id: VisitID("V\(draft.visits.count)"), client: ClientID("C\(next)"),
            earliest: time(max(420, arrival - random.int(in: 0...40))), latest: time(arrival + random.int(in: 0...40)),
            minutes: minutes))
        (now, place) = (arrival + minutes, next)
      }
    }
    return try Instance(validating: draft)
  }

  @Test(arguments: 0..<6) func everyVisitIsServedWhereShiftsHaveNoSlack(seed: Int) throws {
    let instance = try planted(seed: UInt64(seed))
    let plan = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 40_000))
    #expect(plan.roster.unassigned.isEmpty)
  }
}

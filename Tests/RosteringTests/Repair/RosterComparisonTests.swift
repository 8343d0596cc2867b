import HomeCare
import Testing

@testable import Rostering

@Suite struct RosterComparisonTests {
  private func rosters(_ seed: Int) throws -> (instance: Instance, first: Roster, second: Roster) {
    let instance = try BusyInstance.drawn(seed: UInt64(seed))
    func plan(_ seed: UInt64) throws -> Roster {
      try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 2_000, seed: seed)).roster
    }
    return (instance, try plan(1), try plan(2))
  }

  @Test(arguments: 0..<8)
  func carryingTheChangesOutTurnsTheFirstRosterIntoTheSecond(seed: Int) throws {
    let (instance, first, second) = try rosters(seed)
    let comparison = RosterComparison(first, second, of: instance)
    var applied = first.applying(comparison.list.rows, order: instance.visits.map(\.id))
    (applied.score, applied.solve) = (second.score, second.solve)
    #expect(RosterComparison(applied, second, of: instance).list.rows == [])
    #expect(comparison.scores.after - comparison.scores.before == second.score - first.score)
    #expect(RosterComparison(first, first, of: instance).list.rows == [])
    #expect(RosterComparison(first, first, of: instance).staff == [])
  }

  @Test(arguments: 0..<8)
  func staffGainedAndLostAreThoseOfTheVisits(seed: Int) throws {
    let (instance, first, second) = try rosters(seed)
    let comparison = RosterComparison(first, second, of: instance)
    for client in instance.clients {
      let visits = Set(instance.visits.filter { $0.client == client.id }.map(\.id))
      func staff(_ roster: Roster) -> Set<StaffID> {
        Set(roster.assignments.filter { visits.contains($0.visit) }.flatMap(\.staff))
      }
      let difference = comparison.clients.first { $0.client == client.id }
      #expect(Set(difference?.gained ?? []) == staff(second).subtracting(staff(first)))
      #expect(Set(difference?.lost ?? []) == staff(first).subtracting(staff(second)))
    }
  }

  @Test(arguments: 0..<8)
  func workloadsAddUpToTheRosterAsTheCheckerFindsIt(seed: Int) throws {
    let (instance, roster, _) = try rosters(seed)
    let loads = StaffWorkload.all(of: roster, instance)
    let score = RosterChecker(instance).check(roster).score
    #expect(loads.reduce(0) { $0 + $1.travelMinutes } == score[.travel])
    #expect(loads.reduce(0) { $0 + $1.visits } == roster.assignments.reduce(0) { $0 + $1.staff.count })
    let minutes = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0.minutes) })
    for load in loads {
      let own = roster.assignments.filter { $0.staff.contains(load.staff) }
      #expect(load.serviceMinutes == own.reduce(0) { $0 + (minutes[$1.visit] ?? 0) })
      #expect(load.evenings == Set(own.filter { $0.start.minuteOfDay >= 18 * 60 }.map(\.start.date)).count)
      #expect(load.weekendDays == Set(own.map(\.start.date).filter { $0.weekday >= 6 }).count)
      let cap = instance.staff.first { $0.id == load.staff }?.maxMinutes
      #expect(load.serviceMinutes + load.travelMinutes <= cap ?? Int.max)
    }
  }

  @Test func theOrderOfStaffOnAVisitIsNoChange() throws {
    let (instance, first, _) = try rosters(3)
    var turned = first
    for index in turned.assignments.indices {
      turned.assignments[index].staff.reverse()
      turned.assignments[index].shifts.reverse()
    }
    #expect(turned.assignments != first.assignments)
    #expect(RosterComparison(first, turned, of: instance).list.rows == [])
  }
}

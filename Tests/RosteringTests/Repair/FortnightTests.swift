import Continuity
import HomeCare
import Interchange
import Testing

@testable import Rostering

/// A whole fortnight of a coordinator's, from the needs to the figures.
@Suite struct FortnightTests {
  private static let monday = LocalDate(dayNumber: 20_514)

  private func plan(_ instance: Instance, seed: UInt64 = 1) throws -> Roster {
    try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 60_000, seed: seed)).roster
  }

  private func week(_ number: Int, of needs: FortnightNeeds) throws -> Instance {
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    return try NeedsReader.read(folder: needs.path, nil, travel: travel).instance(
      over: Horizon(start: Self.monday.advanced(by: 7 * number), days: 7), name: "week-\(number + 1)")
  }

  private func expectKept(_ locks: [VisitLock], in roster: Roster) {
    for lock in locks {
      let assignment = roster.assignments.first { $0.visit == lock.visit }
      #expect(assignment?.start == lock.start && Set(assignment?.staff ?? []) == Set(lock.staff), "\(lock)")
    }
  }

  /// Someone at work on a morning, ill for the whole day or a part of it.
  private func ill(
    on day: Int, _ roster: Roster, _ random: inout SeededGenerator
  ) -> (absence: Changes.Absence, now: LocalDateTime) {
    let now = Self.monday.advanced(by: day).midnight.advanced(by: 8 * 60)
    let working = Set(
      roster.assignments.filter { $0.start >= now && $0.start < now.advanced(by: 600) }.flatMap(\.staff))
    let length = day == 3 ? 240 : 960
    return (Changes.Absence(staff: random.pick(working.sorted()), from: now, to: now.advanced(by: length)), now)
  }

  /// One row for each staff member and visit, as a system that records visits exports them.
  private func rows(_ roster: Roster, _ instance: Instance) -> String {
    let visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0) })
    return roster.assignments.flatMap { assignment in
      assignment.staff.compactMap { member in
        visits[assignment.visit].map { "\($0.client);\(member);\(assignment.start);\($0.kind)\n" }
      }
    }.joined()
  }

  @Test(arguments: 1...2) func aFortnightHoldsTogetherFromTheNeedsToTheFigures(seed: Int) async throws {
    let needs = try FortnightNeeds()
    var unit = try week(0, of: needs)
    #expect(unit.visits.count { $0.staff == 2 } == 14 && unit.visits.contains { !$0.counts })
    #expect(!unit.visits.contains { $0.client == "K7" && $0.earliest.date == Self.monday.advanced(by: 3) })

    // The first week, planned again with one client's visits locked.
    var locks = try LockSelection(.client("K5")).locks(from: plan(unit), of: unit)
    #expect(locks.count > 14)
    let locked = LockedInstance(unit, locks: locks)
    #expect(locked.conflicts.isEmpty)
    var roster = try await locked.plan(by: SammaSolver.heuristic, SolverOptions(iterations: 60_000, seed: 5)).roster
    #expect(RosterChecker(unit).check(roster).violations == [] && roster.unassigned == [])
    expectKept(locks, in: roster)
    unit = locked.instance

    // Three mornings: someone is ill, once for a part of the day.
    var random = SeededGenerator(seed: UInt64(seed), stream: 21)
    for day in [1, 3, 5] {
      let (absence, now) = ill(on: day, roster, &random)
      var changes = Changes()
      changes.absences = [absence]
      let changed = try ChangedInstance(unit, roster, changes, now: now)
      let option = try #require(Repairer(changed, roster, now: now).options().first)
      #expect(RosterChecker(changed.instance).check(option.roster).violations == [], "day \(day)")
      let touched = Set(option.list.rows.map(\.visit))
      for assignment in roster.assignments where assignment.start < now { #expect(!touched.contains(assignment.visit)) }
      for change in option.list.rows where locks.contains(where: { $0.visit == change.visit }) {
        #expect(
          change.before.assignment?.staff.contains(absence.staff) == true, "the lock on \(change.visit) was broken")
      }
      // A lock on someone who is ill is gone for good.
      locks.removeAll { touched.contains($0.visit) }
      expectKept(locks, in: option.roster)
      (unit, roster) = (changed.instance, option.roster)
    }

    // The second week on the history of the first as it was worked.
    let first = roster.pastMeetings(of: unit)
    let known = try week(1, of: needs).addingHistory(first)
    #expect(known.left == 0 && known.added == first.count)
    let second = known.instance
    let secondRoster = try plan(second)
    let check = RosterChecker(second).check(secondRoster)
    #expect(check.violations == [] && secondRoster.unassigned == [])

    // Measured: the plan's figures, and those of a log of both weeks as they were planned to be worked, are the score's.
    let measured = RosterContinuity(secondRoster, of: second)
    #expect(measured.rows.map(\.distinct) == check.meetings.map(\.distinct))
    let log = try LogReader.read([
      needs.log("client;staff;start;category\n" + rows(roster, unit) + rows(secondRoster, second))
    ])
    #expect(log.quality.rows == log.quality.used)
    var definition = Definition.everyone
    definition.excludedCategories = second.uncountedKinds.union(unit.uncountedKinds).sorted()
    let period = Self.monday..<Self.monday.advanced(by: 14)
    let figures = try #require(LogMeasurer(log.log, definition).measure([period]).first)
    var distinct: [ClientID: Int] = [:]
    for client in figures.clients {
      distinct[ClientID(log.log.clients[client.client].id)] = client.measure.figures.distinct
    }
    #expect(distinct.count == 12)
    for meeting in check.meetings { #expect(distinct[meeting.client] == meeting.distinct, "\(meeting.client)") }
    // The log of the first week gives the history that its roster gives.
    let worked = try LogReader.read([needs.log("client;staff;start;category\n" + rows(roster, unit))]).log
    #expect(worked.pastMeetings(without: unit.uncountedKinds) == first)
  }
}

import Continuity
import HomeCare
import Scenarios
import Testing

@testable import Rostering

@Suite struct WeekByWeekTests {
  /// One week of a fortnight, counted over the 14 days that end with it.
  private func week(_ number: Int, of whole: Instance) throws -> Instance {
    var draft = whole.tables
    let start = whole.horizon.start.advanced(by: 7 * number)
    let dates = start.midnight..<start.advanced(by: 7).midnight
    draft.name = "week-\(number + 1)"
    draft.horizon = Horizon(start: start, days: 7, window: 14)
    draft.visits = draft.visits.filter { dates.contains($0.earliest) && dates.contains($0.latest) }
    draft.shifts = draft.shifts.filter { dates.contains($0.start) }
    let kept = Set(draft.visits.map(\.id))
    draft.links.removeAll { !kept.contains($0.first) || !kept.contains($0.second) }
    draft.history = []
    return try Instance(validating: draft)
  }

  private func plan(_ instance: Instance) -> Roster {
    Planner(instance).plan(PlanOptions(iterations: 60_000, threads: 1, solver: .heuristic)).roster
  }

  @Test func theSecondWeekIsCountedOverBothAndPrefersWhomClientsHaveMet() throws {
    var options = ScenarioOptions()
    options.clients = 10
    options.days = 14
    let whole = try Instance(validating: try Scenario.draft(options))
    let (first, bare) = (try week(0, of: whole), try week(1, of: whole))
    let firstRoster = plan(first)
    let result = try bare.addingHistory(firstRoster.pastMeetings(of: first))
    #expect(result.left == 0 && result.added > 0)
    let second = result.instance
    let secondRoster = plan(second)
    #expect(RosterChecker(second).check(secondRoster).violations == [])

    // What the second week's score counts is what both weeks' meetings together give.
    var met: [ClientID: Set<StaffID>] = [:]
    for (instance, roster) in [(first, firstRoster), (second, secondRoster)] {
      for meeting in roster.pastMeetings(of: instance) { met[meeting.client, default: []].insert(meeting.staff) }
    }
    let counted = RosterChecker(second).check(secondRoster).meetings
    #expect(counted.count == met.count)
    for meeting in counted { #expect(meeting.distinct == met[meeting.client]?.count, "\(meeting.client)") }

    // The same week planned without history brings more new faces.
    let blind = plan(bare)
    let blindScore = RosterChecker(second).check(
      Roster(
        instance: second.name, assignments: blind.assignments, unassigned: blind.unassigned, score: Score())
    ).score
    #expect(secondRoster.score.distinct < blindScore.distinct)
  }

  @Test(arguments: 1...2)
  func aFortnightOfPlansMorningsAndHistoryHoldsTogether(seed: Int) throws {
    var options = ScenarioOptions()
    options.clients = 12
    options.days = 14
    options.seed = UInt64(seed)
    let whole = try Instance(validating: try Scenario.draft(options))

    // The first week, planned again with one client's visits locked.
    var unit = try week(0, of: whole)
    let client = try #require(unit.clients.first { client in unit.visits.contains { $0.client == client.id } })
    let locks = LockSelection(.client(client.id)).locks(from: plan(unit), of: unit)
    let locked = LockedInstance(unit, locks: locks)
    #expect(locked.conflicts.isEmpty)
    var roster = locked.plan(PlanOptions(iterations: 60_000, seed: 5, threads: 1, solver: .heuristic)).roster
    expectKept(locks, in: roster)
    unit = locked.instance

    // Three mornings: someone is ill, once for a part of the day.
    var random = SeededGenerator(seed: UInt64(seed), stream: 21)
    for day in [1, 3, 5] {
      let now = unit.horizon.start.advanced(by: day).midnight.advanced(by: 8 * 60)
      var changes = Changes()
      let working = Set(
        roster.assignments.filter { $0.start >= now && $0.start < now.advanced(by: 600) }.flatMap(\.staff))
      let ill = random.pick(working.sorted())
      changes.absences = [Changes.Absence(staff: ill, from: now, to: now.advanced(by: day == 3 ? 240 : 960))]
      let changed = try ChangedInstance(unit, roster, changes, now: now)
      let option = try #require(try Repairer(changed, roster, now: now).options().first)
      #expect(RosterChecker(changed.instance).check(option.roster).violations == [], "day \(day)")
      let touched = Set(option.changes.map(\.visit))
      for assignment in roster.assignments where assignment.start < now { #expect(!touched.contains(assignment.visit)) }
      expectKept(locks.filter { !$0.staff.contains(ill) && !touched.contains($0.visit) }, in: option.roster)
      for change in option.changes where locks.contains(where: { $0.visit == change.visit }) {
        #expect(change.before.assignment?.staff.contains(ill) == true, "the lock on \(change.visit) was broken")
      }
      (unit, roster) = (changed.instance, option.roster)
    }

    // The second week on the history of the first as it was worked; measured over both.
    let second = try week(1, of: whole).addingHistory(roster.pastMeetings(of: unit)).instance
    let secondRoster = plan(second)
    let check = RosterChecker(second).check(secondRoster)
    #expect(check.violations == [])
    let measured = RosterContinuity(secondRoster, of: second)
    #expect(measured.rows.map(\.distinct) == check.meetings.map(\.distinct))
    var met: [ClientID: Set<StaffID>] = [:]
    for meeting in roster.pastMeetings(of: unit) + secondRoster.pastMeetings(of: second) {
      met[meeting.client, default: []].insert(meeting.staff)
    }
    for row in measured.rows { #expect(row.distinct == met[row.client]?.count, "\(row.client)") }
  }

  private func expectKept(_ locks: [VisitLock], in roster: Roster) {
    for lock in locks {
      let assignment = roster.assignments.first { $0.visit == lock.visit }
      #expect(assignment?.start == lock.start && Set(assignment?.staff ?? []) == Set(lock.staff), "\(lock)")
    }
  }

  @Test func aLogGivesTheHistoryThatItsRosterGives() throws {
    let instance = try BusyInstance.drawn(seed: 4)
    let roster = Planner(instance).plan(PlanOptions(iterations: 2_000, threads: 1, solver: .heuristic)).roster
    let log = MeetingLog(roster, of: instance, for: .everyone)
    let counting = Set(instance.visits.filter { !$0.counts }.map(\.id))
    let all = roster.assignments.contains { counting.contains($0.visit) }
    let fromRoster = Set(roster.pastMeetings(of: instance))
    let fromLog = Set(log.pastMeetings())
    #expect(all ? fromRoster.isSubset(of: fromLog) : fromRoster == fromLog)
  }

  @Test func meetingsOfStrangersAndOfTheHorizonItselfAreLeftOut() throws {
    let instance = try BusyInstance.drawn(seed: 5)
    let (client, staff) = (instance.clients[0].id, instance.staff[0].id)
    let before = instance.horizon.start.advanced(by: -40)
    let result = try instance.addingHistory([
      PastMeeting(client: client, staff: staff, date: before), PastMeeting(client: client, staff: staff, date: before),
      PastMeeting(client: "nobody", staff: staff, date: before),
      PastMeeting(client: client, staff: staff, date: instance.horizon.start),
    ])
    #expect(result.added == 1 && result.left == 2)
  }
}

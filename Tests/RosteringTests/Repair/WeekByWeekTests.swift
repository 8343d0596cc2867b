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

  private func plan(_ instance: Instance) throws -> Roster {
    try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 60_000)).roster
  }

  @Test func theSecondWeekIsCountedOverBothAndPrefersWhomClientsHaveMet() throws {
    var options = ScenarioOptions()
    options.clients = 10
    options.days = 14
    let whole = try Instance(validating: try Scenario.draft(options))
    let (first, bare) = (try week(0, of: whole), try week(1, of: whole))
    let firstRoster = try plan(first)
    let result = try bare.addingHistory(firstRoster.pastMeetings(of: first))
    #expect(result.left == 0 && result.added > 0)
    let second = result.instance
    let secondRoster = try plan(second)
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
    let blind = try plan(bare)
    let blindScore = RosterChecker(second).check(
      Roster(
        instance: second.name, assignments: blind.assignments, unassigned: blind.unassigned, score: Score())
    ).score
    #expect(secondRoster.score[.distinct] < blindScore[.distinct])
  }

  @Test func aLogGivesTheHistoryThatItsRosterGives() throws {
    var draft = try BusyInstance.drawn(seed: 4).tables
    for row in draft.visits.indices where !draft.visits[row].counts { draft.visits[row].kind = "service" }
    let instance = try Instance(validating: draft)
    #expect(instance.uncountedKinds == ["service"])
    let roster = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 2_000)).roster
    let log = MeetingLog(roster, of: instance, for: .everyone)
    let fromRoster = roster.pastMeetings(of: instance)
    #expect(log.pastMeetings(without: instance.uncountedKinds) == fromRoster)
    // What does not count would add meetings.
    #expect(log.pastMeetings().count > fromRoster.count)
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

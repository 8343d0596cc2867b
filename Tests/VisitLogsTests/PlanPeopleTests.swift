import Continuity
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct PlanPeopleTests {
  private static let monday = LocalDate("2026-03-02")!

  private static func instance() throws -> Instance {
    var draft = InstanceDraft(
      format: .two, name: "a week", horizon: Horizon(start: monday, days: 7, window: 7), travel: .matrix([[0]]))
    draft.locations = [Location(id: "home")]
    draft.staff = [StaffMember(id: "P1", name: "Karin Ek"), StaffMember(id: "P2"), StaffMember(id: "P3")]
    draft.clients = [Client(id: "K-1", location: "home"), Client(id: "19400301-1234", location: "home")]
    draft.visits = ["K-1", "19400301-1234"].enumerated().map { day, client in
      Visit(
        id: VisitID("V\(day)"), client: ClientID(client), earliest: monday.advanced(by: day).midnight.advanced(by: 420),
        latest: monday.advanced(by: day).midnight.advanced(by: 600), minutes: 30)
    }
    return try Instance(validating: draft)
  }

  private static func meeting(_ client: String, _ staff: String, _ day: Int) -> Meeting {
    Meeting(client: client, staff: staff, start: monday.advanced(by: day).midnight.advanced(by: 480))
  }

  @Test func peopleAreFoundByOtherSpellingsAndNamesUnlessSeveralMayBeMeant() throws {
    let log = MeetingLog([
      Self.meeting("k\u{2011}1", "Ek, Karin", 0), Self.meeting("400301-1234", "p2", 1),
      // The plan's P3 may be either of two, and stays unknown.
      Self.meeting("k\u{2011}1", "p3", 2), Self.meeting("k\u{2011}1", "P 3", 3), Self.meeting("Z", "Somebody", 3),
    ])
    let people = PlanPeople(of: log, in: try Self.instance())
    #expect(people.clients == ["k\u{2011}1": "K-1", "400301-1234": "19400301-1234"])
    #expect(people.staff == ["Ek, Karin": "P1", "p2": "P2"] && people.count == 4)
  }

  @Test func whoHasThePlansOwnIdIsNobodyElse() throws {
    let log = MeetingLog([Self.meeting("K-1", "P1", 0), Self.meeting("k-1", "Karin Ek", 1)])
    #expect(PlanPeople(of: log, in: try Self.instance()).count == 0)
  }

  @Test func aPlanInOtherSpellingsIsHeldAgainstTheOutcomeAsOneInTheSame() throws {
    let instance = try Self.instance()
    let roster = Roster(
      instance: "a week",
      assignments: [
        .init(
          visit: "V0", start: Self.monday.midnight.advanced(by: 480), staff: ["P1"], shifts: []),
        .init(
          visit: "V1", start: Self.monday.advanced(by: 1).midnight.advanced(by: 480), staff: ["P2"], shifts: []),
      ], unassigned: [], score: Score())
    var definition = Definition(name: "week", version: 1, purpose: "a test")
    definition.periodDays = 7
    let plan = LogMeasurer(MeetingLog(roster, of: instance, for: definition), definition)
    func outcome(_ clients: [String], _ staff: [String]) throws -> PlanOutcome {
      let log = MeetingLog([0, 1].map { Self.meeting(clients[$0], staff[$0], $0) })
      let measurer = LogMeasurer(log, definition)
      return try #require(
        measurer.outcomes(
          of: measurer.measure([Self.monday..<Self.monday.advanced(by: 7)]), against: plan, roster, of: instance,
          calling: PlanPeople(of: log, in: instance)
        ).first)
    }
    let same = try outcome(["K-1", "19400301-1234"], ["P1", "P2"])
    let other = try outcome(["k-1", "400301-1234"], ["Ek, Karin", "p2"])
    #expect(same.rows == other.rows && same.clients == 2 && other.clients == 2)
    #expect(same.rows.first { $0.kind == .asPlanned }?.meetings == 2)
    #expect(same.otherSpellings == 0 && other.otherSpellings == 4 && other.unknownClients == 0)
    #expect(same.unknownStaff == 0 && other.unknownStaff == 0)
  }
}

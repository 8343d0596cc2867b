import Continuity
import HomeCare
import Interchange
import Rostering
import Testing

@testable import Reports

/// Every kind of text in Swedish holds no English of the catalogue.
@Suite struct TranslationTests {
  /// Words of the English phrases that no Swedish one has.
  private static let english: Set<String> = {
    var (english, swedish): (Set<String>, Set<String>) = ([], [])
    for row in Phrase.allCases.map(\.rawValue) + Words.rows + Words.names {
      let cells = row.split(separator: " | ").map(String.init)
      english.formUnion(words(cells[cells.count - 2]))
      swedish.formUnion(words(cells[cells.count - 1]))
    }
    return english.subtracting(swedish)
  }()

  /// The words of a text: letters alone, three or more of them.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.filter { $0.count > 2 }.map(String.init)
  }

  private func expectSwedish(_ text: String, _ name: Comment) {
    #expect(!text.isEmpty, name)
    #expect(Self.words(text).filter(Self.english.contains) == [], name)
  }

  private let day = LocalDate("2026-03-02")!

  /// Two clients and two staff over two days; nobody has the skill that the last visit asks for.
  private func instance() throws -> Instance {
    var draft = InstanceDraft(name: "x", horizon: Horizon(start: day, days: 14), travel: .matrix([[0]]))
    draft.locations = [Location(id: "k")]
    draft.staff = [StaffMember(id: "A"), StaffMember(id: "B")]
    draft.clients = [
      Client(id: "K1", location: "k", targetStaff: 1, contact: "A"), Client(id: "K2", location: "k", targetStaff: 1),
    ]
    for (number, staff) in ["A", "B"].enumerated() {
      for date in 0..<3 {
        let start = day.advanced(by: date).midnight.advanced(by: 420)
        draft.shifts.append(
          Shift(id: ShiftID("\(staff)\(date)"), staff: StaffID(staff), start: start, end: start.advanced(by: 480)))
      }
      for date in 0..<2 {
        let start = day.advanced(by: date).midnight.advanced(by: 480)
        draft.visits.append(
          Visit(
            id: VisitID("V\(number)\(date)"), client: ClientID("K\(number + 1)"), earliest: start,
            latest: start.advanced(by: 60), minutes: 30))
      }
    }
    let late = day.advanced(by: 2).midnight.advanced(by: 480)
    draft.visits.append(
      Visit(id: "V9", client: "K2", earliest: late, latest: late, minutes: 30, skills: ["lyft"]))
    return try Instance(validating: draft)
  }

  /// The visits' staff by visit; the rest is left unassigned.
  private func roster(_ staff: [VisitID: StaffID], _ instance: Instance) -> Roster {
    var roster = Roster(instance: "x", assignments: [], unassigned: [], score: Score())
    for visit in instance.visits {
      guard let member = staff[visit.id] else {
        roster.unassigned.append(visit.id)
        continue
      }
      let shift = instance.shifts.first { $0.staff == member && $0.start.date == visit.earliest.date }
      let start = visit.client == "K1" ? visit.earliest : visit.latest
      roster.assignments.append(
        .init(visit: visit.id, start: start, staff: [member], shifts: shift.map { [$0.id] } ?? []))
    }
    roster.score = RosterChecker(instance).check(roster).score
    return roster
  }

  @Test func reportsOfARosterAreSwedish() throws {
    let instance = try instance()
    let before = roster(["V00": "A", "V01": "A", "V10": "A", "V11": "B"], instance)
    let after = roster(["V00": "A", "V01": "B", "V10": "A"], instance)
    let report = RosterReport(before, of: instance, floors: ["K1": 1, "K2": 1])
    expectSwedish(report.text(.swedish), "report")
    expectSwedish(report.staffText(.swedish), "staff")
    let page = report.html(.swedish).split(separator: "</style>").last ?? ""
    expectSwedish(String(page).replacing(/<[^>]*>/, with: " "), "report's page")
    var broken = before
    broken.assignments[0].staff = ["B"]
    let check = RosterChecker(instance).check(broken)
    #expect(!check.isValid)
    expectSwedish(CheckReport(check, of: broken, instance).text(.swedish), "check")
    let comparison = RosterComparison(before, after, of: instance, changed: nil)
    let diff = DiffReport(comparison, of: instance, names: ("a", "b"))
    expectSwedish(diff.text(.swedish), "diff")
    let suggester = Suggester(instance, before)
    for visit in ["V00", "V11", "V9"] {
      let suggestions = try suggester.suggestions(for: VisitID(visit), replacing: nil)
      expectSwedish(SuggestionReport(suggestions, of: instance).text(.swedish), "suggest \(visit)")
    }
    let explainer = RosterExplainer(instance, after)
    for visit in ["V01", "V11", "V9"] {
      let reasons = try explainer.visit(VisitID(visit))
      expectSwedish(VisitReasonsReport(reasons, of: instance).text(.swedish), "explain \(visit)")
    }
    let floors = try #require(explainer.floors(of: "K2"))
    expectSwedish(FloorReport(floors, after, of: instance).text(.swedish), "floor")
    let shortage = ShortageReport(explainer.unassigned(), explainer.shortages(), of: instance)
    expectSwedish(shortage.text(.swedish), "shortage")
    #expect(shortage.text(.swedish).contains("måndag") || shortage.text(.swedish).contains("onsdag"))
    let frontier = FrontierReport(Frontier([before, after], limits: 2), of: instance)
    expectSwedish(frontier.text(.swedish), "frontier")
    expectSwedish(try #require(frontier.svg(.swedish)).replacing(/<[^>]*>/, with: " "), "frontier's picture")
  }

  @Test func aRepairIsSwedish() throws {
    let instance = try instance()
    let before = roster(["V00": "A", "V01": "A", "V10": "A", "V11": "B"], instance)
    var changes = Changes()
    changes.absences = [
      .init(staff: "A", from: day.midnight, to: day.advanced(by: 1).midnight)
    ]
    let changed = try ChangedInstance(instance, before, changes, now: nil)
    let options = Repairer(changed, before).options(RepairOptions())
    expectSwedish(RepairReport(options, of: changed).text(.swedish), "repair")
  }

  @Test func measuresOfALogAreSwedish() throws {
    for definition in Definition.standard {
      let report = try report(
        clients: (1...21).map { "K\($0)" }, staff: (1...20).map { "P\($0)" }, definition: definition,
        extra: ",P1,soon,,,,,\n")
      // The columns of the log, its words and the names of its areas are the user's own.
      let own = [
        "client", "staff", "start", "category", "area", "status", "birthYear", "contact", "north", "south", "care",
        "alarm", "performed",
      ]
      let lines = report.text(.swedish).split(separator: "\n").filter { !$0.contains(".csv") }.joined(separator: "\n")
      let text = own.reduce(lines) { $0.replacing($1, with: "") }
      expectSwedish(text, "measure")
    }
  }
}

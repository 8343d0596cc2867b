import HomeCare
import Testing

@testable import Rostering

/// What is asked of a roster that breaks a rule.
@Suite struct BrokenSuggestionTests {
  @Test func anExceptionThatNobodyHasGrantedIsStillNeeded() throws {
    let day = LocalDate(dayNumber: 20_514)
    func time(_ hour: Int) -> LocalDateTime { day.midnight.advanced(by: hour * 60) }
    var draft = InstanceDraft(name: "broken", horizon: Horizon(start: day, days: 1), travel: .matrix([[0]]))
    draft.format = .two
    draft.locations = [Location(id: "L")]
    draft.staff = [StaffMember(id: "A", skills: ["insulin"]), StaffMember(id: "B")]
    draft.shifts = ["A", "B"].map { Shift(id: ShiftID($0), staff: StaffID($0), start: time(7), end: time(16)) }
    draft.clients = [Client(id: "C", location: "L")]
    draft.visits = [
      Visit(id: "v", client: "C", earliest: time(8), latest: time(9), minutes: 30, skills: ["insulin"])
    ]
    let instance = try Instance(validating: draft)
    let roster = Roster(
      instance: "broken",
      assignments: [Roster.Assignment(visit: "v", start: time(8), staff: ["B"], shifts: ["B"])], unassigned: [],
      score: Score(format: .two))
    let answer = try Suggester(instance, roster).suggestions(for: "v")
    #expect(answer.broken.exceptions.map(\.rule) == [.skills])
    let kinds = Dictionary(uniqueKeysWithValues: answer.options.map { ($0.staff, $0) })
    #expect(kinds["A"].map { $0.kind == .known || $0.kind == .newFace } == true)
    #expect(kinds["B"]?.kind == .withException && kinds["B"]?.exceptions.map(\.rule) == [.skills])
  }
}

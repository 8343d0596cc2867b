import Testing

@testable import HomeCare

/// Whom to phone.
@Suite struct CallListTests {
  private static let day = LocalDate(dayNumber: 20_514)

  private func time(_ hour: Int, day: Int = 0) -> LocalDateTime {
    Self.day.advanced(by: day).midnight.advanced(by: hour * 60)
  }

  /// The shift of S is to be covered on the second day: two visits, one of them with insulin.
  private func list(
    _ rules: LabourRules, _ absences: [Changes.Absence] = [], cap: Int? = nil
  ) throws -> CallList {
    var draft = InstanceDraft(
      name: "call", horizon: Horizon(start: Self.day, days: 3, window: 3), travel: .matrix([[0]]))
    draft.format = .two
    draft.locations = [Location(id: "L")]
    draft.clients = ["c", "d"].map { Client(id: ClientID($0), location: "L", blocked: ["blocked"]) }
    draft.staff = ["S", "stranger", "friend", "works", "tired", "blocked", "pool"].map { StaffMember(id: StaffID($0)) }
    draft.staff[0].skills = ["insulin"]
    draft.staff[2].phone = "070"
    draft.staff[6].maxMinutes = cap
    draft.staff[6].skills = ["insulin"]
    draft.shifts = [
      Shift(id: "S1", staff: "S", start: time(7, day: 1), end: time(15, day: 1)),
      Shift(id: "W1", staff: "works", start: time(9, day: 1), end: time(17, day: 1)),
      Shift(id: "T0", staff: "tired", start: time(15), end: time(23)),
      Shift(id: "F2", staff: "friend", start: time(7, day: 2), end: time(15, day: 2)),
      Shift(id: "P1", staff: "pool", start: time(6, day: 1), end: time(16, day: 1), kind: .pool),
    ]
    draft.visits = [
      Visit(id: "v", client: "c", earliest: time(8, day: 1), latest: time(9, day: 1), minutes: 30),
      Visit(
        id: "i", client: "d", earliest: time(8, day: 1), latest: time(12, day: 1), minutes: 30, skills: ["insulin"]),
    ]
    draft.history = [PastMeeting(client: "c", staff: "friend", date: Self.day.advanced(by: -9))]
    let roster = Roster(
      instance: "call",
      assignments: [
        Roster.Assignment(visit: "v", start: time(8, day: 1), staff: ["S"], shifts: ["S1"]),
        Roster.Assignment(visit: "i", start: time(10, day: 1), staff: ["S"], shifts: ["S1"]),
      ], unassigned: [], score: Score(format: .two))
    let instance = try Instance(validating: draft)
    return try #require(
      CallList(for: ShiftID("S1"), in: roster, of: instance, rules: rules, absences: absences))
  }

  @Test func whoIsFreeAndRestedIsRankedByWhatTheyCanServeAndByFaces() throws {
    let list = try list(.seMunicipal)
    #expect(list.visits == ["v", "i"])
    #expect(list.candidates.map(\.staff) == ["pool", "friend", "stranger", "works", "tired", "blocked"])
    #expect(
      list.candidates.map(\.obstacle) == [
        nil, nil, nil, .works("W1"), .rest(minutes: 8 * 60, least: 11 * 60), .rule(.blocked),
      ])
    let (pool, friend) = (list.candidates[0], list.candidates[1])
    #expect(pool.isOnCall && pool.able == ["v", "i"] && pool.newFaces == 2)
    #expect(friend.able == ["v"] && friend.known == ["c"] && friend.lacking == ["insulin"] && friend.phone == "070")
    #expect(friend.minutesLeftInWeek == 38 * 60 + 15 - 8 * 60)
  }

  @Test func whoIsAbsentIsNotPhoned() throws {
    let away = Changes.Absence(staff: "friend", from: time(0, day: 1), to: time(0, day: 3))
    let before = Changes.Absence(staff: "pool", from: time(0, day: 0), to: time(0, day: 1))
    let list = try list(.seMunicipal, [away, before])
    #expect(list.candidates.first { $0.staff == "friend" }?.obstacle == .absent(until: time(0, day: 3)))
    #expect(list.candidates.map(\.staff).prefix(2) == ["pool", "stranger"])
  }

  @Test func whoHasNoTimeLeftIsPhonedAfterThoseWhoHave() throws {
    let list = try list(.seMunicipal, cap: 0)
    #expect(list.candidates.map(\.staff).prefix(3) == ["friend", "stranger", "pool"])
    #expect(list.candidates[2].minutesLeftOfCap == 0 && list.candidates[2].obstacle == nil)
  }

  @Test func withoutLabourRulesNobodyIsTired() throws {
    let list = try list(.none)
    #expect(list.candidates.first { $0.staff == "tired" }?.obstacle == nil)
    #expect(list.candidates.allSatisfy { $0.minutesLeftInWeek == nil })
  }
}

@testable import HomeCare
import Testing

/// What validation refuses and doubts, in its exact words.
@Suite struct InstanceValidatorTests {
  @Test func aSoundDraftHasNoProblems() throws {
    #expect(Ward.draft.problems() == [])
    #expect(try Ward.instance().warnings == [])
  }

  @Test(
    arguments: brokenSettings + brokenPlaces + brokenPeople + brokenShifts + brokenVisits + brokenLinks
      + brokenFormat2)
  func aBrokenDraftIsRefusedInThoseWords(broken: BrokenDraft) {
    #expect(broken.found == broken.lines)
    var draft = Ward.draft
    broken.change(&draft)
    #expect(throws: InvalidInstance.self) { try Instance(validating: draft) }
  }

  @Test(arguments: doubts + doubtsOfFormat2 + soundInFormat2)
  func aDoubtfulDraftIsAcceptedWithWarnings(doubtful: BrokenDraft) throws {
    #expect(doubtful.found == doubtful.lines)
    let instance = try Ward.instance(doubtful.change)
    #expect(instance.warnings.map(\.description) == doubtful.lines)
  }

  @Test func aProblemNamesTableRowColumnAndID() {
    var draft = Ward.draft
    draft.visits[2].minutes = 0
    #expect(
      draft.problems() == [
        InstanceProblem(
          cell: Cell(table: "visits", row: 2, column: "minutes"), id: "lift", found: "0",
          expected: "a whole number from 1 to 10080")
      ])
  }

  @Test func problemsFollowTheOrderOfTheTables() {
    var draft = Ward.draft
    draft.history = [PastMeeting(client: "c9", staff: "bo", date: Ward.monday)]
    draft.links = [Link(first: "lift", second: "lift")]
    draft.visits[3].minutes = 0
    draft.visits[0].minutes = 0
    draft.clients[0].targetStaff = -1
    draft.shifts[1].breakRule = Shift.Break(minutes: 0, from: Ward.time("09:00"), to: Ward.time("10:00"))
    draft.staff[0].maxMinutes = -1
    draft.locations[0].latitude = 100
    draft.travel = .matrix([])
    draft.weights[.travel] = -1
    draft.horizon.window = 0
    draft.name = ""
    let tables = draft.problems().filter { $0.severity == .error }.map { "\($0.cell.table) \($0.cell.row)" }
    #expect(
      tables == [
        "instance 0", "horizon 0", "weights 0", "travel 0", "locations 0", "staff 0", "shifts 1", "clients 0",
        "visits 0", "visits 3", "links 0", "history 0",
      ])
  }

  @Test func shiftsMayTouchAndCrossMidnight() throws {
    let instance = try Ward.instance { draft in
      draft.shifts.append(Shift(id: "night", staff: "bo", start: Ward.time("16:00"), end: Ward.time("02:00", day: 1)))
      draft.shifts.append(
        Shift(id: "last", staff: "bo", start: Ward.time("22:00", day: 13), end: Ward.time("06:00", day: 14)))
      draft.visits.append(
        Visit(
          id: "turn", client: "c1", earliest: Ward.time("23:50", day: 13), latest: Ward.time("23:59", day: 13),
          minutes: 30))
    }
    #expect(instance.warnings == [])
  }

  @Test func everyWeekdayOfAllPinnedVisitsIsAccepted() throws {
    let instance = try Ward.instance { draft in
      draft.visits[0].pinned = ["cia"]
      draft.visits[0].pinnedStart = Ward.time("08:00")
      draft.visits[1].pinned = ["anna"]
      draft.visits[1].pinnedStart = Ward.time("10:00")
      draft.visits[2].pinned = ["anna", "bo"]
      draft.visits[3].pinned = ["anna"]
    }
    #expect(instance.warnings == [])
  }

  @Test func anEmptyInstanceIsAccepted() throws {
    let draft = InstanceDraft(name: "empty", horizon: Horizon(start: Ward.monday, days: 1), travel: .matrix([]))
    #expect(try Instance(validating: draft).warnings.count == 1)
  }

  @Test func unreadableCellsAreLeftAloneAndStillRefuse() {
    var draft = Ward.draft
    draft.visits[0].earliest = LocalDateTime(minuteNumber: 0)
    draft.visits[1].minutes = 0
    draft.visits[2].client = ""
    draft.shifts[0].staff = ""
    draft.clients[1].id = ""
    draft.horizon.days = -7
    draft.unreadable = [
      Cell(table: "visits", row: 0, column: "earliest"), Cell(table: "visits", row: 1, column: "minutes"),
      Cell(table: "visits", row: 2, column: "client"), Cell(table: "shifts", row: 0, column: "staff"),
      Cell(table: "clients", row: 1, column: "id"), Cell(table: "horizon", row: 0, column: "days"),
    ]
    #expect(draft.problems() == [])
    #expect {
      try Instance(validating: draft)
    } throws: { error in
      (error as? InvalidInstance)?.problems.map(\.cell.table) == [
        "clients", "horizon", "shifts", "visits", "visits", "visits",
      ]
    }
  }

  @Test func aBigMatrixIsSearchedForShorterWaysWithinBounds() throws {
    let size = 300
    var minutes = Array(repeating: Array(repeating: 10, count: size), count: size)
    for place in 0..<size { minutes[place][place] = 0 }
    // Of the 256 places looked at, number 0 is the first.
    minutes[0] = minutes[0].map { $0 == 0 ? 0 : 25 }
    minutes[0][7] = 1
    var draft = InstanceDraft(name: "big", horizon: Horizon(start: Ward.monday, days: 1), travel: .matrix(minutes))
    draft.locations = (0..<size).map { Location(id: LocationID("k\($0)")) }
    let warning = try #require(Instance(validating: draft).warnings.first)
    #expect(warning.found.hasPrefix("25 from \"k0\" to \"k"))
    #expect(warning.found.contains("but 11 by way of \"k7\" (254 such)"))
  }
}

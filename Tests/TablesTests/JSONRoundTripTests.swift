import Files
import HomeCare
import Testing

@testable import Tables

@Suite struct JSONRoundTripTests {
  @Test func `every column of an instance is read`() throws {
    let draft = try Samples.draft(Samples.full)
    #expect(draft.name == "two-clients")
    #expect(draft.horizon.days == 7)
    #expect(draft.weights[.distinct] == 90 && draft.weights[.newFace] == 5 && draft.weights[.unassigned] == 10_000)
    #expect(draft.travel == .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2))
    #expect(draft.locations[1] == Location(id: "k1", latitude: 57.4921, longitude: 12.0801))
    #expect(
      draft.staff == [
        StaffMember(id: "S01", name: "Åsa", skills: ["insulin"], location: "base", maxMinutes: 4800),
        StaffMember(id: "S02"),
      ])
    let from = try #require(LocalDateTime("2026-03-02T11:00"))
    #expect(draft.shifts[0].breakRule == Shift.Break(minutes: 30, from: from, to: from.advanced(by: 150)))
    #expect(draft.shifts[1].kind == .pool && draft.shifts[1].breakRule == nil)
    #expect(
      draft.clients[0]
        == Client(
          id: "C1", name: "Bo", location: "k1", area: "north", targetStaff: 9, contact: "S01", preferred: ["S01"],
          blocked: ["S02"]))
    #expect(draft.clients[1] == Client(id: "C2", location: "k1"))
    #expect(draft.visits[0].pinnedStart == LocalDateTime("2026-03-02T07:45"))
    #expect(draft.visits[0].priority == 2 && draft.visits[0].pinned == ["S01"] && draft.visits[0].counts)
    #expect(!draft.visits[1].counts && draft.visits[1].kind == "service" && draft.visits[1].pinnedStart == nil)
    #expect(draft.links == [Link(first: "V1", second: "V2", minGap: 60, maxGap: 360)])
    #expect(draft.history == [PastMeeting(client: "C1", staff: "S01", date: LocalDate(dayNumber: 20_511))])
  }

  @Test func `an instance written and read again is the same, and written again the same bytes`() throws {
    let draft = try Samples.draft(Samples.full)
    let bytes = draft.json()
    let again = try Instance(json: bytes).tables
    #expect(again == draft)
    #expect(again.json() == bytes)
  }

  @Test func `a roster written and read again is the same, but for what solve carries more`() throws {
    let roster = try Roster(json: Array(Samples.roster.utf8))
    #expect(roster.solve?.status == .optimal)
    #expect(roster.solve?.unassignedBound == 0 && roster.solve?.distinctBound == 1)
    #expect(roster.solve?.contradictingGap == nil)
    #expect(roster.score[.travel] == 23 && roster.unassigned == ["V2"])
    let bytes = roster.json()
    #expect(try Roster(json: bytes) == roster)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "format": "samma-roster/1",
          "instance": "two-clients",
          "assignments": [
            {"visit": "V1", "start": "2026-03-02T07:45", "staff": ["S01"], "shifts": ["S01-0302"]}
          ],
          "unassigned": [
            "V2"
          ],
          "score": {"total": 123, "unassigned": 1, "distinct": 1, "overTarget": 0, "newFace": 0, "notContact": 0, \
        "notPreferred": 0, "travelMinutes": 23, "poolShifts": 0, "imbalance": 0},
          "solve": {"solver": "exact", "status": "optimal", "lowerBound": 123, "gap": 0, \
        "bound": {"unassigned": 0, "distinct": 1}, "seed": 1, "seconds": 0.4}
        }

        """)
  }

  @Test func `a gap other than the roster's own is kept for the checker`() throws {
    let text = Samples.roster.replacing("\"gap\": 0.0", with: "\"gap\": 0.5")
    let roster = try Roster(json: Array(text.utf8))
    #expect(roster.solve?.contradictingGap == 0.5)
    #expect(try Roster(json: roster.json()) == roster)
  }

  @Test func `a seed of any 64 bits survives`() throws {
    var roster = try Roster(json: Array(Samples.roster.utf8))
    roster.solve?.seed = .max
    #expect(try Roster(json: roster.json()) == roster)
  }

  @Test(arguments: ["a\"b\\c", "tab\tline\nend\r", "\u{1}\u{7F}", "Åsa 👩‍⚕️ \u{2028}", "\u{0}"])
  func `any text survives`(text: String) throws {
    var draft = try Samples.draft(Samples.full)
    draft.staff[0].name = text
    #expect(try Instance(json: draft.json()).tables == draft)
  }

  @Test func `escapes of every kind are read`() throws {
    let name = #""\u00c5sa \ud83d\ude00\"\\\/\b\f\n\r\t\u0041""#
    let draft = try Samples.draft(Samples.full.replacing("\"Åsa\"", with: name))
    #expect(draft.staff[0].name == "Åsa 😀\"\\/\u{8}\u{C}\n\r\tA")
    let escapedKey = Samples.full.replacing("\"maxMinutes\"", with: #""max\u004dinutes""#)
    #expect(try Samples.draft(escapedKey).staff[0].maxMinutes == 4800)
  }
}

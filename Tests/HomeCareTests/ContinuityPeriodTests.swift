import HomeCare
import Testing

/// Which days count together, and when history does.
@Suite struct ContinuityPeriodTests {
  /// One client, a visit a day at 08:00, and a shift a day for each of the staff.
  private func draft(days: Int, window: Int, staff: [StaffID]) -> InstanceDraft {
    var draft = InstanceDraft(
      name: "days", horizon: Horizon(start: Ward.monday, days: days, window: window), travel: .matrix([[0]]))
    draft.locations = [Location(id: "k1")]
    draft.staff = staff.map { StaffMember(id: $0) }
    draft.clients = [Client(id: "c1", location: "k1", targetStaff: 1)]
    for day in 0..<days {
      draft.visits.append(
        Visit(
          id: VisitID("v\(day)"), client: "c1", earliest: Ward.time("08:00", day: day),
          latest: Ward.time("08:00", day: day), minutes: 10))
      for member in staff {
        draft.shifts.append(
          Shift(
            id: ShiftID("\(member)\(day)"), staff: member, start: Ward.time("08:00", day: day),
            end: Ward.time("09:00", day: day)))
      }
    }
    return draft
  }

  /// The check of a roster that sends on each day the staff member of that letter; `-` leaves the visit.
  private func check(_ letters: String, in draft: InstanceDraft) throws -> RosterCheck {
    var roster = Roster(instance: "days", assignments: [], unassigned: [], score: Score())
    for (day, letter) in letters.enumerated() {
      let visit = VisitID("v\(day)")
      if letter == "-" {
        roster.unassigned.append(visit)
      } else {
        roster.assignments.append(
          Roster.Assignment(
            visit: visit, start: Ward.time("08:00", day: day), staff: [StaffID("\(letter)")],
            shifts: [ShiftID("\(letter)\(day)")]))
      }
    }
    let checker = RosterChecker(try Instance(validating: draft))
    roster.score = checker.check(roster).score
    let check = checker.check(roster)
    #expect(check.violations == [])
    return check
  }

  @Test func aLongHorizonIsCountedInBlocksFromItsFirstDay() throws {
    // Blocks of 3 days: AAB, BAC, CC.
    let check = try check("aabbaccc", in: draft(days: 8, window: 3, staff: ["a", "b", "c"]))
    #expect(check.meetings.map(\.period) == [0, 1, 2])
    #expect(check.meetings.map(\.distinct) == [2, 3, 1])
    #expect(check.score[.distinct] == 6)
    #expect(check.score[.overTarget] == 1 + 2)
  }

  @Test func historyDoesNotCountInALongHorizon() throws {
    var draft = draft(days: 8, window: 3, staff: ["a", "b", "c"])
    draft.history = (1...3).map {
      PastMeeting(client: "c1", staff: "b", date: Ward.monday.advanced(by: -$0))
    }
    let check = try check("aaa--aaa", in: draft)
    #expect(check.meetings.map(\.distinct) == [1, 1, 1])
    #expect(check.score[.distinct] == 3)
    // It still says who is known: A is new.
    #expect(check.score[.newFace] == 1)
  }

  @Test func historyFillsTheDaysBeforeAShortHorizon() throws {
    // 2 days planned, a window of 5: the 3 days before are history's.
    var draft = draft(days: 2, window: 5, staff: ["a", "b", "c", "d"])
    let meeting = { (staff: StaffID, day: Int) in
      PastMeeting(client: "c1", staff: staff, date: Ward.monday.advanced(by: day))
    }
    draft.history = [meeting("b", -3), meeting("b", -1), meeting("c", -4)]
    #expect(try check("aa", in: draft).score[.distinct] == 2)
    #expect(try check("bb", in: draft).score[.distinct] == 1)
    // C was met a day too early to count, but is known.
    #expect(try check("cc", in: draft).score[.distinct] == 2)
    #expect(try check("cc", in: draft).score[.newFace] == 0)
    #expect(try check("--", in: draft).meetings.map(\.distinct) == [1])
    // A meeting on a date of the period counts, also inside the horizon; one after it does not.
    draft.history = [meeting("c", 1), meeting("d", 2)]
    #expect(try check("aa", in: draft).score[.distinct] == 2)
  }

  @Test func aWindowAsLongAsTheHorizonLeavesNoRoomForHistory() throws {
    var draft = draft(days: 4, window: 4, staff: ["a", "b"])
    draft.history = [PastMeeting(client: "c1", staff: "b", date: Ward.monday.advanced(by: -1))]
    #expect(try check("aaaa", in: draft).score[.distinct] == 1)
  }

  @Test func aVisitBelongsToTheDayItStartsOn() throws {
    var draft = draft(days: 4, window: 2, staff: ["a", "b"])
    draft.visits = [
      Visit(
        id: "v0", client: "c1", earliest: Ward.time("23:50", day: 1), latest: Ward.time("23:59", day: 1), minutes: 60),
      Visit(
        id: "v1", client: "c1", earliest: Ward.time("00:00", day: 2), latest: Ward.time("00:59", day: 2), minutes: 10),
    ]
    draft.shifts = ["a", "b"].map {
      Shift(
        id: ShiftID("\($0)-night"), staff: StaffID($0), start: Ward.time("22:00", day: 1),
        end: Ward.time("06:00", day: 2))
    }
    let checker = RosterChecker(try Instance(validating: draft))
    let check = checker.check(
      Roster(
        instance: "days",
        assignments: [
          Roster.Assignment(visit: "v0", start: Ward.time("23:59", day: 1), staff: ["a"], shifts: ["a-night"]),
          Roster.Assignment(visit: "v1", start: Ward.time("00:00", day: 2), staff: ["b"], shifts: ["b-night"]),
        ], unassigned: [], score: Score()))
    #expect(check.meetings.map(\.period) == [0, 1])
    #expect(check.violations.allSatisfy { $0.rule == .score })
  }

  /// Counts straight from the definition: for every period, for every date of it, who was there.
  private func definition(_ letters: String, _ draft: InstanceDraft) -> Int {
    let (days, window) = (draft.horizon.days, draft.horizon.window)
    let periods =
      days <= window
      ? [(days - window)..<days] : stride(from: 0, to: days, by: window).map { $0..<min(days, $0 + window) }
    return periods.reduce(0) { sum, period in
      var met = Set<String>()
      for day in period {
        if day >= 0, let letter = Array(letters)[day] == "-" ? nil : Array(letters)[day] { met.insert("\(letter)") }
        guard days <= window else { continue }
        for past in draft.history where past.date == Ward.monday.advanced(by: day) { met.insert(past.staff.rawValue) }
      }
      return sum + met.count
    }
  }

  @Test func theCountAgreesWithTheDefinitionOnRandomWeeks() throws {
    var random = SplitMix(state: 3)
    for _ in 0..<300 {
      let days = Int.random(in: 1...9, using: &random)
      var draft = draft(days: days, window: Int.random(in: 1...9, using: &random), staff: ["a", "b", "c", "d"])
      draft.history = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        PastMeeting(
          client: "c1", staff: ["a", "b", "c", "d"].randomElement(using: &random) ?? "a",
          date: Ward.monday.advanced(by: Int.random(in: -9...9, using: &random)))
      }
      let letters = String((0..<days).map { _ in "abcd-".randomElement(using: &random) ?? "-" })
      #expect(try check(letters, in: draft).score[.distinct] == definition(letters, draft))
    }
  }
}

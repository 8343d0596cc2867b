@testable import HomeCare
import Testing

/// Each hard rule broken alone, and the nearest roster that keeps it.
@Suite struct HardRuleTests {
  @Test func aValidRosterBreaksNothing() throws {
    let check = RosterChecker(try Ward.instance()).check(Ward.roster)
    #expect(check.violations == [])
    #expect(check.score == Ward.roster.score)
    #expect(
      check.meetings == [
        RosterCheck.Meetings(client: "c1", period: 0, distinct: 2),
        RosterCheck.Meetings(client: "c2", period: 0, distinct: 1),
      ])
  }

  @Test func h1AVisitNeedsExactlyItsStaff() throws {
    let tooFew = try Ward.violations {
      $0.assignments[2].staff = ["anna"]
      $0.assignments[2].shifts = ["anna-mon"]
    }
    #expect(tooFew == ["H1 visit lift: found anna; expected exactly 2 distinct staff"])
    let nobody = try Ward.violations {
      $0.assignments[3].staff = []
      $0.assignments[3].shifts = []
    }
    #expect(nobody == ["H1 visit tuesday: found nobody; expected exactly 1 staff member"])
    let twice = try Ward.check {
      $0.assignments[2].staff = ["bo", "bo"]
      $0.assignments[2].shifts = ["bo-mon", "bo-mon"]
    }
    #expect(twice.violations.map(\.rule) == [.staffing, .route])
    let tooMany = try Ward.check {
      $0.assignments[1].staff = ["anna", "bo"]
      $0.assignments[1].shifts = ["anna-mon", "bo-mon"]
    }
    #expect(tooMany.violations.map(\.rule) == [.staffing, .skills])
  }

  @Test func h2AVisitStartsInItsWindow() throws {
    #expect(
      try Ward.violations { $0.assignments[3].start = Ward.time("15:01", day: 1) } == [
        "H2 visit tuesday: found start 2026-03-03T15:01; expected a start from 2026-03-03T08:00 to 2026-03-03T15:00",
        "H3 visit tuesday staff anna shift anna-tue: found service 2026-03-03T15:01 to 2026-03-03T16:01;"
          + " expected service within the shift, 2026-03-03T08:00 to 2026-03-03T16:00",
      ])
    // Both ends of the window belong to it.
    #expect(try Ward.check({ $0.assignments[2].start = Ward.time("09:30") }).isValid)
    let early = try Ward.check { $0.assignments[2].start = Ward.time("09:29") }
    #expect(early.violations.map(\.rule) == [.window])
    let anotherDay = try Ward.check { $0.assignments[1].start = Ward.time("08:45", day: 1) }
    #expect(anotherDay.violations.map(\.rule) == [.window, .shift])
  }

  @Test func h3AVisitLiesInOneShiftOfItsStaff() throws {
    let another = try Ward.violations { $0.assignments[3].shifts = ["anna-mon"] }
    #expect(
      another == [
        "H3 visit tuesday staff anna shift anna-mon: found service 2026-03-03T09:00 to 2026-03-03T10:00;"
          + " expected service within the shift, 2026-03-02T08:00 to 2026-03-02T16:00"
      ])
    #expect(
      try Ward.violations { $0.assignments[3].shifts = ["bo-mon"] } == [
        "H3 visit tuesday staff anna shift bo-mon: found a shift of bo; expected a shift of anna"
      ])
    #expect(
      try Ward.violations { $0.assignments[3].shifts = ["night"] } == [
        "H3 visit tuesday staff anna shift night: found a shift that the instance does not have;"
          + " expected a shift of anna"
      ])
    #expect(
      try Ward.violations { $0.assignments[3].shifts = [] } == [
        "H3 visit tuesday: found 0 shifts for 1 staff; expected one shift for each staff member, in their order"
      ])
    // Bo has no base: a visit may begin with the shift and end with it.
    let whole = try Ward.check({ roster in
      roster.assignments[3].start = Ward.time("08:00", day: 1)
      roster.assignments[3].staff = ["bo"]
      roster.assignments[3].shifts = ["bo-tue"]
    }) { draft in
      draft.shifts.append(
        Shift(id: "bo-tue", staff: "bo", start: Ward.time("08:00", day: 1), end: Ward.time("09:00", day: 1)))
    }
    #expect(whole.violations == [])
  }

  @Test func h4TravelFitsBetweenVisits() throws {
    #expect(try Ward.check({ $0.assignments[1].start = Ward.time("08:45") }).isValid)
    #expect(
      try Ward.violations { $0.assignments[1].start = Ward.time("08:44") } == [
        "H4 visit insulin staff anna shift anna-mon: found start 2026-03-02T08:44,"
          + " after morning ends 2026-03-02T08:40 and 5 minutes of travel; expected a start at or after 2026-03-02T08:45"
      ])
    // The way back takes 7 minutes, not 5: from k2 to k1 the matrix says otherwise than from k1 to k2.
    let lift = { (roster: inout Roster, clock: String) in
      roster.assignments[1].start = Ward.time("09:20")
      roster.assignments[2].start = Ward.time(clock)
    }
    #expect(try Ward.check({ lift(&$0, "09:47") }).isValid)
    #expect(try Ward.check({ lift(&$0, "09:46") }).violations.map(\.rule) == [.route])
    // Overlapping visits, listed in either order.
    let overlap = try Ward.check {
      $0.assignments[1].start = Ward.time("08:30")
      $0.assignments.swapAt(0, 1)
    }
    #expect(overlap.violations.map(\.rule) == [.route])
  }

  @Test func h4VisitsAtOneLocationNeedNoTravel() throws {
    let check = try Ward.check({ roster in
      roster.assignments[2].start = Ward.time("09:30")
      roster.assignments.append(
        Roster.Assignment(visit: "next", start: Ward.time("10:10"), staff: ["anna"], shifts: ["anna-mon"]))
    }) { draft in
      draft.visits.append(
        Visit(id: "next", client: "c1", earliest: Ward.time("10:10"), latest: Ward.time("10:10"), minutes: 5))
    }
    #expect(check.violations == [])
    #expect(check.score[.travel] == 56)
  }

  @Test func h5BaseLegsFitInTheShift() throws {
    #expect(
      try Ward.violations { $0.assignments[0].start = Ward.time("08:09") } == [
        "H5 visit morning staff anna shift anna-mon: found start 2026-03-02T08:09, 10 minutes of travel from the base;"
          + " expected a start at or after 2026-03-02T08:10"
      ])
    #expect(try Ward.check({ $0.assignments[3].start = Ward.time("14:48", day: 1) }).isValid)
    #expect(
      try Ward.violations { $0.assignments[3].start = Ward.time("14:49", day: 1) } == [
        "H5 visit tuesday staff anna shift anna-tue: found end 2026-03-03T15:49, 12 minutes of travel to the base;"
          + " expected an end at or before 2026-03-03T15:48"
      ])
  }

  @Test func h6AShiftWithVisitsHoldsItsBreak() throws {
    let fill = { (draft: inout InstanceDraft) in
      draft.visits[2].latest = Ward.time("15:00")
      draft.visits.append(
        Visit(id: "long", client: "c1", earliest: Ward.time("10:40"), latest: Ward.time("11:30"), minutes: 150))
    }
    let add = { (roster: inout Roster, start: String, lift: String) in
      roster.assignments.append(
        Roster.Assignment(visit: "long", start: Ward.time(start), staff: ["anna"], shifts: ["anna-mon"]))
      roster.assignments[2].start = Ward.time(lift)
    }
    // long 10:40–13:10 right after the lift: the gap after it begins at 13:10, too late.
    #expect(
      try Ward.violations({ add(&$0, "10:40", "10:00") }, in: fill) == [
        "H6 staff anna shift anna-mon: found no idle gap of 30 minutes beside its travel;"
          + " expected a break of 30 minutes that begins from 2026-03-02T11:00 to 2026-03-02T13:00"
      ])
    // 10:30: the gap after 13:00 just begins in time; before long there is no gap (lift 09:50–10:30).
    #expect(
      try Ward.check({ add(&$0, "10:30", "09:50") }) {
        fill(&$0)
        $0.visits[4].earliest = Ward.time("10:30")
      }.isValid)
    // lift 10:00–10:40, long 11:30: idle 10:40–11:30 at one location, the break begins 11:00.
    #expect(try Ward.check({ add(&$0, "11:30", "10:00") }, in: fill).isValid)
    // 11:29: a break begun at 11:00 would end a minute late, one begun sooner begins too soon.
    #expect(try Ward.check({ add(&$0, "11:29", "10:00") }, in: fill).violations.map(\.rule) == [.breakRoom])
  }

  @Test func h6AnEmptyShiftNeedsNoBreak() throws {
    let check = try Ward.check {
      $0.unassigned = ["morning", "insulin", "lift"]
      $0.assignments.removeFirst(3)
    }
    #expect(check.violations == [])
    #expect(check.score[.unassigned] == 4)
  }

  @Test func h7StaffHaveTheVisitsSkills() throws {
    let check = try Ward.violations {
      $0.assignments[1].staff = ["bo"]
      $0.assignments[1].shifts = ["bo-mon"]
    }
    #expect(
      check == [
        "H7 visit insulin staff bo: found a staff member without \"insulin\";"
          + " expected staff with all of the visit's skills"
      ])
  }

  @Test func h8BlockedStaffDoNotServeTheClient() throws {
    let check = try Ward.violations {
      $0.assignments[1].staff = ["cia"]
      $0.assignments[1].shifts = ["cia-mon"]
    }
    #expect(
      check == [
        "H8 visit insulin staff cia: found a staff member whom client c2 blocks;"
          + " expected staff who are not on the client's blocked list"
      ])
  }

  @Test func h9PinsAreKeptWhereTheVisitIsAssigned() throws {
    let pin = { (draft: inout InstanceDraft) in
      draft.visits[0].pinned = ["cia"]
      draft.visits[0].pinnedStart = Ward.time("08:15")
    }
    #expect(
      try Ward.violations({ _ in }, in: pin) == [
        "H9 visit morning staff cia: found a pinned staff member who is not on the visit;"
          + " expected cia among the visit's staff, or the visit unassigned",
        "H9 visit morning: found start 2026-03-02T08:10; expected the pinned start 2026-03-02T08:15",
      ])
    let kept = try Ward.check(
      {
        $0.assignments[0] = Roster.Assignment(
          visit: "morning", start: Ward.time("08:15"), staff: ["cia"], shifts: ["cia-mon"])
      }, in: pin)
    #expect(kept.violations == [])
    let left = try Ward.check(
      {
        $0.assignments.removeFirst()
        $0.unassigned = ["morning"]
      }, in: pin)
    #expect(left.violations == [])
  }

  @Test func h10LinkedVisitsKeepTheirGap() throws {
    let link = { (least: Int?, most: Int?) in
      { (draft: inout InstanceDraft) in
        draft.links = [Link(first: "morning", second: "insulin", minGap: least, maxGap: most)]
      }
    }
    // The starts are 35 minutes apart.
    #expect(try Ward.check({ _ in }, in: link(35, 35)).isValid)
    #expect(
      try Ward.violations({ _ in }, in: link(36, nil)) == [
        "H10 visit insulin: found a start 35 minutes after that of morning; expected at least 36 minutes"
      ])
    #expect(
      try Ward.violations({ _ in }, in: link(nil, 34)) == [
        "H10 visit insulin: found a start 35 minutes after that of morning; expected at most 34 minutes"
      ])
    let unassigned = try Ward.check(
      {
        $0.assignments.removeFirst()
        $0.unassigned = ["morning"]
      }, in: link(36, nil))
    #expect(unassigned.violations == [])
  }

  @Test func h10LinkedVisitsKeepTheirRuleOnStaff() throws {
    let link = { (rule: Link.StaffRule, second: VisitID) in
      { (draft: inout InstanceDraft) in draft.links = [Link(first: "morning", second: second, staff: rule)] }
    }
    #expect(try Ward.check({ _ in }, in: link(.same, "insulin")).isValid)
    #expect(
      try Ward.violations({ _ in }, in: link(.different, "lift")) == [
        "H10 visit lift: found staff who are on morning too; expected no staff member on both visits"
      ])
    let bo = { (roster: inout Roster) in
      roster.assignments[0] = Roster.Assignment(
        visit: "morning", start: Ward.time("08:10"), staff: ["bo"], shifts: ["bo-mon"])
    }
    #expect(
      try Ward.violations(bo, in: link(.same, "insulin")) == [
        "H10 visit insulin: found other staff than morning; expected the same staff on both visits"
      ])
    #expect(try Ward.check(bo, in: link(.different, "insulin")).isValid)
    // A pair of visits with two staff each: the same two in another order are the same set.
    let pair = try Ward.check(
      {
        $0.assignments.append(
          Roster.Assignment(
            visit: "again", start: Ward.time("13:30"), staff: ["bo", "anna"], shifts: ["bo-mon", "anna-mon"]))
      },
      in: { draft in
        draft.visits.append(
          Visit(
            id: "again", client: "c1", earliest: Ward.time("13:30"), latest: Ward.time("13:30"), minutes: 10, staff: 2))
        draft.links = [Link(first: "lift", second: "again", staff: .same)]
      })
    #expect(pair.violations == [])
  }

  @Test func h11ServiceAndTravelStayUnderTheCap() throws {
    // Anna: Monday 30 + 20 + 40 + 34 of travel, Tuesday 60 + 22 of travel: 206 minutes.
    #expect(try Ward.check({ _ in }, in: { $0.staff[0].maxMinutes = 206 }).isValid)
    #expect(
      try Ward.violations({ _ in }, in: { $0.staff[0].maxMinutes = 205 }) == [
        "H11 staff anna: found 206 minutes of service and travel; expected at most 205"
      ])
  }
}

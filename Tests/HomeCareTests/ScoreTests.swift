import HomeCare
import Testing

/// Each term of the score, worked out by hand on the ward.
@Suite struct ScoreTests {
  private func score(
    _ change: (inout Roster) -> Void = { _ in }, in tables: (inout InstanceDraft) -> Void = { _ in }
  ) throws -> Score {
    let check = try Ward.check(change, in: tables)
    #expect(check.violations == [])
    return check.score
  }

  @Test func unassignedCountsPriorityTimesStaff() throws {
    let score = try score(
      {
        $0.unassigned = ["lift", "insulin"]
        $0.assignments.remove(at: 2)
        $0.assignments.remove(at: 1)
      },
      in: {
        $0.visits[2].priority = 3
        $0.visits[1].priority = 5
      })
    // lift 3 · 2 staff, insulin 5 · 1.
    #expect(score[.unassigned] == 11)
    // Monday base –10→ k1 –12→ base, Tuesday the same; Bo's pool shift is not called in; only c1 meets Anna.
    #expect(score[.travel] == 44)
    #expect(score[.poolShifts] == 0)
    #expect(score[.distinct] == 1)
    #expect(score.total == 11 * 10_000 + 100 + 44)
  }

  @Test func overTargetCountsEachStaffMemberAboveTheClientsTarget() throws {
    #expect(try score(in: { $0.clients[0].targetStaff = 2 })[.overTarget] == 0)
    #expect(try score(in: { $0.clients[0].targetStaff = 1 })[.overTarget] == 1)
    let none = try score(in: {
      $0.clients[0].targetStaff = 0
      $0.clients[1].targetStaff = 0
    })
    #expect(none[.overTarget] == 3)
    #expect(none.total == 3 * 100 + 3 * 200 + 56 + 200)
  }

  @Test func aVisitThatDoesNotCountMakesNoFace() throws {
    let score = try score(in: { $0.visits[2].counts = false })
    // Bo comes to the lift only.
    #expect(score[.distinct] == 2)
    #expect(score[.travel] == 56)
  }

  @Test func newFacesAreThoseOutsideTheHistoryOfClientsWhoHaveOne() throws {
    let history = { (meetings: [PastMeeting]) in { (draft: inout InstanceDraft) in draft.history = meetings } }
    let longAgo = Ward.monday.advanced(by: -400)
    #expect(try score()[.newFace] == 0)
    #expect(try score(in: history([PastMeeting(client: "c1", staff: "anna", date: longAgo)]))[.newFace] == 1)
    #expect(try score(in: history([PastMeeting(client: "c1", staff: "cia", date: longAgo)]))[.newFace] == 2)
    #expect(try score(in: history([PastMeeting(client: "c2", staff: "anna", date: longAgo)]))[.newFace] == 0)
    // An uncounted visit is a meeting all the same.
    let uncounted = try score(in: {
      $0.history = [PastMeeting(client: "c1", staff: "anna", date: longAgo)]
      $0.visits[2].counts = false
      $0.weights[.newFace] = 7
    })
    #expect(uncounted[.newFace] == 1)
    #expect(uncounted.total == 2 * 100 + 7 + 56 + 200)
  }

  @Test func notContactCountsVisitsWithoutTheContact() throws {
    let score = try score(
      {
        $0.assignments[0] = Roster.Assignment(
          visit: "morning", start: Ward.time("08:10"), staff: ["bo"], shifts: ["bo-mon"])
      }, in: { $0.weights[.notContact] = 5 })
    // The lift has two staff, the contact among them. c2 has no contact.
    #expect(score[.notContact] == 1)
    // Anna's Monday without the morning: base –14→ k2 –7→ k1 –12→ base.
    #expect(score[.travel] == 33 + 22)
    #expect(score.total == 3 * 100 + 5 + 55 + 200)
  }

  @Test func notPreferredCountsEachStaffMemberOfEachVisit() throws {
    let bo = { (roster: inout Roster) in
      roster.assignments[0] = Roster.Assignment(
        visit: "morning", start: Ward.time("08:10"), staff: ["bo"], shifts: ["bo-mon"])
    }
    let score = try score(bo, in: { $0.weights[.notPreferred] = 3 })
    // Bo at the morning and at the lift; c2 prefers nobody in particular.
    #expect(score[.notPreferred] == 2)
    #expect(score.total == 3 * 100 + 2 * 3 + 55 + 200)
  }

  @Test func travelFollowsTheDirectionOfEachLegAndSkipsMissingBases() throws {
    // Bo, without a base, from c1 to c2 and back: 5 + 7.
    let score = try score(
      { roster in
        roster.assignments[0] = Roster.Assignment(
          visit: "morning", start: Ward.time("08:10"), staff: ["bo"], shifts: ["bo-mon"])
        roster.assignments[1] = Roster.Assignment(
          visit: "insulin", start: Ward.time("08:45"), staff: ["bo"], shifts: ["bo-mon"])
      }, in: { $0.visits[1].skills = [] })
    // Anna: 10 + 12 on either day.
    #expect(score[.travel] == 12 + 22 + 22)
  }

  @Test func eachPoolShiftInUseCountsOnce() throws {
    let score = try score(in: { draft in
      draft.shifts[0].kind = .pool
      draft.shifts[2].kind = .pool
    })
    #expect(score[.poolShifts] == 2)
    #expect(score.total == 3 * 100 + 56 + 2 * 200)
  }

  @Test func imbalanceCountsMinutesAboveTheFairShareOfContracts() throws {
    // Demanded: 30 + 20 + 2 · 40 + 60 = 190. Contracts: Anna 450 + 480, Cia 240, Bo none. Anna's share is
    // 190 · 930 / 1170 = 151, Cia's 38; Anna serves 30 + 20 + 40 + 60 = 150.
    #expect(try score(in: { $0.weights[.imbalance] = 1 })[.imbalance] == 0)
    // With Anna's contract held to 600, her share is 190 · 600 / 840 = 135.
    let capped: (inout InstanceDraft) -> Void = {
      $0.staff[0].maxMinutes = 600
      $0.weights[.imbalance] = 4
    }
    let score = try score(in: capped)
    #expect(score[.imbalance] == 15)
    #expect(score.total == 3 * 100 + 56 + 200 + 4 * 15)
    #expect(try Ward.instance(capped).fairShares == [135, nil, 54])
    // Without a price nobody asks.
    #expect(try self.score(in: { $0.staff[0].maxMinutes = 600 })[.imbalance] == 0)
  }

  @Test func coordinatesGiveWholeMinutesRoundedUp() throws {
    let score = try score(in: { draft in
      // One degree of latitude is 111.195 km: 60 · 1 · 0.111195 / 4 = 1.668 minutes for a thousandth of it, so 2.
      draft.travel = .coordinates(speedKmh: 4, detour: 1, fixedMinutes: 0)
      for (row, north) in [0, 0.001, 0.002].enumerated() {
        draft.locations[row].latitude = north
        draft.locations[row].longitude = 0
      }
    })
    // base–k1–k2–k1–base on Monday, base–k1–base on Tuesday: six legs of 2 minutes.
    #expect(score[.travel] == 12)
  }

  @Test func oppositePointsOfTheGlobeHaveADistance() {
    let travel = Travel.coordinates(speedKmh: 1_000, detour: 1, fixedMinutes: 0)
    for latitude in stride(from: -90.0, through: 90.0, by: 0.5) {
      let minutes = travel.minutes(
        from: (0, Location(id: "a", latitude: latitude, longitude: -33)),
        to: (1, Location(id: "b", latitude: -latitude, longitude: 147)))
      // Half the girth, 20 015.1 km, at 1 000 km/h.
      #expect(minutes == 1_201)
    }
  }
}

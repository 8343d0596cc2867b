import HomeCare
import Testing

@testable import Rostering

@Suite struct ContinuityFloorTests {
  private static let monday = LocalDate(year: 2026, month: 3, day: 2) ?? LocalDate(dayNumber: 0)

  private static func time(_ clock: String, day: Int = 0) -> LocalDateTime {
    LocalDateTime("\(monday.advanced(by: day))T\(clock)") ?? LocalDateTime(minuteNumber: .min)
  }

  /// Early staff `e1`, `e2` and late staff `l1` work Monday and Tuesday; `e2` only Tuesday. One client.
  private static func floor(_ change: (inout InstanceDraft) -> Void = { _ in }) throws -> ContinuityFloor {
    var draft = InstanceDraft(name: "floor", horizon: Horizon(start: monday, days: 2), travel: .matrix([[0]]))
    draft.locations = [Location(id: "home")]
    draft.staff = [StaffMember(id: "e1"), StaffMember(id: "e2", skills: ["insulin"]), StaffMember(id: "l1")]
    draft.shifts = [
      Shift(id: "e1-0", staff: "e1", start: time("07:00"), end: time("13:00")),
      Shift(id: "e1-1", staff: "e1", start: time("07:00", day: 1), end: time("13:00", day: 1)),
      Shift(id: "e2-1", staff: "e2", start: time("07:00", day: 1), end: time("13:00", day: 1)),
      Shift(id: "l1-0", staff: "l1", start: time("12:00"), end: time("20:00")),
      Shift(id: "l1-1", staff: "l1", start: time("12:00", day: 1), end: time("20:00", day: 1)),
    ]
    draft.clients = [Client(id: "c", location: "home")]
    draft.visits = [
      Visit(id: "m0", client: "c", earliest: time("08:00"), latest: time("09:00"), minutes: 30),
      Visit(id: "m1", client: "c", earliest: time("08:00", day: 1), latest: time("09:00", day: 1), minutes: 30),
    ]
    change(&draft)
    let floors = ContinuityFloor.all(of: try Instance(validating: draft))
    return try #require(floors.first)
  }

  @Test func oneWhoWorksBothMorningsIsEnough() throws {
    let floor = try Self.floor()
    #expect(floor.staff == 1)
    #expect(floor.witness.count == 1)
    #expect(floor.isExact)
  }

  @Test func anEveningVisitAsksForTheLateShift() throws {
    let floor = try Self.floor {
      $0.visits.append(
        Visit(id: "e0", client: "c", earliest: Self.time("18:00"), latest: Self.time("19:00"), minutes: 30))
    }
    #expect(floor.staff == 2)
    #expect(floor.witness.count == 2)
    #expect(floor.witness.contains("e0"))
  }

  @Test func skillsBlocksPinsAndDoubleStaffingRaiseIt() throws {
    #expect(try Self.floor { $0.visits[1].skills = ["insulin"] }.staff == 2)
    #expect(try Self.floor { $0.visits[1].staff = 2 }.staff == 2)
    #expect(try Self.floor { $0.visits[1].pinned = ["e2"] }.staff == 2)
    let blocked = try Self.floor {
      $0.visits[0].latest = Self.time("14:00")
      $0.clients[0].blocked = ["e1"]
    }
    #expect(blocked.staff == 2)
  }

  @Test func linksAndOverlapsBetweenTheClientsVisitsRaiseIt() throws {
    let later = Visit(
      id: "n1", client: "c", earliest: Self.time("09:00", day: 1), latest: Self.time("09:20", day: 1), minutes: 30)
    #expect(try Self.floor { $0.visits.append(later) }.staff == 1)
    let differing = try Self.floor {
      $0.visits.append(later)
      $0.links = [Link(first: "m1", second: "n1", staff: .different)]
    }
    #expect(differing.staff == 2)
    let overlapping = try Self.floor {
      $0.visits[1].earliest = Self.time("09:00", day: 1)
      $0.visits.append(later)
    }
    #expect(overlapping.staff == 2)
    let same = try Self.floor {
      $0.visits[1].skills = ["insulin"]
      $0.visits.append(later)
      $0.visits[2].skills = []
      $0.links = [Link(first: "m1", second: "n1", staff: .same)]
    }
    #expect(same.staff == 2)
  }

  @Test func historyOfThePeriodCounts() throws {
    let floor = try Self.floor {
      $0.history = [
        PastMeeting(client: "c", staff: "l1", date: Self.monday.advanced(by: -3)),
        PastMeeting(client: "c", staff: "e2", date: Self.monday.advanced(by: -30)),
      ]
    }
    #expect(floor.staff == 2)
    #expect(floor.alreadyMet == 1)
    #expect(floor.witness.count == 1)
  }

  @Test func uncountedVisitsForceNothing() throws {
    let floor = try Self.floor { for index in $0.visits.indices { $0.visits[index].counts = false } }
    #expect(floor.staff == 0)
    #expect(floor.witness.isEmpty)
  }
}

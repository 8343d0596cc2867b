import HomeCare
import Testing

@Suite struct ShiftCourseTests {
  private let day = LocalDate("2026-03-02")!

  private func time(_ clock: String) -> LocalDateTime { LocalDateTime("2026-03-02T\(clock)")! }

  /// A shift from 07:00 to 16:00 at a base ten minutes from every client, with visits of half an hour at some times.
  private func course(
    _ starts: [String], way: Int = 10, base: Bool = true, rest: (minutes: Int, from: String, to: String)? = nil
  ) throws -> [String] {
    let places = starts.count + 1
    let matrix = (0..<places).map { row in (0..<places).map { row == $0 ? 0 : way } }
    var draft = InstanceDraft(format: .two, name: "x", horizon: Horizon(start: day, days: 1), travel: .matrix(matrix))
    draft.locations = (0..<places).map { Location(id: LocationID("k\($0)")) }
    draft.staff = [StaffMember(id: "S", location: base ? "k0" : nil)]
    draft.shifts = [Shift(id: "A", staff: "S", start: time("07:00"), end: time("16:00"))]
    draft.shifts[0].breakRule = rest.map { Shift.Break(minutes: $0.minutes, from: time($0.from), to: time($0.to)) }
    draft.clients = starts.indices.map { Client(id: ClientID("C\($0)"), location: LocationID("k\($0 + 1)")) }
    draft.visits = starts.enumerated().map { place, start in
      Visit(
        id: VisitID("V\(place)"), client: ClientID("C\(place)"), earliest: time(start), latest: time(start), minutes: 30
      )
    }
    let roster = Roster(
      instance: "x",
      assignments: draft.visits.map { .init(visit: $0.id, start: $0.earliest, staff: ["S"], shifts: ["A"]) },
      unassigned: [], score: Score())
    let courses = ShiftCourse.all(of: roster, try Instance(validating: draft))
    let course = try #require(courses.first)
    #expect(courses.count == 1 && course.minutes { _ in true } == 540)
    // Nothing lies between two stretches.
    #expect(zip(course.stretches, course.stretches.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(course.stretches.first?.start == course.start && course.stretches.last?.end == course.end)
    return course.stretches.map { stretch in
      let kind =
        switch stretch.activity {
        case .way: "way"
        case .wayHome: "home"
        case .visit(let id): id.rawValue
        case .rest: "rest"
        case .waiting: "waiting"
        case .free: "free"
        }
      return "\(stretch.start.clock) \(kind) \(stretch.minutes)"
    }
  }

  @Test func waysWaitingFreeTimeAndTheWayHomeFillTheShift() throws {
    #expect(
      try course(["07:15", "08:10", "11:00"]) == [
        "07:00 way 10", "07:10 waiting 5", "07:15 V0 30", "07:45 way 10", "07:55 waiting 15", "08:10 V1 30",
        "08:40 free 130", "10:50 way 10", "11:00 V2 30", "11:30 home 10", "11:40 free 260",
      ])
  }

  @Test func theBreakLiesWhereItsWindowAllowsOnEitherSideOfTheWay() throws {
    // The longest of the gaps that have room for it, before the way.
    #expect(
      try course(["07:30", "11:00", "15:20"], rest: (30, "11:30", "12:00"))[6...] == [
        "11:30 rest 30", "12:00 free 190", "15:10 way 10", "15:20 V2 30", "15:50 home 10",
      ])
    // After the way, where the window opens too late for more.
    #expect(
      try course(["07:10", "11:00", "12:10"], rest: (30, "11:40", "11:45")).filter { $0 >= "11:30" && $0 < "12:10" }
        == ["11:30 way 10", "11:40 rest 30"])
  }

  @Test func withoutABaseThereIsNeitherAFirstWayNorAWayHome() throws {
    #expect(try course(["07:00"], base: false) == ["07:00 V0 30", "07:30 free 510"])
  }

  @Test func aBreakWithNoRoomBesideTheWholeWayIsTakenOnIt() throws {
    // From 11:30 to 12:10 there are ten minutes of break and thirty of way, and the window opens half-way.
    #expect(
      try course(["11:00", "12:10"], way: 30, rest: (10, "11:45", "11:50")).filter { $0 >= "11:30" && $0 < "12:10" }
        == [
          "11:30 way 15", "11:45 rest 10", "11:55 way 15",
        ])
  }
}

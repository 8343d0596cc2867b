import HomeCare
import Testing

@testable import Rostering

/// What counts as a change, and that no option makes one without need.
@Suite struct NeedlessChangeTests {
  private static let day = LocalDate(dayNumber: 20_514)

  private func time(_ hour: Int, _ minute: Int = 0, day: Int = 0) -> LocalDateTime {
    Self.day.advanced(by: day).midnight.advanced(by: hour * 60 + minute)
  }

  /// Two staff with a visit an hour each from eight to twelve, all of clients of their own.
  private func twoRoutes(days: Int = 1) throws -> (instance: Instance, roster: Roster) {
    var draft = InstanceDraft(
      name: "routes", horizon: Horizon(start: Self.day, days: days, window: days), travel: .matrix([[0]]))
    draft.format = .two
    draft.locations = [Location(id: "L")]
    draft.staff = [StaffMember(id: "A"), StaffMember(id: "B")]
    var roster = Roster(instance: "routes", assignments: [], unassigned: [], score: Score(format: .two))
    for day in 0..<days {
      for member in ["A", "B"] {
        draft.shifts.append(
          Shift(
            id: ShiftID("\(member)\(day)"), staff: StaffID(member), start: time(7, day: day), end: time(16, day: day)))
      }
      for (number, member) in ["A", "B"].enumerated() {
        for hour in 8..<12 {
          let id = "\(member)\(day)-\(hour)"
          if day == 0 { draft.clients.append(Client(id: ClientID("\(member)-\(hour)"), location: "L")) }
          draft.visits.append(
            Visit(
              id: VisitID(id), client: ClientID("\(member)-\(hour)"), earliest: time(7, day: day),
              latest: time(14, day: day), minutes: 50 - number))
          roster.assignments.append(
            Roster.Assignment(
              visit: VisitID(id), start: time(hour, day: day), staff: [StaffID(member)],
              shifts: [ShiftID("\(member)\(day)")]))
        }
      }
    }
    let instance = try Instance(validating: draft)
    #expect(RosterChecker(instance).check(roster).violations.filter { $0.rule.isOfPlan } == [])
    return (instance, roster)
  }

  private func options(_ instance: Instance, _ roster: Roster, _ changes: Changes) throws -> [RepairOption] {
    let changed = try ChangedInstance(instance, roster, changes)
    let options = Repairer(changed, roster).options()
    for option in options {
      #expect(NeedlessChanges(changed, roster, option).found() == [], "\(option.labels)")
      let applied = roster.applying(option.list.rows, order: changed.instance.visits.map(\.id))
      #expect(applied.places == option.roster.places)
    }
    return options
  }

  @Test func anAbsenceOfHalfAnHourThatMeetsOneVisitChangesThatVisitAlone() throws {
    let (instance, roster) = try twoRoutes()
    var changes = Changes()
    changes.absences = [Changes.Absence(staff: "A", from: time(9, 10), to: time(9, 40))]
    for option in try options(instance, roster, changes) {
      #expect(option.changes.map(\.visit) == ["A0-9"], "\(option.labels)")
      #expect(option.figures.changedVisits == 1)
      // The visits behind it stand in the second piece of the shift, which is no change but is told.
      #expect(option.list.shiftsAlone.map(\.visit) == ["A0-10", "A0-11"])
    }
  }

  @Test func anAbsenceThatMeetsNoVisitChangesNothing() throws {
    let (instance, roster) = try twoRoutes()
    var changes = Changes()
    changes.absences = [Changes.Absence(staff: "A", from: time(8, 50), to: time(9))]
    for option in try options(instance, roster, changes) {
      #expect(option.changes == [])
      #expect(option.list.shiftsAlone.count == 3 && option.figures.unassigned == 0)
    }
  }

  @Test func aStartWithinTheToleranceAndAShiftOfAnotherIdAreNoChanges() throws {
    let (instance, roster) = try twoRoutes()
    var later = roster
    for (row, minutes) in [(0, 15), (1, 16), (4, -15)] {
      later.assignments[row].start = later.assignments[row].start.advanced(by: minutes)
    }
    var renamed = instance.tables
    renamed.shifts[0].id = "early"
    for row in 0..<4 { later.assignments[row].shifts = ["early"] }
    let comparison = RosterComparison(roster, later, of: instance, changed: try Instance(validating: renamed))
    #expect(comparison.changes.map(\.visit) == ["A0-9"])
    #expect(comparison.list.slight.map(\.visit) == ["A0-8", "B0-8"])
    #expect(comparison.list.shiftsAlone.map(\.visit) == ["A0-10", "A0-11"])
    #expect(later.applying(comparison.list.reversed.rows, order: instance.visits.map(\.id)).places == roster.places)
  }

  @Test func whereSomebodyIsIllOnlyTheirVisitsChange() throws {
    let (instance, roster) = try twoRoutes(days: 2)
    var changes = Changes()
    changes.absences = [Changes.Absence(staff: "A", from: time(0), to: time(24))]
    for option in try options(instance, roster, changes) {
      #expect(option.figures.unassigned == 0)
      let fewest = option.labels.contains(.fewestChanges)
      #expect(!fewest || option.changes.map(\.visit) == ["A0-8", "A0-9", "A0-10", "A0-11"], "\(option.changes)")
    }
  }

  @Test func aClientWhoComesHomeMeetsAsFewStaffAsCanBe() throws {
    // Seven days of a visit in the morning; all twelve staff know the client of old and have the morning free.
    var draft = InstanceDraft(
      name: "home", horizon: Horizon(start: Self.day, days: 7, window: 7), travel: .matrix([[0]]))
    draft.format = .two
    draft.locations = [Location(id: "L")]
    draft.clients = [Client(id: "C", location: "L")]
    for number in 0..<12 {
      let id = StaffID("S\(number)")
      draft.staff.append(StaffMember(id: id))
      draft.history.append(PastMeeting(client: "C", staff: id, date: Self.day.advanced(by: -40)))
      for day in 0..<7 where (day + number) % 2 == 0 {
        draft.shifts.append(
          Shift(id: ShiftID("\(id)-\(day)"), staff: id, start: time(7, day: day), end: time(15, day: day)))
      }
    }
    let instance = try Instance(validating: draft)
    let roster = Roster(instance: "home", assignments: [], unassigned: [], score: Score(format: .two))
    var changes = Changes()
    changes.added = (0..<7).map { day in
      Visit(
        id: VisitID("V\(day)"), client: "C", earliest: time(8, day: day), latest: time(9, day: day), minutes: 30)
    }
    let option = try #require(try options(instance, roster, changes).first { $0.labels.contains(.bestContinuity) })
    #expect(option.figures.unassigned == 0 && option.figures.addedStaff == 2)
    #expect(Set(option.roster.assignments.flatMap(\.staff)).count == 2)
  }

  @Test func theSameVisitInTwoListsIsRefusedOrToldRightly() throws {
    let (instance, roster) = try twoRoutes()
    var changes = Changes()
    changes.cancelled = [Changes.Cancellation(visit: "A0-8")]
    changes.moved = [
      Changes.Move(visit: "A0-8", earliest: time(8), latest: time(9)),
      Changes.Move(visit: "A0-9", earliest: time(13), latest: time(14)),
    ]
    changes.lengthened = [
      Changes.Lengthening(visit: "A0-8", minutes: 20), Changes.Lengthening(visit: "A0-9", minutes: 40),
    ]
    let error = try #require(throws: InvalidChanges.self) { try ChangedInstance(instance, roster, changes) }
    #expect(error.problems.map(\.cell.table) == ["moved", "lengthened"])
    changes.cancelled = []
    #expect(try ChangedInstance(instance, roster, changes).causes["A0-9"] == .movedAndLengthened)
  }
}

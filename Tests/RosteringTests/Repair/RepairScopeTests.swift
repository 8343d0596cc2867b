import HomeCare
import Testing

@testable import Rostering

/// What a repair leaves alone, and what further kinds of change come to.
@Suite struct RepairScopeTests {
  private static let day = LocalDate(dayNumber: 20_514)

  private func time(_ hour: Int, _ minute: Int = 0, day: Int = 0) -> LocalDateTime {
    Self.day.advanced(by: day).midnight.advanced(by: hour * 60 + minute)
  }

  /// Three days on which A and B have two visits each from eight on; on the third day nobody serves one that B could.
  private func draft() -> (draft: InstanceDraft, roster: Roster) {
    var draft = InstanceDraft(
      name: "scope", horizon: Horizon(start: Self.day, days: 3, window: 3), travel: .matrix([[0]]))
    draft.format = .two
    draft.locations = [Location(id: "L")]
    draft.staff = [StaffMember(id: "A", skills: ["insulin"]), StaffMember(id: "B"), StaffMember(id: "C")]
    draft.clients = [
      Client(id: "n", location: "L", area: "north"),
      Client(id: "s", location: "L", area: "south"),
    ]
    var roster = Roster(instance: "scope", assignments: [], unassigned: [], score: Score(format: .two))
    for day in 0..<3 {
      for member in ["A", "B"] {
        let shift = ShiftID("\(member)\(day)")
        draft.shifts.append(
          Shift(
            id: shift, staff: StaffID(member), start: time(7, day: day), end: time(16, day: day),
            breakRule: Shift.Break(minutes: 30, from: time(11, day: day), to: time(13, day: day))))
        for (client, hour) in [("n", 8), ("s", 10)] {
          let visit = VisitID("\(member)\(day)\(client)")
          draft.visits.append(
            Visit(
              id: visit, client: ClientID(client), earliest: time(hour, day: day), latest: time(hour + 5, day: day),
              minutes: 40, alongside: true))
          roster.assignments.append(
            Roster.Assignment(visit: visit, start: time(hour, day: day), staff: [StaffID(member)], shifts: [shift]))
        }
      }
    }
    draft.visits.append(
      Visit(id: "left", client: "n", earliest: time(9, day: 2), latest: time(12, day: 2), minutes: 30, alongside: true))
    roster.unassigned = ["left"]
    return (draft, roster)
  }

  private func repaired(
    scope: RepairScope = RepairScope(), now: LocalDateTime? = nil, _ change: (inout Changes) -> Void
  ) throws -> (repairer: Repairer, changed: ChangedInstance, old: Roster, options: [RepairOption]) {
    let (draft, roster) = draft()
    let instance = try Instance(validating: draft)
    var changes = Changes()
    change(&changes)
    let changed = try ChangedInstance(instance, roster, changes, now: now)
    let repairer = Repairer(changed, roster, now: now, scope: scope)
    let options = repairer.options()
    for option in options {
      #expect(RosterChecker(changed.instance).check(option.roster).violations == [] || now != nil)
      #expect(NeedlessChanges(changed, roster, option).found() == [])
    }
    return (repairer, changed, roster, options)
  }

  private func ill(_ day: Int, _ changes: inout Changes) {
    changes.absences = [Changes.Absence(staff: "A", from: time(0, day: day), to: time(24, day: day))]
  }

  @Test func aSickCallLeavesOtherDaysAlone() throws {
    for option in try repaired({ ill(0, &$0) }).options {
      #expect(option.list.rows.map(\.visit) == ["A0n", "A0s"], "\(option.labels)")
      #expect(option.roster.unassigned == ["left"])
    }
    var scope = RepairScope()
    scope.days = [Self.day, Self.day.advanced(by: 2)]
    for option in try repaired(scope: scope, { ill(0, &$0) }).options {
      #expect(option.list.rows.map(\.visit) == ["A0n", "A0s", "left"], "\(option.labels)")
    }
  }

  @Test func daysAreasAndStaffCanBeAskedFor() throws {
    var scope = RepairScope()
    scope.days = [Self.day.advanced(by: 1)]
    let other = try repaired(scope: scope) { ill(0, &$0) }
    #expect(other.repairer.outOfScope == ["A0n", "A0s"])
    #expect(other.options.allSatisfy { $0.roster.unassigned == ["A0n", "A0s", "left"] })
    scope = RepairScope()
    scope.areas = ["north"]
    let north = try repaired(scope: scope) { ill(0, &$0) }
    #expect(north.repairer.outOfScope == ["A0s"])
    #expect(north.options.allSatisfy { $0.roster.unassigned == ["A0s", "left"] })
    scope = RepairScope()
    scope.staff = ["C"]
    let nobody = try repaired(scope: scope) { ill(0, &$0) }
    #expect(nobody.options.allSatisfy { $0.roster.unassigned == ["A0n", "A0s", "left"] })
    scope.staff = ["B"]
    let taken = try repaired(scope: scope) { ill(0, &$0) }
    #expect(taken.options.allSatisfy { $0.changes.allSatisfy { $0.after.assignment?.staff == ["B"] } })
    #expect(taken.options.allSatisfy { $0.roster.unassigned == ["left"] })
  }

  @Test func aNamedSubstituteTakesTheRoute() throws {
    for option in try repaired({ $0.takenOver = [Changes.Takeover(shift: "A0", staff: "C")] }).options {
      #expect(option.changes.map(\.visit) == ["A0n", "A0s"])
      #expect(option.changes.allSatisfy { $0.after.assignment?.staff == ["C"] && $0.reason == .handedOver })
      #expect(option.changes.allSatisfy { $0.before.assignment?.start == $0.after.assignment?.start })
    }
  }

  @Test func aShiftThatHasBegunIsTakenOverFromItsLastVisitOn() throws {
    let repaired = try repaired(now: time(9)) { $0.takenOver = [Changes.Takeover(shift: "A0", staff: "C")] }
    let shifts = repaired.changed.instance.shifts.filter { $0.id.rawValue.hasPrefix("A0") }
    #expect(shifts.map(\.staff) == ["A", "C"] && shifts.map(\.start) == [time(7), time(8, 40)])
    for option in repaired.options {
      #expect(option.list.rows.map(\.visit) == ["A0s"])
      #expect(option.changes[0].after.assignment?.staff == ["C"] && option.changes[0].reason == .handedOver)
    }
  }

  @Test func whatOnlyInstanceOrRosterHasIsNewOrLeftOut() throws {
    var (draft, roster) = draft()
    roster.unassigned = []
    draft.visits.removeAll { $0.id == "A0n" }
    let changed = try ChangedInstance(try Instance(validating: draft), roster, Changes())
    #expect(changed.causes == ["left": .added])
    #expect(
      changed.notes == [
        "1 visit that the roster does not know is new: left",
        "1 visit of the roster is not in the instance and is left out: A0n",
      ])
    let repairer = Repairer(changed, roster)
    #expect(repairer.broken.isEmpty)
    for option in repairer.options() {
      #expect(option.roster.unassigned == [] && option.changes.map(\.visit) == ["left"])
      #expect(option.changes[0].reason == .added)
      #expect(RosterChecker(changed.instance).check(option.roster).violations == [])
    }
  }

  @Test func aNewClientComesWithTheirVisits() throws {
    var (draft, _) = draft()
    draft.locations.append(Location(id: "M"))
    draft.travel = .matrix([[0, 5], [5, 0]])
    draft.clients.append(Client(id: "w", location: "M"))
    draft.visits.append(
      Visit(id: "w0", client: "w", earliest: time(9), latest: time(12), minutes: 30, alongside: true))
    let coming = Changes(addingVisitsOf: ["w"], of: try Instance(validating: draft))
    #expect(coming.newClients.map(\.id) == ["w"] && coming.newLocations.map(\.id) == ["M"])
    // Who lives where somebody else does needs no place of their own.
    let repaired = try repaired { changes in
      changes = coming
      changes.newClients[0].location = "L"
      changes.newLocations = [Location(id: "L")]
    }
    #expect(repaired.changed.instance.clients.map(\.id) == ["n", "s", "w"])
    #expect(repaired.options.allSatisfy { $0.roster.places["w0"]?.assignment != nil })
  }

  @Test func aVisitAddedWithOtherTimesHasThemFromNowOn() throws {
    let repaired = try repaired { changes in
      changes.added = [
        Visit(id: "A0n", client: "n", earliest: time(13), latest: time(14), minutes: 40, alongside: true)
      ]
    }
    #expect(repaired.changed.causes["A0n"] == .moved)
    #expect(repaired.changed.notes == ["1 of the visits added are in the instance already, and have these times now"])
    for option in repaired.options {
      let start = try #require(option.roster.places["A0n"]?.assignment?.start)
      #expect(time(13) <= start && start <= time(14))
    }
  }

  @Test func aSkillThatNobodyHasToLoseIsRefused() throws {
    let (draft, roster) = draft()
    let instance = try Instance(validating: draft)
    var changes = Changes()
    changes.skills = [Changes.SkillChange(staff: "A", gained: ["lift"], lost: ["Insulin"])]
    let error = try #require(throws: InvalidChanges.self) { try ChangedInstance(instance, roster, changes) }
    #expect(
      error.description
        == "skills row 1, lost: found \"Insulin\", which A does not have; expected one of insulin")
  }

  @Test func whoIsServedIsNotLeftForWhoeverWasNot() throws {
    // Of two visits at one time the one that was left lies nearer to the next.
    var draft = InstanceDraft(
      name: "promise", horizon: Horizon(start: Self.day, days: 1, window: 1), travel: .matrix([[0, 9], [9, 0]]))
    draft.format = .two
    draft.locations = [Location(id: "L"), Location(id: "M")]
    draft.staff = [StaffMember(id: "A")]
    draft.shifts = [Shift(id: "A0", staff: "A", start: time(7), end: time(16))]
    draft.clients = ["far", "near", "next", "gone"].map {
      Client(id: ClientID($0), location: $0 == "far" ? "M" : "L")
    }
    for (client, hour, earliest, latest) in [
      ("far", 8, 8, 8), ("near", 8, 8, 8), ("next", 9, 9, 12), ("gone", 13, 13, 14),
    ] {
      draft.visits.append(
        Visit(
          id: VisitID(client), client: ClientID(client), earliest: time(earliest), latest: time(latest, 20),
          minutes: client == "near" || client == "far" ? 40 : 30))
      _ = hour
    }
    var roster = Roster(instance: "promise", assignments: [], unassigned: ["near"], score: Score(format: .two))
    for (client, hour) in [("far", 8), ("next", 9), ("gone", 13)] {
      roster.assignments.append(
        Roster.Assignment(visit: VisitID(client), start: time(hour), staff: ["A"], shifts: ["A0"]))
    }
    var changes = Changes()
    changes.cancelled = [Changes.Cancellation(visit: "gone")]
    let changed = try ChangedInstance(try Instance(validating: draft), roster, changes)
    for option in Repairer(changed, roster).options() {
      #expect(option.roster.unassigned == ["near"] && option.figures.newlyUnassigned == 0, "\(option.labels)")
    }
  }

  @Test func whoSwapShiftsSwapRoutes() throws {
    let swapped = try repaired {
      $0.takenOver = [Changes.Takeover(shift: "A0", staff: "B"), Changes.Takeover(shift: "B0", staff: "A")]
    }
    for option in swapped.options {
      #expect(option.changes.map(\.visit) == ["A0n", "A0s", "B0n", "B0s"])
      #expect(option.changes.allSatisfy { $0.reason == .handedOver })
      #expect(option.roster.places["A0n"]?.assignment?.staff == ["B"])
    }
  }

  @Test func aShiftThatEndsSoonerLosesItsLastVisit() throws {
    for option in try repaired({ $0.hours = [Changes.Hours(shift: "A0", end: time(10))] }).options {
      #expect(option.changes.map(\.visit) == ["A0s"] && option.changes[0].reason == .displaced)
      #expect(option.changes[0].after.assignment?.staff == ["B"])
    }
  }

  @Test func whoIsBackAndWhoIsNewCanServeWhatWasLeft() throws {
    let back = try repaired { $0.back = [Changes.Return(staff: "C", from: time(8, day: 2), to: time(15, day: 2))] }
    #expect(back.options.allSatisfy { $0.roster.unassigned == [] && $0.changes.map(\.visit) == ["left"] })
    let note =
      "C works 2026-03-04T08:00 to 2026-03-04T15:00 in a new shift, C-back-1, without a break; a row of newShifts can have one"
    #expect(back.changed.notes == [note])
    let new = try repaired {
      $0.newStaff = [StaffMember(id: "D")]
      $0.newShifts = [Shift(id: "D2", staff: "D", start: time(8, day: 2), end: time(15, day: 2))]
    }
    #expect(new.options.allSatisfy { $0.roster.unassigned == [] })
  }

  @Test func skillsContactsAndExceptionsChangeWhoMayServe() throws {
    var (draft, roster) = draft()
    draft.visits[0].skills = ["insulin"]
    draft.exceptions = [RuleException(rule: .skills, reason: "accompanied", visit: "A0n", staff: "B")]
    let instance = try Instance(validating: draft)
    roster.score = RosterChecker(instance).check(roster).score
    var changes = Changes()
    changes.skills = [Changes.SkillChange(staff: "A", gained: ["lift"], lost: ["insulin"])]
    changes.contacts = [Changes.ContactChange(client: "n", contact: "B")]
    var changed = try ChangedInstance(instance, roster, changes)
    func reason(_ option: RepairOption) -> RosterChange.Reason? {
      option.changes.first { $0.visit == "A0n" }?.reason
    }
    #expect(changed.instance.staff[0].skills == ["lift"] && changed.instance.clients[0].contact == "B")
    var option = try #require(Repairer(changed, roster).options().first)
    #expect(option.roster.places["A0n"]?.assignment?.staff == ["B"] && reason(option) == .displaced)
    changes.withdrawn = [RuleException(rule: .skills, reason: "", visit: "A0n")]
    changed = try ChangedInstance(instance, roster, changes)
    option = try #require(Repairer(changed, roster).options().first)
    #expect(changed.instance.exceptions == [] && option.roster.unassigned.contains("A0n"))
    changes.granted = [RuleException(rule: .skills, reason: "beside B", visit: "A0n", staff: "A")]
    changed = try ChangedInstance(instance, roster, changes)
    option = try #require(Repairer(changed, roster).options().first)
    #expect(option.roster.places["A0n"]?.assignment?.staff == ["A"] && reason(option) == nil)
    changes.withdrawn = [RuleException(rule: .hours, reason: "")]
    #expect(throws: InvalidChanges.self) { try ChangedInstance(instance, roster, changes) }
  }

  @Test func aVisitThatHasStartedStaysThoughItOutlastsItsShift() throws {
    let now = time(10, 5)
    let repaired = try repaired(now: now) {
      $0.hours = [Changes.Hours(shift: "A0", end: time(11))]
      $0.lengthened = [Changes.Lengthening(visit: "A0s", minutes: 90)]
    }
    for option in repaired.options {
      #expect(option.roster.places["A0s"] == repaired.old.places["A0s"])
      #expect(option.list.rows == [])
      #expect(option.broken.exceptions.map(\.rule) == [.shift])
      #expect(option.broken.exceptions.first?.after == 30)
    }
  }

  // MARK: Breaks

  private func breakAfter(_ from: LocalDateTime, _ to: LocalDateTime) throws -> (shifts: [Shift], notes: [String]) {
    let (draft, roster) = draft()
    var changes = Changes()
    changes.absences = [Changes.Absence(staff: "A", from: from, to: to)]
    let changed = try ChangedInstance(Instance(validating: draft), roster, changes)
    return (changed.instance.shifts.filter { $0.staff == "A" && $0.start.date == Self.day }, changed.notes)
  }

  @Test func anAbsenceThatTouchesTheBreaksTimeNarrowsIt() throws {
    var (shifts, notes) = try breakAfter(time(12), time(24))
    #expect(shifts.map(\.breakRule) == [Shift.Break(minutes: 30, from: time(11), to: time(11, 30))])
    #expect(notes == ["the break of A in A0 begins between 11:00 and 11:30 now"])
    (shifts, notes) = try breakAfter(time(11, 15), time(11, 45))
    #expect(shifts.map(\.breakRule) == [nil, Shift.Break(minutes: 30, from: time(11, 45), to: time(13))])
    #expect(notes == ["the break of A in A0-2 begins between 11:45 and 13:00 now"])
    (shifts, notes) = try breakAfter(time(8), time(9))
    #expect(shifts.map(\.breakRule) == [nil, Shift.Break(minutes: 30, from: time(11), to: time(13))] && notes == [])
  }

  @Test func whereNoBreakIsLeftThatIsTold() throws {
    let (shifts, notes) = try breakAfter(time(10, 45), time(13, 15))
    #expect(shifts.map(\.breakRule) == [nil, nil])
    #expect(
      notes == [
        "A has no break left in A0, A0-2: nothing is left of its time, 2026-03-02T11:00 to 2026-03-02T13:00"
      ])
  }
}

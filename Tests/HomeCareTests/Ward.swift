import HomeCare

/// A small ward whose every figure can be worked out by hand.
///
/// Travel minutes, row from and column to:
///
///     base   k1   k2
///       0    10   14   from base
///      12     0    5   from k1
///      18     7    0   from k2
///
/// Anna works Monday 08–16 (a 30-minute break that begins 11:00 to 13:00) and Tuesday 08–16 from the base; Bo works a
/// pool shift Monday 08–16 with neither base nor break; Cia works Monday 07:00–11:00 from the base.
enum Ward {
  static let monday = LocalDate(year: 2026, month: 3, day: 2) ?? LocalDate(dayNumber: 0)

  /// A time on a day of the horizon, 0 = Monday, as `time("08:30")`.
  static func time(_ clock: String, day: Int = 0) -> LocalDateTime {
    LocalDateTime("\(monday.advanced(by: day))T\(clock)") ?? LocalDateTime(minuteNumber: .min)
  }

  static var draft: InstanceDraft {
    var draft = InstanceDraft(
      name: "ward", horizon: Horizon(start: monday, days: 14),
      travel: .matrix([[0, 10, 14], [12, 0, 5], [18, 7, 0]]))
    draft.locations = [Location(id: "base"), Location(id: "k1"), Location(id: "k2")]
    draft.staff = [
      StaffMember(id: "anna", skills: ["insulin"], location: "base"), StaffMember(id: "bo"),
      StaffMember(id: "cia", skills: ["insulin"], location: "base"),
    ]
    draft.shifts = [
      Shift(
        id: "anna-mon", staff: "anna", start: time("08:00"), end: time("16:00"),
        breakRule: Shift.Break(minutes: 30, from: time("11:00"), to: time("13:00"))),
      Shift(id: "bo-mon", staff: "bo", start: time("08:00"), end: time("16:00"), kind: .pool),
      Shift(id: "cia-mon", staff: "cia", start: time("07:00"), end: time("11:00")),
      Shift(id: "anna-tue", staff: "anna", start: time("08:00", day: 1), end: time("16:00", day: 1)),
    ]
    draft.clients = [
      Client(id: "c1", location: "k1", contact: "anna", preferred: ["anna", "cia"]),
      Client(id: "c2", location: "k2", blocked: ["cia"]),
    ]
    draft.visits = [
      Visit(id: "morning", client: "c1", earliest: time("08:00"), latest: time("09:00"), minutes: 30),
      Visit(
        id: "insulin", client: "c2", earliest: time("08:30"), latest: time("10:00"), minutes: 20, skills: ["insulin"]),
      Visit(id: "lift", client: "c1", earliest: time("09:30"), latest: time("14:00"), minutes: 40, staff: 2),
      Visit(id: "tuesday", client: "c1", earliest: time("08:00", day: 1), latest: time("15:00", day: 1), minutes: 60),
    ]
    return draft
  }

  /// The ward after a change to its tables.
  static func instance(_ change: (inout InstanceDraft) -> Void = { _ in }) throws -> Instance {
    var draft = draft
    change(&draft)
    return try Instance(validating: draft)
  }

  /// A valid roster of the ward.
  ///
  /// Anna on Monday: base –10→ morning 08:10–08:40 –5→ insulin 08:45–09:05 –7→ lift 10:00–10:40 –12→ base, 34 minutes
  /// of travel. Bo joins the lift, without travel. Anna on Tuesday: 10 + 12 minutes. 56 minutes in all, one pool shift;
  /// c1 meets Anna and Bo, c2 meets Anna.
  static var roster: Roster {
    var score = Score()
    score[.distinct] = 3
    score[.notPreferred] = 1
    score[.travel] = 56
    score[.poolShifts] = 1
    score.total = 3 * 100 + 56 + 200
    return Roster(
      instance: "ward",
      assignments: [
        Roster.Assignment(visit: "morning", start: time("08:10"), staff: ["anna"], shifts: ["anna-mon"]),
        Roster.Assignment(visit: "insulin", start: time("08:45"), staff: ["anna"], shifts: ["anna-mon"]),
        Roster.Assignment(
          visit: "lift", start: time("10:00"), staff: ["anna", "bo"], shifts: ["anna-mon", "bo-mon"]),
        Roster.Assignment(visit: "tuesday", start: time("09:00", day: 1), staff: ["anna"], shifts: ["anna-tue"]),
      ],
      unassigned: [], score: score)
  }

  /// What the checker says of the ward's roster after a change to it, the score stated as recomputed.
  static func check(
    _ change: (inout Roster) -> Void, in tables: (inout InstanceDraft) -> Void = { _ in }
  ) throws -> RosterCheck {
    let checker = RosterChecker(try instance(tables))
    var roster = roster
    change(&roster)
    roster.score = checker.check(roster).score
    return checker.check(roster)
  }

  /// As `check`, the violations in words.
  static func violations(
    _ change: (inout Roster) -> Void, in tables: (inout InstanceDraft) -> Void = { _ in }
  ) throws -> [String] {
    try check(change, in: tables).violations.map(\.description)
  }
}

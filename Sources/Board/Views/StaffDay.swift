import HomeCare

/// A day of a plan, a row a shift.
public struct StaffDay: Sendable {
  /// A shift and what it is spent on.
  public struct Row: Sendable {
    /// The shift.
    public let shift: Shift
    /// Who works it.
    public let member: StaffMember
    /// What it is spent on, in the order of time; empty where it has no visits.
    public let stretches: [ShiftCourse.Stretch]
    /// When it begins, overtime included.
    public let start: LocalDateTime
    /// When it ends, overtime included.
    public let end: LocalDateTime

    /// Visits that it serves.
    public var visits: Int {
      stretches.count { if case .visit = $0.activity { true } else { false } }
    }
  }

  /// The day.
  public let date: LocalDate
  /// Its shifts, in the order in which they begin and, beginning together, of the instance.
  public let rows: [Row]
  /// From when to when the day's time axis goes, in whole hours: what all shifts and windows need.
  public let hours: Range<LocalDateTime>

  /// A day of a plan.
  public init(_ date: LocalDate, of plan: PlanInHand) {
    self.date = date
    let instance = plan.instance
    let members = Dictionary(instance.staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let courses = Dictionary(
      ShiftCourse.all(of: plan.roster, instance).map { ($0.shift.id, $0) }, uniquingKeysWith: { first, _ in first })
    rows = instance.shifts.filter { $0.start.date == date }.compactMap { shift -> Row? in
      guard let member = members[shift.staff] else { return nil }
      let course = courses[shift.id]
      return Row(
        shift: shift, member: member, stretches: course?.stretches ?? [], start: course?.start ?? shift.start,
        end: course?.end ?? shift.end)
    }.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
    let begin = rows.map(\.start).min() ?? date.midnight.advanced(by: 7 * 60)
    let end = rows.map(\.end).max() ?? date.midnight.advanced(by: 16 * 60)
    hours = begin.wholeHours(upTo: end, of: date)
  }
}

import HomeCare

/// The visits that nobody serves and that may begin on a day, in the order of their windows.
public struct DayTray: Sendable {
  /// The visits.
  public let visits: [Visit]

  /// The tray of a day of a plan.
  public init(_ date: LocalDate, of plan: PlanInHand) {
    let left = Set(plan.roster.unassigned)
    visits = plan.instance.visits.filter { visit in
      left.contains(visit.id)
        && plan.instance.windows(of: visit).contains { $0.earliest.date <= date && date <= $0.latest.date }
    }.enumerated().sorted { ($0.element.earliest, $0.offset) < ($1.element.earliest, $1.offset) }.map(\.element)
  }
}

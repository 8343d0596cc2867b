import Continuity
import HomeCare

/// The figures above every page of a plan.
public struct BoardFigures: Sendable {
  /// Distinct staff whom clients meet in a period, on average.
  public let meanFaces: Ratio?
  /// Clients and periods with meetings.
  public let clients: Int
  /// Those above their target.
  public let aboveTarget: Int
  /// Visits that nobody serves.
  public let unassigned: Int
  /// Exceptions in force.
  public let exceptions: Int
  /// The share of series whose starts lie close together; none where there are no series.
  public let steady: Ratio?

  init(_ plan: PlanInHand) {
    let continuity = RosterContinuity(plan.roster, of: plan.instance)
    meanFaces = continuity.headline.mean
    clients = continuity.rows.count
    aboveTarget = continuity.rows.count { $0.distinct > $0.target }
    unassigned = plan.roster.unassigned.count
    exceptions = plan.instance.exceptions.count
    steady = RosterSteadiness(plan.roster, of: plan.instance).steady
  }
}

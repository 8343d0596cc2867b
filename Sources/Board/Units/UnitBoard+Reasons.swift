import HomeCare
import Rostering

extension UnitBoard {
  /// Why each visit that a plan leaves is left, and what exceptions would place it.
  public func unassignedReasons(of id: Int) async throws(PlanRefusal) -> [UnassignedReason] {
    let plan = try plan(id)
    let changed = state.plan(id)?.changed ?? 0
    if let known = reasons[id], known.changed == changed { return known.reasons }
    let found = await OwnThread.result { RosterExplainer(plan.instance, plan.roster).unassigned() }
    reasons[id] = (changed, found)
    return found
  }

  /// The fewest staff that a client could meet, were there no other, by period; with the visits that force so many.
  public func floors(for client: ClientID, of id: Int) async throws(PlanRefusal) -> [ContinuityFloor] {
    let plan = try plan(id)
    return await OwnThread.result { RosterExplainer(plan.instance, plan.roster).floors(of: client) ?? [] }
  }
}

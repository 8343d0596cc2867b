import HomeCare
import Interchange
import Store

extension UnitBoard {
  /// Takes an instance in as a new plan, with a roster of it or with every visit unassigned.
  ///
  /// - Parameter name: What the plan is called; the instance's name by default.
  /// - Returns: The number of the plan.
  /// - Throws: `PlanRefusal.breaksRules` where the roster is not valid.
  @discardableResult
  public func take(
    _ instance: Instance, _ roster: Roster? = nil, name: String? = nil, as actor: String
  ) throws(PlanRefusal) -> Int {
    let plan = roster.map { PlanInHand(instance, $0) } ?? .blank(instance)
    var event = BoardEvent(.imported, plan: state.plans.count + 1)
    event.name = name ?? instance.name
    return try add(plan, event, by: actor)
  }

  /// Keeps a new plan.
  func add(_ plan: PlanInHand, _ kept: BoardEvent, by actor: String) throws(PlanRefusal) -> Int {
    if !plan.check.isValid { throw .breaksRules(plan.check.violations) }
    var event = kept
    let (instance, roster) = (plan.instance.json(), plan.roster.json())
    (event.instance, event.roster) = (FileHash(of: instance), FileHash(of: roster))
    try record(event, by: actor, files: [instance, roster], plan)
    return event.plan
  }

  /// Hands a plan out: what it is now holds from now on.
  @discardableResult
  public func publish(_ id: Int, as who: Standpoint) throws(PlanRefusal) -> Int {
    let plan = try plan(id)
    let meanwhile = try journal(of: id, after: who.revision)
    if !meanwhile.isEmpty { throw .stale(meanwhile: meanwhile, now: nil) }
    var event = BoardEvent(.published, plan: id)
    let roster = plan.roster.json()
    (event.instance, event.roster) = (state.plan(id)?.instance, FileHash(of: roster))
    return try record(event, by: who.actor, files: [roster])
  }

  /// Puts a plan away; what was handed out of it stays handed out.
  @discardableResult
  public func discard(_ id: Int, as who: Standpoint) throws(PlanRefusal) -> Int {
    guard let record = state.plan(id), !record.isDiscarded else { throw .noPlan(id) }
    let meanwhile = try journal(of: id, after: who.revision)
    if !meanwhile.isEmpty { throw .stale(meanwhile: meanwhile, now: nil) }
    return try self.record(BoardEvent(.discarded, plan: id), by: who.actor)
  }
}

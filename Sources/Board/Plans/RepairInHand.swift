import HomeCare
import Rostering

/// What has happened to a plan, and the ways to mend it; nothing of it is done yet.
public struct RepairInHand: Sendable {
  /// Its number, 1 for the first since the program began.
  public let id: Int
  /// The plan, by its number.
  public let plan: Int
  /// The revision that had changed the plan last when the ways were looked for.
  public let changed: Int
  /// What has happened.
  public let happenings: [Happening]
  /// The ways, and what they share.
  public let ways: Ways

  /// The ways to mend a plan.
  public struct Ways: Sendable {
    /// What time it was; visits that start before it stay. Absent where the plan's days are over, so that none has started.
    public let now: LocalDateTime?
    /// The plan's instance as it is now.
    public let instance: ChangedInstance
    /// Up to three options, the best cover first.
    public let options: [RepairOption]

    /// Looks for the ways to mend a plan.
    ///
    /// - Throws: `InvalidChanges` where what has happened does not fit the plan.
    init(
      _ plan: PlanInHand, _ happenings: [Happening], now: LocalDateTime?, _ options: RepairOptions
    ) throws(InvalidChanges) {
      self.now = now
      instance = try ChangedInstance(plan.instance, plan.roster, Changes(happenings), now: now)
      self.options = Repairer(instance, plan.roster, now: now).options(options)
    }
  }
}

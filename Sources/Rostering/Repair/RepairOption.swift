import HomeCare

/// One way to mend a roster after changes.
public struct RepairOption: Sendable {
  /// What the option puts first once all is covered, first what was served before, and nobody is newly above target.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    /// Fewest new faces, then fewest added staff, then fewest changed visits, then least travel.
    case bestContinuity
    /// Fewest changed visits, then fewest new faces, then fewest added staff, then least travel.
    case fewestChanges
    /// Least travel, then fewest new faces, then fewest added staff, then fewest changed visits.
    case leastTravel
  }

  /// What an option comes to.
  public struct Figures: Sendable, Hashable {
    /// Visits left unassigned.
    public var unassigned: Int
    /// Of them, visits that the old roster served.
    public var newlyUnassigned: Int
    /// Distinct staff above target, summed over clients and periods, that the old roster did not have.
    public var newlyAboveTarget: Int
    /// Pairs of client and staff member who meet now and did not before, neither in the old roster nor in history.
    public var newFaces: Int
    /// Distinct staff whom clients meet in a period beyond those of the old roster, summed over clients and periods.
    public var addedStaff: Int
    /// Visits whose staff are others than before, or whose start is by more than the tolerance; cancelled and added ones
    /// are among them.
    public var changedVisits: Int
    /// Of them, visits that the changes themselves did not touch.
    public var sideChanges: Int
    /// Minutes of travel.
    public var travelMinutes: Int
  }

  /// How many distinct staff a client meets before and after, where that changes.
  public struct Effect: Sendable, Hashable {
    /// The client.
    public var client: ClientID
    /// The continuity period, 0 = first.
    public var period: Int
    /// Distinct staff in the old roster.
    public var before: Int
    /// Distinct staff in the new one.
    public var after: Int
    /// What the client should at most meet.
    public var target: Int
  }

  /// The orders by which no other option offered is better.
  public var labels: [Label]
  /// The new roster; it answers the changed instance.
  public var roster: Roster
  /// All that leads from the old roster to the new one, visit by visit, and why.
  public var list: ChangeList
  /// Clients with changed visits, in the order of the instance.
  public var effects: [Effect]
  /// What the option comes to.
  public var figures: Figures
  /// Why each unassigned visit is left, and what exceptions would place it.
  public var unassignedReasons: [UnassignedReason]
  /// What people call a change. It is minimal: neither one nor two of them can be taken back with cover, rules and the order
  /// of the option's labels no worse.
  public var changes: [RosterChange] { list.changes }
  /// What the new roster breaks: what the old one did, and what visits that have started bring about; with the
  /// exceptions that would cover it.
  public var broken: BrokenRules
}

/// What a repair may use.
public struct RepairOptions: Sendable {
  /// Rounds of improvement for each option.
  public var rounds = 20_000
  /// Rounds of making room, as long as a visit that could be covered is not.
  public var coverRounds = 30_000
  /// Moves with which a whole day is planned anew where nothing less covers a visit that could be covered.
  public var dayIterations = 1_000_000
  /// Seed of every random choice.
  public var seed: UInt64 = 1
  /// Visits that the changes do not touch and an option may change all the same, as a part of those they touch; cover
  /// may ask for more.
  public var sideShare = 0.3
  /// What the options put first, in their order.
  public var labels = RepairOption.Label.allCases

  /// The usual options.
  public init() {}
}

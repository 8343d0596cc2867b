import HomeCare

/// What the exact solver found and proved.
struct ExactOutcome {
  /// Why it ended.
  enum Status {
    /// The roster is proven best.
    case optimal
    /// Time was over, the caller called a halt, or the arithmetic gave up.
    case stopped
    /// The routes are too many to list.
    case tooLarge
  }

  var status: Status
  /// The best roster known, valid and with its score; the one handed in where none better was found.
  var roster: Roster
  /// Proven lower bound on the total of any valid roster.
  var lowerBound: Int?
  /// Proven lower bound on `score.unassigned` of any valid roster.
  var unassignedBound: Int?
  /// Proven lower bound on `score.distinct` of any valid roster that leaves no more unassigned than this one.
  var distinctBound: Int?
  /// Cases looked at.
  var nodes = 0
  /// Routes listed.
  var routes = 0
}

/// What each term of the score costs; whole numbers, never negative.
public struct Weights: Hashable, Sendable {
  /// Per unassigned visit, times its priority and the staff it needs.
  public var unassigned = 10_000
  /// Per distinct staff member that a client meets in a continuity period.
  public var distinct = 100
  /// Per distinct staff member above the client's target in a continuity period.
  public var overTarget = 200
  /// Per (client, staff member) met who is not in the client's history, where the client has one.
  public var newFace = 0
  /// Per assigned visit of a client with a contact, not served by the contact.
  public var notContact = 0
  /// Per assigned (visit, staff member) of a client with preferences, where the staff member is not among them.
  public var notPreferred = 0
  /// Per minute of travel, base legs included.
  public var travel = 1
  /// Per pool shift that serves at least one visit.
  public var poolShift = 200
  /// Per minute with clients above a staff member's fair share.
  public var imbalance = 0

  /// The default weights.
  public init() {}

  /// The weights' names as files write them, in the order of the score.
  public static let columns: [(name: String, path: WritableKeyPath<Weights, Int> & Sendable)] = [
    ("unassigned", \.unassigned), ("distinct", \.distinct), ("overTarget", \.overTarget), ("newFace", \.newFace),
    ("notContact", \.notContact), ("notPreferred", \.notPreferred), ("travel", \.travel), ("poolShift", \.poolShift),
    ("imbalance", \.imbalance),
  ]
}

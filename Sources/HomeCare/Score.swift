/// A roster's score and its parts; whole numbers, smaller is better.
public struct Score: Hashable, Sendable {
  /// The weighted sum of the parts.
  public var total = 0
  /// Σ over unassigned visits of priority · staff.
  public var unassigned = 0
  /// Σ over clients and continuity periods of distinct staff.
  public var distinct = 0
  /// Σ over clients and continuity periods of distinct staff above the client's target.
  public var overTarget = 0
  /// Pairs (client, staff member) met that the client's history lacks.
  public var newFace = 0
  /// Assigned visits not served by the client's contact.
  public var notContact = 0
  /// Assigned (visit, staff member) pairs outside the client's preferences.
  public var notPreferred = 0
  /// Minutes of travel over all routes, base legs included.
  public var travelMinutes = 0
  /// Pool shifts that serve at least one visit.
  public var poolShifts = 0
  /// Minutes with clients above each staff member's fair share, summed; counted only where its weight is above 0.
  public var imbalance = 0

  /// A score of zero.
  public init() {}

  /// The parts beside the weight of each, in the order of the files.
  public static let parts:
    [(name: String, part: WritableKeyPath<Score, Int> & Sendable, weight: KeyPath<Weights, Int> & Sendable)] = [
      ("unassigned", \.unassigned, \.unassigned), ("distinct", \.distinct, \.distinct),
      ("overTarget", \.overTarget, \.overTarget), ("newFace", \.newFace, \.newFace),
      ("notContact", \.notContact, \.notContact), ("notPreferred", \.notPreferred, \.notPreferred),
      ("travelMinutes", \.travelMinutes, \.travel), ("poolShifts", \.poolShifts, \.poolShift),
      ("imbalance", \.imbalance, \.imbalance),
    ]

  /// The weighted sum of the parts.
  public func total(under weights: Weights) -> Int {
    Self.parts.reduce(0) { $0 + self[keyPath: $1.part] * weights[keyPath: $1.weight] }
  }
}

import HomeCare

/// Everything measured of one client over one period.
public struct ClientMeasure: Hashable, Sendable {
  /// The counts behind the indices.
  public var figures: ContinuityFigures
  /// Visits with two staff or more.
  public var doubleVisits = 0
  /// Distinct staff met at double-staffed visits alone.
  public var metOnlyAtDoubles = 0
  /// Distinct staff who are substitutes.
  public var substitutes = 0
  /// Visits with the client's fixed contact on them; `nil` where the client has none or none is known.
  public var contactVisits: Int?
  /// Days from the contact's last visit to the period's last day; `nil` also where the contact never came.
  public var daysSinceContact: Int?
  /// Distinct staff met in the previous period; `nil` where that one is not known.
  public var previousDistinct: Int?
  /// Distinct staff not met in the previous period; `nil` where that one is not known.
  public var newFaces: Int?
  /// Visits with somebody on them whom the client met in the previous period; `nil` where that one is not known.
  public var knownVisits: Int?
  /// Minutes that staff spent with the client; `nil` where the log does not say of all visits when they ended.
  public var serviceMinutes: Int?
  /// How far apart the visits of each slot start.
  public var spreads: [StartSpread] = []

  /// A client who met no one.
  public init() { figures = ContinuityFigures() }

  /// The share of visits with the fixed contact (*fast omsorgskontakt*) on them.
  public var contactShare: Ratio? { contactVisits.flatMap { Ratio($0, of: figures.visits) } }

  /// The share of visits by a known group: with somebody on them whom the client met in the previous period.
  public var knownShare: Ratio? { knownVisits.flatMap { Ratio($0, of: figures.visits) } }

  /// Why the client met more than so many staff; empty where the client did not.
  ///
  /// A group of staff is a reason where it alone makes up for the excess: without it the target would have been met.
  public func reasons(aboveTarget target: Int, days: Int) -> [AboveTargetReason] {
    let excess = figures.distinct - target
    guard excess > 0 else { return [] }
    var reasons: [AboveTargetReason] = []
    if figures.visits > AboveTargetReason.manyVisitsPerDay * days { reasons.append(.manyVisits) }
    if metOnlyAtDoubles >= excess { reasons.append(.doubleStaffing) }
    if figures.metOnce >= excess { reasons.append(.oneOffStaff) }
    if substitutes >= excess { reasons.append(.substitutes) }
    return reasons.isEmpty ? [.widelyShared] : reasons
  }
}

/// Why a client met more staff than the target.
public enum AboveTargetReason: String, CaseIterable, Hashable, Sendable {
  /// More than four visits a day on average.
  case manyVisits = "many-visits"
  /// Without those met at double-staffed visits alone, the target would have been met.
  case doubleStaffing = "double-staffing"
  /// Without those met exactly once, the target would have been met.
  case oneOffStaff = "one-off-staff"
  /// Without substitutes, the target would have been met.
  case substitutes
  /// None of the others: the visits are shared by many regular staff.
  case widelyShared = "widely-shared"

  /// Visits a day above which a client has many.
  static let manyVisitsPerDay = 4
}

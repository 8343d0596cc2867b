/// Counts one part of the score.
protocol PartCount {
  /// The part's number in a roster.
  static func count(_ facts: RosterFacts) -> Int
}

extension ScorePart {
  /// Who counts the part.
  var count: any PartCount.Type {
    switch self {
    case .unassigned: UnassignedCount.self
    case .distinct: DistinctCount.self
    case .overTarget: OverTargetCount.self
    case .newFace: NewFaceCount.self
    case .notContact: NotContactCount.self
    case .notPreferred: NotPreferredCount.self
    case .travel: TravelCount.self
    case .poolShifts: PoolShiftCount.self
    case .imbalance: ImbalanceCount.self
    case .poolMinutes: PoolMinuteCount.self
    case .unsteadyMinutes: UnsteadyMinuteCount.self
    }
  }
}

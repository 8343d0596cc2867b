import HomeCare

extension Weights {
  /// Weights that make the score a set's objective: travel, and above any travel that a visit is served.
  init(travelAloneOf draft: InstanceDraft) {
    self.init(only: [.unassigned: ScorePart.unassigned.standardWeight(in: .one), .travel: 1])
    guard case .matrix(let rows) = draft.travel else { return }
    let longest = rows.joined().max() ?? 0
    let most = 2 * longest * draft.visits.reduce(0) { $0 + $1.staff }
    while self[.unassigned] <= most, self[.unassigned] < InputLimits.weight.upperBound {
      self[.unassigned] *= 10
    }
  }
}

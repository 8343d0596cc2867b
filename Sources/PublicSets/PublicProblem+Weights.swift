import HomeCare

extension PublicProblem {
  /// What an instance of one day scores: the set's terms that a score can say, in units that make their prices whole, and
  /// above all else that everyone is served who must be.
  ///
  /// - Returns: The weights, and the priority of visits that may not be left out.
  func weights(of draft: InstanceDraft, scale: Int) -> (weights: Weights, priority: Int) {
    if objective == .travelAlone { return (Weights(travelAloneOf: draft), 1) }
    let unit = [1.0, 10, 100, 1_000].first { unit in
      objective.prices.values.allSatisfy { ($0 * unit).rounded() == $0 * unit }
    }
    func whole(_ price: Double) -> Int { min(InputLimits.weight.upperBound, Int((price * (unit ?? 1_000)).rounded())) }
    // The lateness of the latest is priced as everyone's: exact where one at most is late, and else too much, so that no
    // score is below the set's cost.
    let late = objective.price(of: .tardiness) + objective.price(of: .highestTardiness)
    var weights = Weights(only: [
      .travel: whole(objective.price(of: .travel) + objective.price(of: .work)),
      .unsteadyMinutes: whole(late),
      .notPreferred: whole(objective.price(of: .notPreferred)) * scale,
    ])
    let most = mostBesideVisits(of: draft, weights)
    let leftOut = whole(objective.price(of: .leftOut)) * scale
    if leftOut > 0 && draft.visits.contains(where: { isOptional($0) }) {
      weights[.unassigned] = leftOut
      return (weights, min(InputLimits.priority.upperBound, most / leftOut + 2))
    }
    weights[.unassigned] = ScorePart.unassigned.standardWeight(in: .two)
    while weights[.unassigned] <= most, weights[.unassigned] < InputLimits.weight.upperBound / 10 {
      weights[.unassigned] *= 10
    }
    return (weights, 1)
  }

  /// More than one visit can change of all terms but visits left: the ways of its services, its lateness, wishes, and as
  /// much again of what it keeps others from.
  private func mostBesideVisits(of draft: InstanceDraft, _ weights: Weights) -> Int {
    guard case .matrix(let rows) = draft.travel else { return 0 }
    let longest = rows.joined().max() ?? 0
    let services = draft.visits.reduce(0) { $0 + $1.staff }
    let day = draft.visits.map { $0.latest.minutes(since: $0.earliest) }.max() ?? 0
    return 2 * longest * services * weights[.travel] + services * weights[.notPreferred]
      + services * day * weights[.unsteadyMinutes]
  }

  /// Whether a visit may be left out for a price: the only one of an optional patient. Of two, both would have to be
  /// left together, which no link says, so these are planned.
  func isOptional(_ visit: Visit) -> Bool {
    guard objective.price(of: .leftOut) > 0 else { return false }
    let mine = tasks.filter { $0.patient == visit.client.rawValue }
    return mine.count == 1 && mine[0].isOptional
  }
}

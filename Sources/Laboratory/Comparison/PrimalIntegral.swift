/// How good the best roster was over the whole of a run (T. Berthold, "Measuring the impact of primal heuristics", 2013).
enum PrimalIntegral {
  /// How far a total is from the reference, from 0 to 1; 1 before there is a roster.
  static func gap(_ total: Int?, reference: Int) -> Double {
    guard let total else { return 1 }
    if total == reference { return 0 }
    return abs(Double(total) - Double(reference)) / Double(max(abs(total), abs(reference)))
  }

  /// The mean of the gap from the start to the budget's end, from 0 to 1; less is better. `nil` where the budget is one of
  /// iterations and the solver did not tell after how many it had each roster.
  static func mean(_ trace: [RunTrace.Moment], reference: Int, _ budget: RunBudget) -> Double? {
    let end = budget.amount
    guard end > 0 else { return nil }
    var area = 0.0
    var (place, total): (Double, Int?) = (0, nil)
    for moment in trace {
      guard let next = budget.place(of: moment) else { return nil }
      if next >= end { break }
      area += (next - place) * gap(total, reference: reference)
      (place, total) = (next, moment.total)
    }
    return (area + (end - place) * gap(total, reference: reference)) / end
  }
}

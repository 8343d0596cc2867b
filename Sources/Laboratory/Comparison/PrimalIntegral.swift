/// How good the best roster was over the whole of a run (T. Berthold, "Measuring the impact of primal heuristics", 2013).
enum PrimalIntegral {
  /// How far a total is from the reference, from 0 to 1; 1 before there is a roster.
  static func gap(_ total: Int?, reference: Int) -> Double {
    guard let total else { return 1 }
    if total == reference { return 0 }
    return abs(Double(total) - Double(reference)) / Double(max(abs(total), abs(reference)))
  }

  /// The mean of the gap from the start to the budget's end, from 0 to 1; less is better.
  static func mean(_ trace: [RunTrace.Moment], reference: Int, seconds: Double) -> Double {
    var area = 0.0
    var (time, total): (Double, Int?) = (0, nil)
    for moment in trace where moment.seconds < seconds {
      area += (moment.seconds - time) * gap(total, reference: reference)
      (time, total) = (moment.seconds, moment.total)
    }
    return (area + (seconds - time) * gap(total, reference: reference)) / seconds
  }
}

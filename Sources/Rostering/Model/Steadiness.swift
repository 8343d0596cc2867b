import HomeCare

/// How far the starts of a series lie beside a usual time, and which usual time suits them best.
enum Steadiness {
  /// Minutes beyond the tolerance, of all starts, for a usual time.
  ///
  /// - Parameter clocks: starts in minutes from midnight.
  static func minutes(_ clocks: [Minutes], beside usual: Minutes, tolerance: Minutes) -> Int {
    clocks.reduce(0) { $0 + Int(CostModel.deviation(of: $1, from: usual, tolerance: tolerance)) }
  }

  /// The usual time of a series as a roster states it: the given one, else the smallest that suits the starts best.
  static func usual(of series: CompiledSeries, _ clocks: [Minutes]) -> Minutes {
    guard !series.isFixed, let best = best(clocks, tolerance: series.tolerance) else { return series.usual }
    return max(0, min(best.lowerBound, Minutes(LocalDateTime.minutesPerDay) - 1))
  }

  /// All usual times that suit some starts best: where the sum of distances to the stretches of tolerated times is least
  /// lies the middle of their ends.
  static func best(_ clocks: [Minutes], tolerance: Minutes) -> ClosedRange<Minutes>? {
    if clocks.isEmpty { return nil }
    let ends = (clocks.map { $0 - tolerance } + clocks.map { $0 + tolerance }).sorted()
    return ends[clocks.count - 1]...ends[clocks.count]
  }
}

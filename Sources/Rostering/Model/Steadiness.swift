import HomeCare

/// How far the starts of a series lie beside a usual time, and which usual time suits them best.
enum Steadiness {
  /// Minutes beyond the tolerance, of all starts, for a usual time.
  ///
  /// - Parameter clocks: starts in minutes from midnight.
  static func minutes(_ clocks: [Minutes], beside usual: Minutes, tolerance: Minutes) -> Int {
    clocks.reduce(0) { $0 + Int(CostModel.deviation(of: $1, from: usual, tolerance: tolerance)) }
  }

  /// Minutes beyond the tolerance, of all starts of a series, for its usual time: the given one, else one that suits best.
  static func minutes(of series: CompiledSeries, _ clocks: [Minutes]) -> Int {
    let suited = series.isFixed ? nil : best(clocks, tolerance: series.tolerance)
    return minutes(clocks, beside: suited?.lowerBound ?? series.usual, tolerance: series.tolerance)
  }

  /// The usual time that suits starts best and is nearest to the middle of them; `nil` where it is given or nothing starts.
  ///
  /// - Parameter clocks: starts in their order, in minutes from midnight.
  static func middle(of series: CompiledSeries, _ clocks: [Minutes]) -> Minutes? {
    guard !series.isFixed, let suited = best(clocks, tolerance: series.tolerance) else { return nil }
    return min(max(clocks[clocks.count / 2], suited.lowerBound), suited.upperBound)
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

/// Minutes beyond the tolerance between the starts of a series and its usual time, of all series.
///
/// Where a series has no usual time, it is the one under which these minutes are fewest.
enum UnsteadyMinuteCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    let starts = facts.startsOfSeries
    return facts.instance.series.reduce(0) { sum, series in
      guard let clocks = starts[series.id] else { return sum }
      func minutes(_ usual: Int) -> Int { clocks.reduce(0) { $0 + max(0, abs($1 - usual) - series.tolerance) } }
      if let usual = series.usual { return sum + minutes(usual) }
      // The sum is convex and bends only where a start leaves the tolerance, so one of those times is best.
      let bends = Set(clocks.flatMap { [$0 - series.tolerance, $0 + series.tolerance] })
      return sum + (bends.lazy.map(minutes).min() ?? 0)
    }
  }
}

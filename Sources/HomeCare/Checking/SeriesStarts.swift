/// When the visits of a series start in a roster, and how far that is from a usual time.
public struct SeriesStarts: Hashable, Sendable {
  /// The series.
  public let series: Series
  /// Minutes from the midnight that begins the day of the window in which each start lies; not empty.
  public let clocks: [Int]

  /// The starts of a series; at least one.
  public init(series: Series, clocks: [Int]) { (self.series, self.clocks) = (series, clocks) }

  /// Minutes beyond the tolerance between the starts and a time.
  public func deviation(from usual: Int) -> Int { clocks.reduce(0) { $0 + max(0, abs($1 - usual) - series.tolerance) } }

  /// Minutes beyond the tolerance between the starts and the usual time: the series' own, else the best one.
  public var unsteadyMinutes: Int { series.usual.map(deviation) ?? bends.map(deviation).min() ?? 0 }

  /// The series' own usual time, else the smallest time of day among the best ones; `nil` where the best lie on other days.
  public var usualTime: Int? {
    if let usual = series.usual { return usual }
    let least = unsteadyMinutes
    let day = 0..<LocalDateTime.minutesPerDay
    return ([0] + bends).filter { day.contains($0) && deviation(from: $0) == least }.min()
  }

  /// The usual time as people read it: the series' own, else of the best ones the nearest to the start in the middle
  /// (the earlier of two), in minutes from midnight; on another day where the starts are.
  ///
  /// The smallest best time may lie where no visit starts: as far before the last starts as the tolerance reaches.
  public var shownTime: Int {
    if let usual = series.usual { return usual }
    let least = unsteadyMinutes
    let best = bends.filter { deviation(from: $0) == least }
    let middle = clocks.sorted()[(clocks.count - 1) / 2]
    return min(max(middle, best.first ?? middle), best.last ?? middle)
  }

  /// The deviation is convex in the usual time and bends only where a start leaves the tolerance, so that one of these is
  /// best, and the smallest of the best among them.
  private var bends: [Int] { Set(clocks.flatMap { [$0 - series.tolerance, $0 + series.tolerance] }).sorted() }
}

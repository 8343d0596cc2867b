import HomeCare

/// The series whose visits' starts can cost anything, and how those are measured.
struct MeasuredSeries {
  /// A series whose starts cost something in some roster.
  struct Measured {
    /// Its usual time where that is given, and the times among which it is a decision where not; minutes from midnight.
    var usual: ClosedRange<Minutes>
    var isGiven: Bool
    var tolerance: Minutes
    /// More unsteady minutes than this no roster has of it.
    var most: Int
  }

  /// The series whose starts can cost anything.
  let rows: [SeriesRow]
  /// What is known of each series; `nil` where its starts never cost anything.
  private let measured: RowArray<SeriesRow, Measured?>
  private let seriesOf: RowArray<VisitRow, SeriesRow>
  private let isForOne: RowArray<VisitRow, Bool>

  init(_ problem: CompiledProblem) {
    let measured = RowArray<SeriesRow, Measured?>(
      problem.seriesRows.map { problem.weighsSteadiness ? Self.measured($0, problem) : nil })
    self.measured = measured
    rows = problem.seriesRows.filter { measured[$0] != nil }
    seriesOf = RowArray(
      problem.visitRows.map { visit in
        let series = problem.visits[visit].series
        return series.exists && measured[series] != nil ? series : .none
      })
    isForOne = RowArray(problem.visitRows.map { problem.visits[$0].need == 1 })
  }

  private static func measured(_ series: SeriesRow, _ problem: CompiledProblem) -> Measured? {
    let row = problem.series[series]
    let clocks = problem.members.indices(of: series).map { problem.members[$0] }.flatMap { visit in
      problem.windows.indices(of: visit).map { index in
        let window = problem.windows[index]
        return (visit: visit, earliest: window.earliest - window.midnight, latest: window.latest - window.midnight)
      }
    }
    guard let earliest = clocks.map(\.earliest).min(), let latest = clocks.map(\.latest).max() else { return nil }
    let visits = Set(clocks.map(\.visit)).count
    if row.isFixed {
      let farthest = max(latest - row.usual, row.usual - earliest) - row.tolerance
      return farthest <= 0
        ? nil
        : Measured(
          usual: row.usual...row.usual, isGiven: true, tolerance: row.tolerance, most: visits * Int(farthest))
    }
    // One visit alone, or starts that lie close, find a usual time that suits them all.
    if visits < 2 || latest - earliest <= 2 * row.tolerance { return nil }
    return Measured(
      usual: earliest...latest, isGiven: false, tolerance: row.tolerance, most: visits * Int(latest - earliest))
  }

  subscript(series: SeriesRow) -> Measured? { series.exists ? measured[series] : nil }

  /// The series of a visit; none where its start costs nothing.
  func series(of visit: VisitRow) -> SeriesRow { seriesOf[visit] }

  /// The unsteady minutes that a stop of a route has at least, whatever else is chosen: those beside a given usual time.
  ///
  /// Of a visit for several no route counts them, since several would.
  func least(of stop: TimedStop, midnight: Minutes) -> Int {
    guard isForOne[stop.visit], let row = self[series(of: stop.visit)], row.isGiven else { return 0 }
    let usual = midnight + row.usual.lowerBound
    return Int(max(0, stop.earliest - usual - row.tolerance, usual - row.tolerance - stop.latest))
  }
}

import IntegerProgram

/// What mixtures of routes must pay for steadiness.
extension ExactTree {
  /// Fewer missing minutes than this make no cut of a mixture.
  private static let leastMissing = 0.5

  /// Tells the linear program what its point leaves out of series: each visit starts at the earliest when the first of its
  /// routes has it, and at the latest when the last one does. Returns whether anything was left out.
  func addSeriesCuts(at point: Point, _ session: inout LinearProgramSession) throws -> Bool {
    guard master.weighsSteadiness else { return false }
    var found = false
    for (series, spans) in spans(of: point).sorted(by: { $0.key < $1.key }) {
      // Each visit stands alone, as if on a shift of its own.
      let chains = spans.map { (shift: ShiftRow($0.stop.visit.index), chain: [$0.stop]) }
      let least = TimedRoutes(chains: chains, links: TimedLinks()).steadiest(rules)
      let told = point.side[master.unsteady[series]] + unsteady(point, of: series)
      if Double(least.minutes) > told + Self.leastMissing {
        try addCut(TimingCut(least.reasons, routes, rules: rules), &session)
        found = true
      }
    }
    return found
  }

  private struct Span {
    var stop: TimedStop
    var share: Double
    var isOneTask: Bool
  }

  /// For each series the visits that are served wholly, and the starts that their routes allow.
  private func spans(of point: Point) -> [SeriesRow: [Span]] {
    var spans: [VisitRow: Span] = [:]
    for used in point.used {
      for stop in routes[used.shift].timedStops(Int(used.route)) {
        if !rules.steadiness.series(of: stop.visit).exists || problem.visits[stop.visit].need > 1 { continue }
        var span = spans[stop.visit] ?? Span(stop: stop, share: 0, isOneTask: true)
        span.share += used.value
        span.isOneTask = span.isOneTask && span.stop.task == stop.task
        span.stop.earliest = min(span.stop.earliest, stop.earliest)
        span.stop.latest = max(span.stop.latest, stop.latest)
        spans[stop.visit] = span
      }
    }
    let whole = spans.values.filter { $0.isOneTask && $0.share > 1 - 1e-6 }.sorted { $0.stop.visit < $1.stop.visit }
    return Dictionary(grouping: whole) { rules.steadiness.series(of: $0.stop.visit) }
  }

  /// The unsteady minutes of a series that the routes of a point have by themselves.
  private func unsteady(_ point: Point, of series: SeriesRow) -> Double {
    point.used.reduce(0) { sum, used in
      sum + used.value * Double(rules.leastUnsteady(routes[used.shift].timedStops(Int(used.route)), of: [series]))
    }
  }
}

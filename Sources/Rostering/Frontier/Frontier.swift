import HomeCare

/// Rosters none of which has both fewer distinct staff and less travel than another.
public struct Frontier: Sendable {
  /// One roster of the frontier.
  public struct Point: Sendable {
    /// The roster, scored by the instance's own weights.
    public var roster: Roster
    /// Minutes of travel.
    public var travelMinutes: Int { roster.score[.travel] }
    /// Distinct staff, summed over clients and periods.
    public var distinct: Int { roster.score[.distinct] }
  }

  /// The best roster under one limit of travel.
  public struct Limit: Sendable, Hashable {
    /// Most minutes of travel.
    public var travelMinutes: Int
    /// The position in `points` of the roster with the fewest distinct staff under it.
    public var point: Int
  }

  /// Rosters by increasing travel and falling distinct staff.
  public var points: [Point]
  /// Limits at even steps from the least travel found to the most.
  public var limits: [Limit]
  /// Where both ends of the frontier are given up for most: the point farthest below the straight line between them,
  /// each axis taken by its own span (V. Satopää and others, "Finding a kneedle in a haystack", ICDCS Workshops 2011);
  /// none with fewer than three points.
  public var knee: Int?

  /// The frontier of rosters: those with the least unassigned alone, without any that another one betters.
  ///
  /// - Parameter limits: Number of limits; those of equal points are told all the same.
  public init(_ rosters: [Roster], limits count: Int) {
    let least = rosters.map(\.score[.unassigned]).min() ?? 0
    let covering = rosters.filter { $0.score[.unassigned] == least }.enumerated().sorted { left, right in
      let (a, b) = (left.element.score, right.element.score)
      return (a[.travel], a[.distinct], left.offset) < (b[.travel], b[.distinct], right.offset)
    }
    var points: [Point] = []
    for (_, roster) in covering where points.last.map({ roster.score[.distinct] < $0.distinct }) ?? true {
      points.append(Point(roster: roster))
    }
    self.points = points
    limits = Self.limits(points, count)
    knee = Self.knee(points)
  }

  private static func limits(_ points: [Point], _ count: Int) -> [Limit] {
    guard let first = points.first, let last = points.last, count > 0 else { return [] }
    let span = last.travelMinutes - first.travelMinutes
    return (0..<count).map { step in
      let limit = first.travelMinutes + (count == 1 ? span : span * step / (count - 1))
      return Limit(travelMinutes: limit, point: points.lastIndex { $0.travelMinutes <= limit } ?? 0)
    }
  }

  private static func knee(_ points: [Point]) -> Int? {
    guard points.count > 2, let first = points.first, let last = points.last else { return nil }
    let travel = Double(last.travelMinutes - first.travelMinutes)
    let distinct = Double(first.distinct - last.distinct)
    let depth = points.map { point in
      1 - Double(point.travelMinutes - first.travelMinutes) / travel - Double(point.distinct - last.distinct) / distinct
    }
    let deepest = depth.indices.max { (depth[$0], -$0) < (depth[$1], -$1) }
    return deepest.flatMap { depth[$0] > 0 ? $0 : nil }
  }
}

extension Frontier {
  /// What travel and what all the rest weigh at each stop along the frontier, as factors of the instance's weights.
  private static let stops: [(travel: Int, rest: Int)] = [
    (1, 1), (2, 1), (4, 1), (8, 1), (16, 1), (1, 2), (1, 4), (1, 8),
  ]
  /// What plans each; bounds of one weighing say nothing of another.
  private static let solver = SammaSolver.largeNeighbourhood
  /// Part of the budget for the first roster, from which all others begin.
  private static let firstShare = 0.4
  /// Temperature at which work on a neighbour's roster begins.
  private static let warmTemperature = 8.0

  /// The frontier between travel and distinct staff, in one run: a roster by the instance's weights first, and from it,
  /// step by step, rosters for which travel weighs more, then less.
  ///
  /// - Parameter limits: Number of limits of travel for which the best roster is told.
  /// - Throws: `ParameterProblem` for a setting that the search cannot take.
  public static func planned(
    for instance: Instance, _ options: SolverOptions = SolverOptions(), limits: Int = 7,
    cancellation: Cancellation = Cancellation(), progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) throws(ParameterProblem) -> Frontier {
    let usual = try SearchParameters(options.settings)
    var rosters: [Roster] = []
    var start: Roster?
    for (index, stop) in stops.enumerated() {
      if cancellation.isCancelled && index > 0 { break }
      // The way towards less travel and the way towards fewer faces both begin at the first roster.
      if stop.travel == 1 { start = rosters.first }
      guard let weighted = try? Instance(validating: draft(of: instance, travel: stop.travel, rest: stop.rest)) else {
        continue
      }
      var part = options
      let share = index == 0 ? firstShare : (1 - firstShare) / Double(stops.count - 1)
      part.seconds = options.seconds.map { $0 * share }
      part.iterations = options.iterations.map { max(1, Int(Double($0) * share)) }
      part.start = start
      var parameters = usual
      // Temperatures are in points of the weighted score.
      parameters.coldTemperature *= Double(stop.rest)
      parameters.hotTemperature *= Double(stop.rest)
      if start != nil {
        let warm = warmTemperature * Double(max(stop.rest, stop.travel / 2))
        parameters = parameters.reheating(to: max(parameters.coldTemperature, warm))
      }
      var roster = solver.run(weighted, part, parameters, cancellation: cancellation, progress: progress).roster
      roster.score = RosterChecker(instance).check(roster).score
      roster.solve = SolveSummary(solver: SammaSolver.heuristic.name, status: .feasible, seed: options.seed)
      rosters.append(roster)
      start = roster
    }
    return Frontier(rosters, limits: limits)
  }

  private static func draft(of instance: Instance, travel: Int, rest: Int) -> InstanceDraft {
    var draft = instance.tables
    for part in ScorePart.allCases {
      let factor = part == .travel ? travel : rest
      let (product, overflow) = draft.weights[part].multipliedReportingOverflow(by: factor)
      draft.weights[part] = min(InputLimits.weight.upperBound, overflow ? Int.max : product)
    }
    return draft
  }
}

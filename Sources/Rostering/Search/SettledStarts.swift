import HomeCare

/// The start of every assigned visit once routes are settled, and the usual times of series.
///
/// For given routes and usual times the starts that deviate least are found exactly, route by route and minute by minute;
/// then each series takes the usual time that suits its starts best, and so on until nothing is gained. Of equally good
/// starts those near the usual time are taken, and of others the earliest. Visits whose start is a decision keep it.
struct SettledStarts {
  /// The start of each visit; 0 for one that is not assigned.
  private(set) var starts: [Minutes]
  /// The smallest best usual time of each series, in minutes from midnight.
  private(set) var usual: [Minutes]
  /// The part `unsteadyMinutes`.
  private(set) var unsteady = 0

  private let state: SearchState
  private var problem: CompiledProblem { state.problem }
  /// The usual time by which starts are chosen, for each series.
  private var aim: [Minutes]
  /// What a minute beyond the tolerance counts against a minute within it.
  private static let beyond = 1 << 20
  private static let impossible = Int.max / 4
  private static let mostRounds = 8

  private let keepsStarts: Bool

  /// - Parameter keepingStarts: Whether visits stay in the windows that they are held to.
  init(_ state: SearchState, keepingStarts: Bool = false) {
    self.state = state
    keepsStarts = keepingStarts
    starts = state.earliestStarts()
    aim = state.usual.elements
    usual = aim
    var least = Int.max
    if state.problem.weighsSteadiness {
      for _ in 0..<Self.mostRounds {
        let before = (starts, aim)
        for shift in state.problem.shiftRows where state.length[shift] > 0 { settle(shift) }
        let deviation = adapt()
        if deviation >= least {
          (starts, aim) = before
          break
        }
        least = deviation
      }
    }
    conclude()
  }

  private func clocks(_ series: SeriesRow) -> [Minutes] {
    problem.members.indices(of: series).compactMap { index in
      let visit = problem.members[index]
      guard state.isAssigned(visit) else { return nil }
      let start = starts[visit.index]
      return start - state.midnight(visit, problem.visits[visit], from: start)
    }
  }

  /// Gives each series the best usual time nearest to the middle of its starts; returns all minutes beside them, weighed
  /// as the starts are chosen.
  private mutating func adapt() -> Int {
    var sum = 0
    for series in problem.seriesRows {
      let row = problem.series[series]
      let clocks = clocks(series).sorted()
      if let usual = Steadiness.middle(of: row, clocks) { aim[series.index] = usual }
      sum += clocks.reduce(0) { $0 + cost($1, aim[series.index], row.tolerance) }
    }
    return sum
  }

  private func cost(_ clock: Minutes, _ usual: Minutes, _ tolerance: Minutes) -> Int {
    Int(CostModel.deviation(of: clock, from: usual, tolerance: tolerance)) * Self.beyond + Int(abs(clock - usual))
  }

  private mutating func conclude() {
    for series in problem.seriesRows {
      let row = problem.series[series]
      let clocks = clocks(series)
      usual[series.index] = Steadiness.usual(of: row, clocks)
      unsteady += Steadiness.minutes(of: row, clocks)
    }
  }

  // MARK: One route

  /// The starts from which a visit may choose: its window, or what it is held to where others rely on that.
  private func choice(_ visit: VisitRow, _ row: CompiledVisit) -> ClosedRange<Minutes> {
    let (earliest, latest) = (state.earliestStart[visit], state.latestStart[visit])
    if keepsStarts || !row.isFitted || row.hasPartners { return earliest...latest }
    let window = state.window(of: visit, from: earliest)
    return min(window.earliest, earliest)...max(window.latest, latest)
  }

  /// Chooses the starts of one route by the least that the rest of it costs after each start, with the break to come and
  /// with it behind.
  private mutating func settle(_ shift: ShiftRow) {
    let row = problem.shifts[shift]
    let base = state.stopIndex(shift, 0)
    let count = Int(state.length[shift])
    let width = Int(row.end - row.start) + 2
    // rest[(stop · 2 + state) · width + t]: the least that stops from this one on cost where it starts at t or later.
    var rest = [Int](repeating: Self.impossible, count: (count + 1) * 2 * width)
    var visits: [(visit: VisitRow, row: CompiledVisit, choice: ClosedRange<Minutes>)] = []
    for position in 1...count {
      let visit = problem.slots[state.stops[base + position].slot].visit
      let visitRow = problem.visits[visit]
      visits.append((visit, visitRow, choice(visit, visitRow)))
    }
    func least(_ stop: Int, _ rested: Int, from start: Minutes) -> Int {
      let time = Int(max(start, row.start) - row.start)
      return time >= width ? Self.impossible : rest[(stop * 2 + rested) * width + time]
    }
    func ways(from stop: Int, end: Minutes, _ rested: Int) -> (direct: Int, resting: Int) {
      let travel = problem.minutes(
        state.stops[base + stop].location, state.stops[base + stop + 1].location, in: row)
      if stop == count {
        let isHome = end <= RouteTiming.latestEnd(back: travel, isRested: rested == 1, shift: row)
        return (isHome ? 0 : Self.impossible, Self.impossible)
      }
      let direct = least(stop + 1, rested, from: end + travel)
      if rested == 1 { return (direct, Self.impossible) }
      return (
        direct, least(stop + 1, 1, from: RouteTiming.afterBreak(leaving: end, travel: travel, shift: row))
      )
    }
    func price(_ stop: Int, at start: Minutes) -> Int {
      let (visit, visitRow, choice) = visits[stop - 1]
      if !choice.contains(start) { return Self.impossible }
      if !visitRow.series.exists { return 0 }
      return cost(
        start - state.midnight(visit, visitRow, from: start), aim[visitRow.series.index], visitRow.tolerance)
    }
    for stop in stride(from: count, through: 1, by: -1) {
      let minutes = visits[stop - 1].row.minutes
      for rested in 0...1 {
        var best = Self.impossible
        for time in stride(from: width - 1, through: 0, by: -1) {
          let start = row.start + Minutes(time)
          let own = price(stop, at: start)
          if own < Self.impossible {
            let (direct, resting) = ways(from: stop, end: start + minutes, rested)
            best = min(best, own + min(direct, resting))
          }
          rest[(stop * 2 + rested) * width + time] = best
        }
      }
    }
    var rested = row.breakMinutes > 0 ? 0 : 1
    var end = row.start
    for stop in 0..<count {
      let travel = problem.minutes(
        state.stops[base + stop].location, state.stops[base + stop + 1].location, in: row)
      let (direct, resting) = ways(from: stop, end: end, rested)
      assert(min(direct, resting) < Self.impossible, "a route of the search that does not work")
      if min(direct, resting) >= Self.impossible { return }
      func first(_ rested: Int, from earliest: Minutes) -> Minutes {
        let best = least(stop + 1, rested, from: earliest)
        var start = max(earliest, row.start)
        // What starts later costs more once the best start is passed.
        while least(stop + 1, rested, from: start + 1) == best
          && !isBest(stop + 1, rested, at: start, best)
        { start += 1 }
        return start
      }
      func isBest(_ stop: Int, _ rested: Int, at start: Minutes, _ best: Int) -> Bool {
        let own = price(stop, at: start)
        if own >= Self.impossible { return false }
        let (direct, resting) = ways(from: stop, end: start + visits[stop - 1].row.minutes, rested)
        return own + min(direct, resting) == best
      }
      var start = Minutes.max
      var isRested = rested
      if direct <= resting { start = first(rested, from: end + travel) }
      if resting <= direct {
        let later = first(1, from: RouteTiming.afterBreak(leaving: end, travel: travel, shift: row))
        if later <= start { (start, isRested) = (later, 1) }
      }
      rested = isRested
      starts[visits[stop].visit.index] = start
      end = start + visits[stop].row.minutes
    }
  }
}

/// Another usual time for a series, while its visits stay with their staff and in their routes.
///
/// Each visit is held to the starts around the new time that its route allows, or paid for where there are none.
extension Annealer {
  /// Most minutes by which a usual time moves, in a small and in a large step.
  private static let smallStep = 10
  private static let largeStep = 60

  /// Moves the usual time of a series; true where accepted.
  func usualTime(_ run: inout Run) -> Bool {
    if openSeries.count == 0 { return false }
    let series = openSeries[run.random.below(openSeries.count)]
    let usual = drawUsual(series, &run)
    if usual == state.usual[series] { return false }
    run.evaluated += 1
    let threshold = run.threshold()
    let before = state.score.unsteady
    // What the visits not yet looked at deviate by now is what they could still save.
    var left = 0
    for index in problem.members.indices(of: series) { left += Int(state.deviation[problem.members[index]]) }
    run.journal.clear()
    run.journal.setUsual(series, usual, in: state)
    for index in problem.members.indices(of: series) {
      let visit = problem.members[index]
      if !state.isAssigned(visit) { continue }
      left -= Int(state.deviation[visit])
      follow(visit, &run)
      if (state.score.unsteady - left - before) * state.costs.unsteady > threshold {
        run.journal.undo(in: state)
        return false
      }
    }
    return true
  }

  /// Holds an assigned visit to the starts that deviate least now.
  private func follow(_ visit: VisitRow, _ run: inout Run) {
    let row = problem.visits[visit]
    if row.isFitted {
      let window = state.leastDeviation(visit, row)
      if window.exists { _ = run.journal.refit(visit, to: window, in: state) }
      return
    }
    let start = state.earliestStart[visit]
    if !state.hasLinks(visit) {
      let better = steadierStart(visit, row, start)
      if better != start && state.costs.isIndifferent(from: start, to: better, problem.instance.horizon) {
        let held = HeldWindow(earliest: better, latest: better, deviation: state.deviation(visit, from: better))
        if run.journal.refit(visit, to: held, in: state) && state.hasOwnTime(visit, row) { return }
      }
    }
    let held = HeldWindow(earliest: start, latest: start, deviation: state.deviation(visit, from: start))
    _ = run.journal.refit(visit, to: held, in: state)
  }

  /// The start of a team nearest to the band around the usual time, as far as its routes seem to allow.
  private func steadierStart(_ visit: VisitRow, _ row: CompiledVisit, _ start: Minutes) -> Minutes {
    let opening = state.opening(row, state.window(of: visit, from: start))
    var (earliest, latest) = (opening.earliest, opening.latest)
    for slot in row.slots {
      let starts = state.starts(of: slot, row, from: opening.earliest, to: opening.latest)
      earliest = max(earliest, starts.earliest)
      latest = min(latest, starts.latest)
    }
    if earliest > latest { return start }
    let steady = min(max(start, opening.bandEarliest), opening.bandLatest)
    return min(max(steady, earliest), latest)
  }

  /// A usual time to try: near the old one, where it suits one visit's route, or where it suits most of them best.
  private func drawUsual(_ series: SeriesRow, _ run: inout Run) -> Minutes {
    let row = problem.series[series]
    let old = state.usual[series]
    var usual = old
    switch run.random.below(4) {
    case 0: usual = old &+ Minutes(run.random.below(2 * Self.smallStep + 1) - Self.smallStep)
    case 1: usual = old &+ Minutes(run.random.below(2 * Self.largeStep + 1) - Self.largeStep)
    case 2:
      let members = problem.members.indices(of: series)
      let visit = problem.members[members.lowerBound + run.random.below(members.count)]
      if !state.isAssigned(visit) { return old }
      let clocks = tolerated(visit, row)
      usual = clocks.lowerBound &+ Minutes(run.random.below(Int(clocks.upperBound - clocks.lowerBound) + 1))
    default:
      run.clocks.removeAll(keepingCapacity: true)
      for index in problem.members.indices(of: series) where state.isAssigned(problem.members[index]) {
        let clocks = tolerated(problem.members[index], row)
        run.clocks.append(clocks.lowerBound)
        run.clocks.append(clocks.upperBound)
      }
      if run.clocks.isEmpty { return old }
      run.clocks.sort()
      let (first, last) = (run.clocks[run.clocks.count / 2 - 1], run.clocks[run.clocks.count / 2])
      usual = first &+ Minutes(run.random.below(Int(last - first) + 1))
    }
    return min(max(usual, row.earliest &- row.tolerance, 0), min(row.latest &+ row.tolerance, 1_439))
  }

  /// The usual times for which a visit would not deviate where it stands.
  private func tolerated(_ visit: VisitRow, _ series: CompiledSeries) -> ClosedRange<Minutes> {
    let row = problem.visits[visit]
    let start = state.earliestStart[visit]
    let midnight = state.midnight(visit, row, from: start)
    var (earliest, latest) = (start, state.latestStart[visit])
    if row.isFitted {
      let window = state.window(of: visit, from: start)
      let starts = state.starts(of: row.firstSlot, row, from: window.earliest, to: window.latest)
      (earliest, latest) = (starts.earliest, starts.latest)
    }
    return earliest &- midnight &- series.tolerance...latest &- midnight &+ series.tolerance
  }
}

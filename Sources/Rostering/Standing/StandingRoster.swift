import HomeCare

/// A roster in a search state, with every start held; what bends a rule stands as it is.
struct StandingRoster {
  let provisional: ProvisionalRoster
  let problem: CompiledProblem
  let state: SearchState

  /// Takes over a roster, whatever it breaks.
  init(_ instance: Instance, _ roster: Roster) {
    provisional = ProvisionalRoster(instance, roster)
    problem = CompiledProblem(provisional.instance)
    state = SearchState(problem)
    _ = state.hold(state.assignments(of: provisional.roster))
  }

  /// What the roster breaks.
  var broken: BrokenRules { provisional.broken }
}

extension SearchState {
  /// What the roster does with a visit whose start is held.
  func place(of visit: VisitRow) -> RosterChange.Place {
    guard isAssigned(visit) else { return .unassigned }
    let row = problem.visits[visit]
    let instance = problem.instance
    let shifts = row.slots.map { instance[slotShift[$0]] }
    return .served(
      Roster.Assignment(
        visit: instance[visit].id,
        start: instance.horizon.firstMinute.advanced(by: Int(earliestStart[visit])),
        staff: shifts.map(\.staff), shifts: shifts.map(\.id)))
  }

  /// The score as files state it, where every start is held.
  var heldScore: Score {
    var score = fullScore
    score.format = problem.instance.format
    if score.format == .one { return score }
    score[.unsteadyMinutes] = problem.seriesRows.reduce(0) { $0 + leastUnsteadyMinutes($1) }
    score.total = score.total(under: problem.weights)
    return score
  }

  /// Minutes beyond the tolerance between the starts of a series and the usual time that suits them best.
  private func leastUnsteadyMinutes(_ series: SeriesRow) -> Int {
    let row = problem.series[series]
    let clocks = problem.members.indices(of: series).compactMap { index -> Minutes? in
      let visit = problem.members[index]
      guard isAssigned(visit) else { return nil }
      let start = earliestStart[visit]
      return start - midnight(visit, problem.visits[visit], from: start)
    }
    return Steadiness.minutes(of: row, clocks)
  }

  /// The starts of a visit that its windows, its links and the other visits of its client leave, where every start is
  /// held.
  func openStarts(of visit: VisitRow) -> [Minutes] {
    let row = problem.visits[visit]
    var starts: [Minutes] = []
    for index in problem.windows.indices(of: visit) {
      let window = problem.windows[index]
      guard let linked = linkedWindow(visit, within: window.earliest, window.latest) else { continue }
      starts += linked.filter { leavesOwnTime(visit, row, at: $0) }
    }
    return starts.sorted()
  }

  /// Whether a visit that starts so overlaps none of those that its client must be left alone by.
  func leavesOwnTime(_ visit: VisitRow, _ row: CompiledVisit, at start: Minutes) -> Bool {
    if !row.hasPartners { return true }
    for index in problem.partners.indices(of: visit) {
      let partner = problem.partners[index]
      if isAssigned(partner) && earliestStart[partner] < start + row.minutes
        && start < latestStart[partner] + problem.visits[partner].minutes
      {
        return false
      }
    }
    return true
  }
}

extension Annealer {
  /// All visits of a series, to be expected at another time.
  func ruinSeries(_ run: inout Run) -> Bool {
    if openSeries.count == 0 { return false }
    let series = openSeries[run.random.below(openSeries.count)]
    let members = problem.members.indices(of: series)
    if members.count > Self.mostInSeries { return false }
    run.removed.removeAll(keepingCapacity: true)
    for index in members { run.removed.append(problem.members[index]) }
    let row = problem.series[series]
    let usual = row.earliest &+ Minutes(run.random.below(Int(row.latest - row.earliest) + 1))
    return rebuild(&run, usual: usual, of: series)
  }

  /// Most visits of a series that are taken out together.
  private static let mostInSeries = 16
}

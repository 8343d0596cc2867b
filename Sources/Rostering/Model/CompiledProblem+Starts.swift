/// When visits may start, all their windows taken together.
extension CompiledProblem {
  /// The earliest and the latest start of a visit.
  func starts(of visit: VisitRow) -> (earliest: Minutes, latest: Minutes) {
    let all = windows.indices(of: visit)
    var starts = (earliest: Minutes.max, latest: Minutes.min)
    for index in all {
      starts = (min(starts.earliest, windows[index].earliest), max(starts.latest, windows[index].latest))
    }
    return starts
  }

  /// The earliest and the latest start of a visit in a shift's hours; the earliest is the later one where there is none.
  func starts(of visit: VisitRow, in shift: CompiledShift) -> (earliest: Minutes, latest: Minutes) {
    let minutes = visits[visit].minutes
    var starts = (earliest: Minutes.max / 2, latest: Minutes.min / 2)
    for index in windows.indices(of: visit) {
      let first = max(windows[index].earliest, shift.start)
      let last = min(windows[index].latest, shift.end - minutes)
      if first <= last { starts = (min(starts.earliest, first), max(starts.latest, last)) }
    }
    return starts
  }

  /// Whether two visits overlap wherever they start.
  func alwaysOverlap(_ first: VisitRow, _ second: VisitRow) -> Bool {
    let (one, other) = (starts(of: first), starts(of: second))
    return one.earliest + visits[first].minutes > other.latest && other.earliest + visits[second].minutes > one.latest
  }
}

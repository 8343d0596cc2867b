/// Checks of series and of further windows of visits.
extension InstanceValidator {
  mutating func checkSeries() {
    for (index, series) in draft.series.enumerated() {
      let row = Row(table: .series, index: index, id: series.id.rawValue)
      checkID(series.id, firstRows: seriesRows, row)
      _ = resolve(series.client, in: .clients, clientRows, row, "client")
      if let usual = series.usual, !(0..<LocalDateTime.minutesPerDay).contains(usual), readable(row, "usual") {
        report(row, "usual", found: "\(usual) minutes from midnight", expected: "a time of day such as 08:10")
      }
      check(series.tolerance, in: InputLimits.tolerance, row, "tolerance")
    }
  }

  /// Reports a visit whose series is of another client.
  mutating func checkSeries(of visit: Visit, _ row: Row) {
    guard let id = visit.series, let index = resolve(id, in: .series, seriesRows, row, "series") else { return }
    let client = draft.series[index].client
    guard client != visit.client, readable(row, "client"),
      readable(Row(table: .series, index: index), "client")
    else { return }
    report(
      row, "series", found: "\(quoted(id.rawValue)), a series of client \(quoted(client.rawValue))",
      expected: "a series of the visit's client, \(quoted(visit.client.rawValue)); correct the series or the client")
  }

  /// Checks each further window by itself, and keeps the sound ones for the checks of visits.
  mutating func checkAlternatives() {
    alternativesOfVisit = Array(repeating: [], count: draft.visits.count)
    for (index, alternative) in draft.alternatives.enumerated() {
      let row = Row(table: .alternatives, index: index)
      let visit = resolve(alternative.visit, in: .visits, visitRows, row, "visit")
      let isSound = checkWindow(alternative.window, row)
      if let visit, isSound { alternativesOfVisit[visit].append(index) }
    }
  }

  /// The sound windows of a visit, its own first.
  func soundWindows(ofVisit visit: Int) -> [VisitWindow] {
    [draft.visits[visit].window] + alternativesOfVisit[visit].map { draft.alternatives[$0].window }
  }

  /// Reports windows of one visit that overlap.
  mutating func checkOverlaps(ofVisit visit: Int) {
    if alternativesOfVisit[visit].isEmpty { return }
    let own = (window: draft.visits[visit].window, row: -1)
    let windows = ([own] + alternativesOfVisit[visit].map { (window: draft.alternatives[$0].window, row: $0) }).sorted {
      ($0.window.earliest, $0.window.latest, $0.row) < ($1.window.earliest, $1.window.latest, $1.row)
    }
    var longest = windows[0]
    for next in windows.dropFirst() {
      if next.window.earliest <= longest.window.latest {
        // One of the two is an alternative; where both are, the later row is told of.
        let (told, other) = next.row > longest.row ? (next, longest) : (longest, next)
        let place = other.row < 0 ? "its own window" : "the window of row \(other.row + 1)"
        report(
          Row(table: .alternatives, index: told.row), "earliest",
          found: "\(told.window.earliest) to \(told.window.latest), which overlaps \(place) of visit"
            + " \(quoted(draft.visits[visit].id.rawValue))",
          expected: "windows of one visit that do not overlap; make one of the two, move it or remove it")
      }
      if next.window.latest > longest.window.latest { longest = next }
    }
  }
}

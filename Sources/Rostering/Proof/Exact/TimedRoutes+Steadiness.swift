/// The steadiest starts of routes.
extension TimedRoutes {
  /// The starts with the fewest unsteady minutes, and what proves that there are no fewer.
  ///
  /// Each minute beside a usual time and its tolerance costs one; usual times that are not given are nodes of their own.
  /// The routes must fit together.
  func steadiest(_ rules: TimingRules) -> (starts: [VisitRow: Minutes], minutes: Int, reasons: [Timing.Reason]) {
    var arcs = distances.map {
      DearestCirculation.Arc(
        from: $0.from, to: $0.to, least: Int($0.least), room: DearestCirculation.unlimited)
    }
    var wishes: [(series: SeriesRow, stop: TimedStop)] = []
    var usual: [SeriesRow: Int] = [:]
    var count = visits.count + 1
    var seen: Set<VisitRow> = []
    for stop in chosen.flatMap(\.chain) where seen.insert(stop.visit).inserted {
      let series = rules.steadiness.series(of: stop.visit)
      guard let row = rules.steadiness[series], let here = node(of: stop.visit) else { continue }
      var clock = 0
      if !row.isGiven {
        if usual[series] == nil {
          usual[series] = count
          // A best usual time lies among the starts that there could be.
          let (first, last) = (Int(row.usual.lowerBound), Int(row.usual.upperBound))
          arcs.append(.init(from: 0, to: count, least: first, room: DearestCirculation.unlimited))
          arcs.append(.init(from: count, to: 0, least: -last, room: DearestCirculation.unlimited))
          wishes += [(series, stop), (series, stop)]
          count += 1
        }
        clock = usual[series] ?? 0
      }
      // Where it is given, the clock is minute 0 and the usual time stands in the distances.
      let given = row.isGiven ? Int(row.usual.lowerBound) : 0
      let (midnight, tolerance) = (Int(rules.midnight(of: stop)), Int(row.tolerance))
      arcs.append(.init(from: here, to: clock, least: -midnight - given - tolerance, room: 1))
      arcs.append(.init(from: clock, to: here, least: midnight + given - tolerance, room: 1))
      wishes += [(series, stop), (series, stop)]
    }
    let circulation = DearestCirculation(nodeCount: count, arcs: arcs)
    let reasons = circulation.circles().map { circle in
      var series: Set<SeriesRow> = []
      var facts: Conflict = []
      var bare: [DearestCirculation.Arc] = []
      for index in circle.arcs {
        if index < distances.count {
          let distance = distances[index]
          if let fact = distance.fact { facts.append((distance.shift, fact)) } else { bare.append(arcs[index]) }
        } else if arcs[index].room == 1 {
          let wish = wishes[index - distances.count]
          series.insert(wish.series)
          if let shift = shift(of: wish.stop.visit) {
            facts.append((shift, .measured(visit: wish.stop.visit, task: wish.stop.task)))
          }
        }
      }
      // Whom only links and orders speak of must be there.
      let linked = bare.flatMap { [$0.from, $0.to] }.filter { $0 > 0 }.map { visits[$0 - 1] }
      return Timing.Reason(facts: facts + presence(of: linked), minutes: circle.gain, series: series)
    }
    return (starts(at: circulation.times), circulation.gain ?? 0, reasons)
  }

  /// That visits are served, where they are.
  func presence(of visits: [VisitRow]) -> Conflict {
    visits.compactMap { visit in shift(of: visit).map { (shift: $0, fact: Fact.present(visit: visit)) } }
  }

  /// A shift that serves a visit, if any.
  private func shift(of visit: VisitRow) -> ShiftRow? {
    chosen.first { $0.chain.contains { $0.visit == visit } }?.shift
  }

  private func node(of visit: VisitRow) -> Int? { visits.firstIndex(of: visit).map { $0 + 1 } }
}

/// Whether one shift has room for some visits, in whatever order.
///
/// Labels go from set to set, a visit more each time; of those with the same set, last visit and break only the one that
/// ends earliest stays (M. Desrochers, F. Soumis, "A generalized permanent labelling algorithm for the shortest path
/// problem with time windows", INFOR 26, 1988). Links, teams and caps are left out, so a "no" is certain where detours
/// save no time, and a "yes" is not.
struct LockedRoute {
  /// A visit in the window that it is held to.
  struct Stay {
    var visit: Int32
    var earliest: Int32
    var latest: Int32
  }

  private struct Label: Hashable {
    var mask: UInt64
    var last: Int
    var isRested: Bool
  }

  /// Most labels made before the answer is left open.
  private static let mostLabels = 20_000

  let problem: CompiledProblem
  let shift: Int32

  /// Whether the shift has room for all; also where that would take too long to find out.
  func hasRoom(for stays: [Stay]) -> Bool {
    guard stays.count < UInt64.bitWidth, problem.travelIsMetric else { return true }
    let row = problem.shifts[shift]
    var layer = [Label(mask: 0, last: -1, isRested: row.breakMinutes == 0): row.start]
    var made = 0
    for _ in stays {
      var next: [Label: Int32] = [:]
      for (label, end) in layer {
        for (index, stay) in stays.enumerated() where label.mask & (1 << UInt64(index)) == 0 {
          for rests in label.isRested ? [false] : [false, true] {
            guard let after = self.end(of: stay, after: label, end, stays, rests: rests) else { continue }
            let new = Label(mask: label.mask | 1 << UInt64(index), last: index, isRested: label.isRested || rests)
            next[new] = min(next[new] ?? Int32.max, after)
          }
        }
      }
      made += next.count
      if made > Self.mostLabels { return true }
      layer = next
    }
    return layer.contains { comesHome($0.key, $0.value, stays) }
  }

  /// The earliest end of a visit behind a label; `nil` where it comes too late.
  private func end(of stay: Stay, after label: Label, _ end: Int32, _ stays: [Stay], rests: Bool) -> Int32? {
    let row = problem.shifts[shift]
    let visit = problem.visits[stay.visit]
    let travel = problem.minutes(place(label, stays), visit.location)
    var ready = end + travel
    if rests {
      if end > row.breakTo { return nil }
      ready = max(ready + row.breakMinutes, row.breakFrom + row.breakMinutes)
    }
    let start = max(ready, stay.earliest)
    return start <= stay.latest && start + visit.minutes <= row.end ? start + visit.minutes : nil
  }

  private func comesHome(_ label: Label, _ end: Int32, _ stays: [Stay]) -> Bool {
    let row = problem.shifts[shift]
    var home = end + problem.minutes(place(label, stays), row.base)
    if !label.isRested {
      if end > row.breakTo { return false }
      home = max(home + row.breakMinutes, row.breakFrom + row.breakMinutes)
    }
    return home <= row.end
  }

  private func place(_ label: Label, _ stays: [Stay]) -> Int32 {
    label.last < 0 ? problem.shifts[shift].base : problem.visits[stays[label.last].visit].location
  }
}

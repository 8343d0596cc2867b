/// What every route of one shift keeps to: the weights of the visits it serves sum up to at most the capacity.
struct ShiftCut: Hashable {
  var shift: ShiftRow
  /// Weight of each of the shift's arcs, by position.
  var weights: [Int32]
  var capacity: Int32
}

/// The visits that a shift could take, with their times narrowed by the shift and its base.
struct ShiftLoad: Sendable {
  /// One visit of the shift.
  struct Item {
    var visit: VisitRow
    var location: LocationRow
    /// Earliest start and latest end in this shift.
    var release: Minutes
    var deadline: Minutes
    var minutes: Minutes
    /// Travel from the base.
    var out: Minutes
    var back: Minutes
    var latest: Minutes { deadline - minutes }
  }

  let shift: CompiledShift
  let items: [Item]
  private let hasBase: Bool
  private let travel: TravelFloor

  init(_ shift: ShiftRow, arcs: BoundArcs, problem: CompiledProblem, travel: TravelFloor) {
    let row = problem.shifts[shift]
    self.shift = row
    self.travel = travel
    hasBase = row.base != problem.noBase
    items = arcs.arcs(ofShift: shift).map { arc in
      let visit = problem.visits[arcs.visit[arc]]
      let out = travel.minutes(row.base, visit.location)
      let back = travel.minutes(visit.location, row.base)
      let starts = problem.starts(of: arcs.visit[arc], in: row)
      return Item(
        visit: arcs.visit[arc], location: visit.location, release: max(starts.earliest, row.start + out),
        deadline: min(starts.latest + visit.minutes, row.end - back), minutes: visit.minutes, out: out, back: back)
    }
  }

  /// Minutes from one visit to another.
  @inline(__always) func minutes(_ from: Int, _ to: Int) -> Minutes {
    travel.minutes(items[from].location, items[to].location)
  }

  /// For every visit, the least travel to it from the base or from a visit of this shift that can go right before it
  /// and does not start before `begin`.
  func leastTravel(begin: Minutes) -> [Minutes] {
    items.indices.map { to in
      let item = items[to]
      // Without a base there is no way to the first visit; the cut leaves one way out for it.
      var least = hasBase ? item.out : Minutes.max
      for from in items.indices where from != to {
        let other = items[from]
        if other.latest < begin { continue }
        let minutes = self.minutes(from, to)
        if minutes < least && max(other.release, begin) + other.minutes + minutes <= item.latest { least = minutes }
      }
      return least == .max ? 0 : least
    }
  }

  /// The cut that says: what must lie between two times fits in between, with travel and, where it must, the break.
  func intervalCut(number: ShiftRow, begin: Minutes, end: Minutes, travelTo: [Minutes]) -> ShiftCut? {
    var weights = [Int32](repeating: 0, count: items.count)
    var count = 0
    var dearest: Minutes = 0
    for (index, item) in items.enumerated() where item.release >= begin && item.deadline <= end {
      weights[index] = item.minutes + travelTo[index]
      dearest = max(dearest, travelTo[index])
      count += 1
    }
    if count < 2 { return nil }
    var capacity = end - begin
    // The way to the first of them may lie before the interval; from a shift's start it never does.
    if begin > shift.start || !hasBase { capacity += dearest }
    if shift.breakMinutes > 0 && begin <= shift.breakFrom && end >= shift.breakTo + shift.breakMinutes {
      capacity -= shift.breakMinutes
    }
    return capacity > 0 ? ShiftCut(shift: number, weights: weights, capacity: capacity) : nil
  }
}

/// Travel minutes that no detour undercuts, so that taking a visit out of a route never makes it late.
final class TravelFloor: Sendable {
  private let table: Buffer<Minutes>
  private let size: Int

  init(_ problem: CompiledProblem) {
    size = problem.locationCount
    // However one travels, it takes no less than the quickest way.
    var least = Array(problem.travel.elements.prefix(size * size))
    let modes = problem.travel.count / (size * size)
    for mode in 1..<max(1, modes) {
      for cell in least.indices { least[cell] = min(least[cell], problem.travel[mode * size * size + cell]) }
    }
    table = Buffer(least)
    guard !problem.travelIsMetric || modes > 1 else { return }
    let places = (0..<size).filter { $0 != problem.noBase.index }
    for by in places {
      for from in places {
        for to in places {
          let detour = table[from * size + by] + table[by * size + to]
          if detour < table[from * size + to] { table[from * size + to] = detour }
        }
      }
    }
  }

  @inline(__always) func minutes(_ from: LocationRow, _ to: LocationRow) -> Minutes {
    table[from.index * size + to.index]
  }
}

/// Finds the route of one shift whose visits weigh most, exactly.
///
/// Labels are routes begun: where they are, since when, whether the break is taken, what they weigh and which visits they
/// have had. One label replaces another where it is nowhere later, weighs no less and forgoes no more (D. Feillet,
/// P. Dejax, M. Gendreau, C. Gueguen, "An exact algorithm for the elementary shortest path problem with resource
/// constraints", Networks 44, 2004). Windows, travel, base legs and the break are kept; links and other shifts are not.
final class HeaviestRoute {
  /// Most visits that weigh anything.
  static let mostItems = 64

  /// A visit, by its position among those of the shift, and what it weighs.
  struct Weighted {
    var item: Int
    var weight: Int64
  }

  private struct Label: BitwiseCopyable {
    var visited: UInt64
    var weight: Int64
    /// When the last visit is over.
    var time: Int32
    /// The last visit, as a number among those looked at.
    var last: Int32
    var lacksBreak: Bool
    /// The next label that is over at the same minute, and the next one of the same last visit and break.
    var nextAtMinute: Int32 = -1
    var nextAlike: Int32 = -1
  }

  private let load: ShiftLoad
  private let labels: Buffer<Label>
  private let firstAtMinute: Buffer<Int32>
  private let firstAlike: Buffer<Int32>
  private let minutes: Buffer<Int32>
  private let weights: Buffer<Int64>
  private var items: [Int] = []

  /// - Parameter labelLimit: routes begun beyond which a call gives up.
  init(_ load: ShiftLoad, labelLimit: Int = 20_000) {
    self.load = load
    labels = Buffer(count: labelLimit, repeating: Label(visited: 0, weight: 0, time: 0, last: 0, lacksBreak: false))
    firstAtMinute = Buffer(count: Int(load.shift.end - load.shift.start) + 1, repeating: -1)
    firstAlike = Buffer(count: 2 * Self.mostItems, repeating: -1)
    minutes = Buffer(count: Self.mostItems * Self.mostItems, repeating: 0)
    weights = Buffer(count: Self.mostItems, repeating: 0)
  }

  /// The heaviest route among the shift's visits at these positions: its weight and its visits' positions.
  ///
  /// `nil` where there are too many visits, or too many routes to tell apart.
  func find(_ weighted: [Weighted]) -> (weight: Int64, items: [Int])? {
    let weighted = weighted.filter { $0.weight > 0 && load.items[$0.item].release <= load.items[$0.item].latest }
    guard weighted.count <= Self.mostItems else { return nil }
    set(weighted)
    var count = 0
    for item in items.indices where !add(from: nil, to: item, &count) { return nil }
    var heaviest: (weight: Int64, label: Int) = (0, -1)
    let total = weighted.reduce(0) { $0 + $1.weight }
    for minute in 0..<firstAtMinute.count {
      var next = firstAtMinute[minute]
      while next >= 0 {
        let index = Int(next)
        let label = labels[index]
        next = label.nextAtMinute
        var missed: Int64 = 0
        let reachable = reachable(from: label, &missed)
        if label.weight > heaviest.weight && canEnd(label) { heaviest = (label.weight, index) }
        // Whoever could not pass the heaviest even with all that is left need not go on.
        if total - missed <= heaviest.weight || isReplaced(label, reachable: reachable) { continue }
        labels[index].nextAlike = firstAlike[alike(label)]
        firstAlike[alike(label)] = Int32(index)
        var rest = reachable
        while rest != 0 {
          let to = rest.trailingZeroBitCount
          rest &= rest - 1
          if !add(from: label, to: to, &count) { return nil }
        }
      }
    }
    guard heaviest.label >= 0 else { return (0, []) }
    let visited = labels[heaviest.label].visited
    return (heaviest.weight, items.indices.filter { visited & (1 << UInt64($0)) != 0 }.map { items[$0] })
  }

  private func set(_ weighted: [Weighted]) {
    items = weighted.map(\.item)
    for minute in 0..<firstAtMinute.count { firstAtMinute[minute] = -1 }
    for index in 0..<2 * items.count { firstAlike[index] = -1 }
    for (index, entry) in weighted.enumerated() {
      weights[index] = entry.weight
      for (to, other) in items.enumerated() { minutes[index * Self.mostItems + to] = load.minutes(entry.item, other) }
    }
  }

  private func alike(_ label: Label) -> Int { 2 * Int(label.last) + (label.lacksBreak ? 1 : 0) }

  /// The visits that could come next, without the break; `missed` is what those weigh that the route has not had and
  /// no longer can have.
  private func reachable(from label: Label, _ missed: inout Int64) -> UInt64 {
    var reachable: UInt64 = 0
    for to in items.indices where label.visited & (1 << UInt64(to)) == 0 {
      if label.time + minutes[Int(label.last) * Self.mostItems + to] <= load.items[items[to]].latest {
        reachable |= 1 << UInt64(to)
      } else {
        missed += weights[to]
      }
    }
    return reachable
  }

  /// Whether another label serves at least as well, whatever follows.
  private func isReplaced(_ label: Label, reachable: UInt64) -> Bool {
    var next = firstAlike[alike(label)]
    while next >= 0 {
      let other = labels[next]
      if other.weight >= label.weight && other.visited & reachable & ~label.visited == 0 { return true }
      next = other.nextAlike
    }
    return false
  }

  /// Begins a route with a visit or extends one, both with the break on the way and without; false where there is no room.
  private func add(from label: Label?, to: Int, _ count: inout Int) -> Bool {
    let item = load.items[items[to]]
    let shift = load.shift
    let leaves = label?.time ?? shift.start
    let leg = label.map { minutes[Int($0.last) * Self.mostItems + to] } ?? item.out
    let lacksBreak = label?.lacksBreak ?? (shift.breakMinutes > 0)
    let visited = (label?.visited ?? 0) | 1 << UInt64(to)
    let weight = (label?.weight ?? 0) + weights[to]
    let straight = max(leaves + leg, item.release)
    let over = straight + item.minutes
    // A break that is still to come must be able to begin.
    if straight <= item.latest && !(lacksBreak && over > shift.breakTo) {
      guard count < labels.count else { return false }
      put(Label(visited: visited, weight: weight, time: over, last: Int32(to), lacksBreak: lacksBreak), &count)
    }
    if lacksBreak {
      let rested = max(straight, afterBreak(leaving: leaves, leg: leg))
      if rested <= item.latest {
        guard count < labels.count else { return false }
        put(
          Label(visited: visited, weight: weight, time: rested + item.minutes, last: Int32(to), lacksBreak: false),
          &count)
      }
    }
    return true
  }

  private func put(_ label: Label, _ count: inout Int) {
    let minute = Int(label.time - load.shift.start)
    labels[count] = label
    labels[count].nextAtMinute = firstAtMinute[minute]
    firstAtMinute[minute] = Int32(count)
    count += 1
  }

  /// Whether the route may end here: the way to the base is in the visit's deadline, the break may still have to be taken.
  private func canEnd(_ label: Label) -> Bool {
    if !label.lacksBreak { return true }
    return afterBreak(leaving: label.time, leg: load.items[items[Int(label.last)]].back) <= load.shift.end
  }

  /// Earliest arrival with the break taken on the way; `RouteTiming.never` where it can no longer begin.
  private func afterBreak(leaving time: Int32, leg: Int32) -> Int32 {
    RouteTiming.arrivalAfter(endBefore: time, endAfter: RouteTiming.never, travel: leg, shift: load.shift)
  }
}

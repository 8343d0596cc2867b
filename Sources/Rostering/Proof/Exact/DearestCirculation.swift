/// The circulation of a network that gains most, in whole numbers.
///
/// What a network of least distances costs at least: an arc of unlimited room is a distance that must be kept, one of
/// limited room a distance that may be undercut for a point a minute. By duality the most that a circulation gains is the
/// least that times cost, and the potentials that it leaves are such times (M. Klein, "A primal method for minimal cost
/// flows with applications to the assignment and transportation problems", Management Science 14, 1967).
struct DearestCirculation {
  /// An arc: the time at its end is to lie so far behind the time at its begin.
  struct Arc {
    var from: Int
    var to: Int
    var least: Int
    /// Most that it carries.
    var room: Int
  }

  /// Room of an arc that may carry anything.
  static let unlimited = 1 << 40

  /// Arcs that lead round in a circle, each with the same flow, and what the circle gains.
  struct Circle {
    var arcs: [Int]
    var gain: Int
  }

  private let nodeCount: Int
  private let arcs: [Arc]
  private var flow: [Int]
  /// What the circulation gains; `nil` where there is no end to it.
  private(set) var gain: Int? = 0
  /// A time for each node, 0 for the first; each as early as the others allow.
  private(set) var times: [Int] = []

  init(nodeCount: Int, arcs: [Arc]) {
    self.nodeCount = nodeCount
    self.arcs = arcs
    flow = Array(repeating: 0, count: arcs.count)
    while let circle = gainfulCircle() {
      let amount = circle.map { $0.isBackward ? flow[$0.arc] : arcs[$0.arc].room - flow[$0.arc] }.min() ?? 0
      if amount >= Self.unlimited / 2 {
        gain = nil
        return
      }
      for step in circle {
        flow[step.arc] += step.isBackward ? -amount : amount
        gain? += amount * (step.isBackward ? -arcs[step.arc].least : arcs[step.arc].least)
      }
    }
  }

  private struct Step {
    var arc: Int
    var isBackward: Bool
  }

  /// A circle on which more flow gains; `nil` where there is none, and then the times are set.
  private mutating func gainfulCircle() -> [Step]? {
    var time = [Int](repeating: -Self.unlimited, count: nodeCount)
    time[0] = 0
    var cause = [Step?](repeating: nil, count: nodeCount)
    while true {
      var hasChanged = false
      for (index, arc) in arcs.enumerated() {
        if flow[index] < arc.room && time[arc.from] + arc.least > time[arc.to] {
          time[arc.to] = time[arc.from] + arc.least
          cause[arc.to] = Step(arc: index, isBackward: false)
          hasChanged = true
        }
        if flow[index] > 0 && time[arc.to] - arc.least > time[arc.from] {
          time[arc.from] = time[arc.to] - arc.least
          cause[arc.from] = Step(arc: index, isBackward: true)
          hasChanged = true
        }
      }
      if !hasChanged {
        times = time
        return nil
      }
      if let circle = circle(in: cause) { return circle }
    }
  }

  private func origin(of step: Step) -> Int { step.isBackward ? arcs[step.arc].to : arcs[step.arc].from }

  /// A circle among the causes of the nodes' times, which can only be one that gains.
  private func circle(in cause: [Step?]) -> [Step]? {
    var seenFrom = [Int](repeating: -1, count: nodeCount)
    for start in 0..<nodeCount where seenFrom[start] < 0 {
      var node = start
      while seenFrom[node] < 0, let step = cause[node] {
        seenFrom[node] = start
        node = origin(of: step)
      }
      guard seenFrom[node] == start, cause[node] != nil else { continue }
      var circle: [Step] = []
      var at = node
      repeat {
        guard let step = cause[at] else { return nil }
        circle.append(step)
        at = origin(of: step)
      } while at != node
      return circle
    }
    return nil
  }

  /// Circles that gain something and together make the circulation.
  func circles() -> [Circle] {
    var left = flow
    var leaving = [[Int]](repeating: [], count: nodeCount)
    for index in arcs.indices where left[index] > 0 { leaving[arcs[index].from].append(index) }
    var circles: [Circle] = []
    for first in arcs.indices {
      while left[first] > 0 {
        var path: [Int] = []
        var placeOf: [Int: Int] = [:]
        var node = arcs[first].from
        while placeOf[node] == nil {
          placeOf[node] = path.count
          // What comes in goes out again, so there always is one.
          guard let next = leaving[node].first(where: { left[$0] > 0 }) else { return circles }
          path.append(next)
          node = arcs[next].to
        }
        let circle = Array(path[(placeOf[node] ?? 0)...])
        let amount = circle.map { left[$0] }.min() ?? 0
        for arc in circle { left[arc] -= amount }
        let gain = circle.reduce(0) { $0 + arcs[$1].least }
        if gain > 0 { circles.append(Circle(arcs: circle, gain: gain * amount)) }
      }
    }
    return circles
  }
}

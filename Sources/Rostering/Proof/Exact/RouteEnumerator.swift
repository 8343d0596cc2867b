/// Finds all routes of one shift by labelling sets of tasks, a stop more each round.
///
/// A label is a way to serve a set of tasks, ending with one of them. Of labels with equal set and end only those stay
/// that another does not beat in every respect; since going on from a label never depends on how it came about, no
/// best route is lost, with or without the triangle inequality.
struct RouteEnumerator {
  private struct Label: BitwiseCopyable {
    var mask: UInt64
    /// Position of the last task; −1 at the base.
    var last: Int16
    /// The gap the break was taken in; −1 while to come, or where there is none.
    var breakGap: Int16
    /// Whether the break, if any, is behind.
    var isRested: Bool
    /// Earliest end of the last stop.
    var end: Int32
    var travel: Int32
    var parent: Int32
    /// The timed stops so far, in `chains`.
    var chainStart: Int32
    var chainCount: Int32
    /// Least minutes from the last timed stop's start to the last stop's end.
    var lag: Int32
  }

  private let problem: CompiledProblem
  private let links: TimedLinks
  private let shift: CompiledShift
  private let tasks: [ExactTask]
  /// For each task, the tasks of the same visit, itself included.
  private let siblings: [UInt64]
  private var labels: [Label] = []
  private var chains: [TimedStop] = []
  private var found: ExactRoutes

  private init(_ shift: Int, _ table: ExactTasks, _ problem: CompiledProblem, _ links: TimedLinks) {
    self.problem = problem
    self.links = links
    self.shift = problem.shifts[shift]
    let ofShift = table.ofShift[shift]
    tasks = ofShift.map { table.tasks[$0] }
    siblings = ofShift.map { one in
      var mask: UInt64 = 0
      for (index, other) in ofShift.enumerated() where table.tasks[one].visit == table.tasks[other].visit {
        mask |= 1 << UInt64(index)
      }
      return mask
    }
    found = ExactRoutes(shift: Int32(shift), tasks: ofShift)
  }

  /// All routes of a shift with at least one stop; `nil` where they are too many or `watch` says stop.
  ///
  /// - Parameter limit: most labels to make.
  static func routes(
    of shift: Int, _ table: ExactTasks, _ problem: CompiledProblem, links: TimedLinks, limit: Int,
    watch: ExactWatch
  ) -> ExactRoutes? {
    guard table.ofShift[shift].count <= ExactTasks.mostOfShift else { return nil }
    var enumerator = RouteEnumerator(shift, table, problem, links)
    return enumerator.run(limit: limit, watch: watch) ? enumerator.found : nil
  }

  private mutating func run(limit: Int, watch: ExactWatch) -> Bool {
    labels.append(
      Label(
        mask: 0, last: -1, breakGap: -1, isRested: shift.breakMinutes == 0, end: shift.start, travel: 0, parent: -1,
        chainStart: 0, chainCount: 0, lag: 0))
    var layer = 0..<1
    while !layer.isEmpty {
      var next: [Label] = []
      for index in layer {
        for task in tasks.indices where labels[index].mask & siblings[task] == 0 {
          extend(index, to: task, takingBreak: false, &next)
          if !labels[index].isRested { extend(index, to: task, takingBreak: true, &next) }
        }
        if index % 1024 == 0 && watch.isOver { return false }
        if labels.count + next.count > 4 * limit { return false }
      }
      let first = labels.count
      keepUnbeaten(&next)
      layer = first..<labels.count
      if labels.count > limit { return false }
      close(layer)
    }
    return true
  }

  // MARK: Going on

  private mutating func extend(_ index: Int, to task: Int, takingBreak: Bool, _ next: inout [Label]) {
    let label = labels[index]
    let row = tasks[task]
    let origin = label.last < 0 ? shift.base : tasks[Int(label.last)].location
    var gap = problem.minutes(origin, row.location)
    var ready = label.end &+ gap
    // What the last timed stop's start must not exceed for this to work.
    var latest = row.latest
    if takingBreak {
      if label.end > shift.breakTo { return }
      gap += shift.breakMinutes
      ready = max(label.end &+ gap, shift.breakFrom &+ shift.breakMinutes)
      latest = min(latest, shift.breakTo &+ gap)
    }
    let start = max(ready, row.earliest)
    if start > row.latest || start &+ row.minutes > shift.end { return }
    var new = label
    new.mask |= 1 << UInt64(task)
    new.last = Int16(task)
    new.parent = Int32(index)
    new.travel &+= problem.minutes(origin, row.location)
    new.end = start &+ row.minutes
    if takingBreak {
      new.isRested = true
      new.breakGap = Int16(label.mask.nonzeroBitCount)
    }
    if label.chainCount > 0 || row.isTimed {
      new.chainStart = Int32(chains.count)
      for stop in label.chainStart..<label.chainStart &+ label.chainCount { chains.append(chains[Int(stop)]) }
      if label.chainCount > 0 {
        let last = chains.count - 1
        chains[last].latest = min(chains[last].latest, latest &- label.lag &- gap)
        chains[last].toNext = label.lag &+ gap
      }
      new.lag = label.lag &+ gap &+ row.minutes
    }
    if row.isTimed {
      chains.append(
        TimedStop(
          task: Int32(found.tasks[task]), visit: row.visit, earliest: start, latest: row.latest, toNext: 0))
      new.chainCount &+= 1
      new.lag = row.minutes
    }
    next.append(new)
  }

  /// Adds to `labels` those of a round that no other beats.
  private mutating func keepUnbeaten(_ round: inout [Label]) {
    round.sort { left, right in
      if left.mask != right.mask { return left.mask < right.mask }
      if left.last != right.last { return left.last < right.last }
      if left.travel != right.travel { return left.travel < right.travel }
      return left.end < right.end
    }
    var begin = 0
    while begin < round.count {
      let kept = labels.count
      var index = begin
      while index < round.count && round[index].mask == round[begin].mask && round[index].last == round[begin].last {
        let label = round[index]
        if !(kept..<labels.count).contains(where: { beats(labels[$0], label) }) { labels.append(label) }
        index += 1
      }
      begin = index
    }
  }

  /// Whether all that can follow one label can follow the other, at no more travel.
  private func beats(_ left: Label, _ right: Label) -> Bool {
    if left.travel > right.travel || left.end > right.end { return false }
    if !left.isRested && right.isRested { return false }
    if left.chainCount != right.chainCount { return false }
    if left.chainCount == 0 { return true }
    if left.lag > right.lag { return false }
    let (a, b) = (Int(left.chainStart), Int(right.chainStart))
    for offset in 0..<Int(left.chainCount) {
      if !Self.allows(chains[a + offset], chains[b + offset], isLast: offset + 1 == Int(left.chainCount)) {
        return false
      }
    }
    return true
  }

  private static func allows(_ left: TimedStop, _ right: TimedStop, isLast: Bool) -> Bool {
    left.task == right.task && left.earliest <= right.earliest && left.latest >= right.latest
      && (isLast || left.toNext <= right.toNext)
  }

  // MARK: Going home

  /// A route as it comes home, not yet written out.
  private struct Closed {
    var label: Int
    var travel: Int32
    var breakGap: Int16
    var chain: [TimedStop]
  }

  /// Takes the labels of a round back to the base and keeps the routes that no other beats.
  private mutating func close(_ layer: Range<Int>) {
    var begin = layer.lowerBound
    while begin < layer.upperBound {
      var end = begin
      var closed: [Closed] = []
      while end < layer.upperBound && labels[end].mask == labels[begin].mask {
        if let route = closing(end), links.holdTogether(route.chain) { closed.append(route) }
        end += 1
      }
      closed.sort { ($0.travel, $0.label) < ($1.travel, $1.label) }
      var kept: [Closed] = []
      for route in closed where !kept.contains(where: { Self.beats($0, route) }) { kept.append(route) }
      for route in kept { write(route) }
      begin = end
    }
  }

  private func closing(_ index: Int) -> Closed? {
    let label = labels[index]
    let back = problem.minutes(tasks[Int(label.last)].location, shift.base)
    // Latest end of the last stop.
    var latestEnd = shift.end &- back
    var breakGap = label.breakGap
    if !label.isRested {
      if label.end > shift.breakTo || shift.breakFrom &+ shift.breakMinutes > shift.end { return nil }
      latestEnd = min(latestEnd &- shift.breakMinutes, shift.breakTo)
      breakGap = Int16(label.mask.nonzeroBitCount)
    }
    if label.end > latestEnd { return nil }
    var chain = Array(chains[Int(label.chainStart)..<Int(label.chainStart &+ label.chainCount)])
    if let last = chain.indices.last {
      chain[last].latest = min(chain[last].latest, latestEnd &- label.lag)
      for stop in chain.indices.dropLast().reversed() {
        chain[stop].latest = min(chain[stop].latest, chain[stop + 1].latest &- chain[stop].toNext)
      }
    }
    return Closed(label: index, travel: label.travel &+ back, breakGap: breakGap, chain: chain)
  }

  private static func beats(_ left: Closed, _ right: Closed) -> Bool {
    left.travel <= right.travel
      && left.chain.indices.allSatisfy {
        allows(left.chain[$0], right.chain[$0], isLast: $0 + 1 == left.chain.count)
      }
  }

  private mutating func write(_ route: Closed) {
    var order: [UInt8] = []
    var index = route.label
    var service: Int32 = 0
    while labels[index].last >= 0 {
      order.append(UInt8(labels[index].last))
      service += tasks[Int(labels[index].last)].minutes
      index = Int(labels[index].parent)
    }
    found.masks.append(labels[route.label].mask)
    found.travel.append(route.travel)
    found.minutes.append(service + route.travel)
    found.orders += order.reversed()
    found.orderStart.append(Int32(found.orders.count))
    found.breakGap.append(Int8(route.breakGap))
    found.timed += route.chain
    found.timedStart.append(Int32(found.timed.count))
  }
}

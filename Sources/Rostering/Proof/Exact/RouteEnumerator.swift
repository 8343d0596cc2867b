/// Finds all routes of one shift by labelling sets of tasks, a stop more each round.
///
/// A label is a way to serve a set of tasks, ending with one of them. Of labels with equal set and end only those stay
/// that another does not beat in every respect; since going on from a label never depends on how it came about, no
/// best route is lost, with or without the triangle inequality.
struct RouteEnumerator: ~Copyable {
  private let table: ExactTasks
  private let links: TimedLinks
  private var labeller: RouteLabeller<TaskSets>
  private var found: ExactRoutes

  private init(
    _ shift: ShiftRow, _ table: ExactTasks, _ problem: CompiledProblem, _ links: TimedLinks, limit: Int,
    watch: ExactWatch
  ) {
    self.table = table
    self.links = links
    found = ExactRoutes(shift: shift, tasks: table.ofShift[shift.index])
    let tasks = found.tasks.map { table.tasks[$0] }
    let row = problem.shifts[shift]
    let stops = ShiftStops(
      row,
      tasks.map { task in
        ShiftStops.Stop(
          release: task.earliest, latest: min(task.latest, row.end - task.minutes), minutes: task.minutes,
          out: problem.minutes(row.base, task.location, in: row),
          back: problem.minutes(task.location, row.base, in: row))
      }
    ) { problem.minutes(tasks[$0].location, tasks[$1].location, in: row) }
    labeller = RouteLabeller(stops, TaskSets(row, found.tasks, tasks, limit: limit, watch: watch))
  }

  /// All routes of a shift with at least one stop; `nil` where they are too many or `watch` says stop.
  ///
  /// - Parameter limit: most labels to keep.
  static func routes(
    of shift: ShiftRow, _ table: ExactTasks, _ problem: CompiledProblem, links: TimedLinks, limit: Int,
    watch: ExactWatch
  ) -> ExactRoutes? {
    guard table.ofShift[shift.index].count <= ExactTasks.mostOfShift else { return nil }
    var enumerator = RouteEnumerator(shift, table, problem, links, limit: limit, watch: watch)
    guard enumerator.labeller.run() else { return nil }
    enumerator.close()
    return enumerator.found
  }

  // MARK: Going home

  /// A route as it comes home, not yet written out.
  private struct Closed {
    var label: Int32
    var travel: Minutes
    var breakGap: Int16
    var chain: [TimedStop]
  }

  /// Takes the labels back to the base and keeps, of each set of tasks, the routes that no other beats.
  private mutating func close() {
    let end = Int32(labeller.kept.count)
    var begin: Minutes = 1
    while begin < end {
      let mask = labeller.kept[begin].load.mask
      var closed: [Closed] = []
      while begin < end && labeller.kept[begin].load.mask == mask {
        if let route = closing(begin), links.holdTogether(route.chain) { closed.append(route) }
        begin += 1
      }
      closed.sort { ($0.travel, $0.label) < ($1.travel, $1.label) }
      var kept: [Closed] = []
      for route in closed where !kept.contains(where: { Self.beats($0, route) }) { kept.append(route) }
      for route in kept { write(route) }
    }
  }

  private func closing(_ index: Int32) -> Closed? {
    let label = labeller.kept[index]
    let latestEnd = labeller.stops.latestEnd(of: label.stop, isRested: label.isRested)
    if label.end > latestEnd { return nil }
    var chain = labeller.rule.chain(of: label.load)
    if let last = chain.indices.last {
      chain[last].latest = min(chain[last].latest, latestEnd &- label.load.lag)
      for stop in chain.indices.dropLast().reversed() {
        chain[stop].latest = min(chain[stop].latest, chain[stop + 1].latest &- chain[stop].toNext)
      }
    }
    return Closed(
      label: index, travel: label.load.travel &+ labeller.stops.stops[label.stop].back,
      breakGap: label.isRested ? label.load.breakGap : Int16(label.load.mask.nonzeroBitCount), chain: chain)
  }

  private static func beats(_ left: Closed, _ right: Closed) -> Bool {
    left.travel <= right.travel
      && left.chain.indices.allSatisfy {
        left.chain[$0].allows(right.chain[$0], isLast: $0 + 1 == left.chain.count)
      }
  }

  private mutating func write(_ route: Closed) {
    let order = labeller.stops(of: route.label).reversed()
    let service = order.reduce(Minutes(0)) { $0 + labeller.stops.stops[$1].minutes }
    found.masks.append(labeller.kept[route.label].load.mask)
    found.travel.append(route.travel)
    found.minutes.append(service + route.travel)
    found.orders += order.map { UInt8($0) }
    found.orderStart.append(Int32(found.orders.count))
    found.breakGap.append(Int8(route.breakGap))
    found.timed += route.chain
    found.timedStart.append(Int32(found.timed.count))
  }
}

/// Labels of sets of tasks, of which the shortest, the earliest and those that leave other routes most choice stay.
private struct TaskSets: LabelRule {
  struct Load: BitwiseCopyable {
    var mask: UInt64 = 0
    var travel: Minutes = 0
    /// The timed stops so far, in `chains`.
    var chainStart: Int32 = 0
    var chainCount: Int32 = 0
    /// Least minutes from the last timed stop's start to the last stop's end.
    var lag: Minutes = 0
    /// The gap the break was taken in; −1 while to come, or where there is none.
    var breakGap: Int16 = -1
  }

  private let shift: CompiledShift
  /// The tasks and their numbers in the table of all.
  private let tasks: [ExactTask]
  private let numbers: [Int]
  /// For each task, the tasks of the same visit, itself included.
  private let siblings: [UInt64]
  private let limit: Int
  private let watch: ExactWatch
  private var chains: [TimedStop] = []
  /// Where the labels kept of the set and the last task at hand begin.
  private var alike: Int32 = 0

  init(_ shift: CompiledShift, _ numbers: [Int], _ tasks: [ExactTask], limit: Int, watch: ExactWatch) {
    self.shift = shift
    self.numbers = numbers
    self.tasks = tasks
    siblings = tasks.map { one in
      tasks.enumerated().reduce(UInt64(0)) { $1.element.visit == one.visit ? $0 | 1 << UInt64($1.offset) : $0 }
    }
    self.limit = limit
    self.watch = watch
  }

  var atBase: Load { Load() }
  var rankCount: Int { tasks.count + 1 }

  func rank(of label: Label) -> Int { label.load.mask.nonzeroBitCount }

  func admits(_ stop: Int32, behind label: Label) -> Bool { label.load.mask & siblings[Int(stop)] == 0 }

  func goesOn(after count: LabelCount) -> Bool {
    count.kept <= limit && count.kept + count.waiting <= 4 * limit && !(count.extended % 1024 == 1 && watch.isOver)
  }

  mutating func load(of label: Label, at stop: Int32, by step: RouteStep) -> Load? {
    let (old, task) = (label.load, tasks[Int(stop)])
    var new = old
    new.mask |= 1 << UInt64(stop)
    new.travel &+= step.travel
    if step.rests { new.breakGap = Int16(old.mask.nonzeroBitCount) }
    if old.chainCount > 0 || task.isTimed {
      let gap = step.rests ? step.travel &+ shift.breakMinutes : step.travel
      new.chainStart = Int32(chains.count)
      for stop in old.chainStart..<old.chainStart &+ old.chainCount { chains.append(chains[Int(stop)]) }
      if old.chainCount > 0 {
        let last = chains.count - 1
        // What the last timed stop's start must not exceed for this to work.
        let latest = step.rests ? min(task.latest, shift.breakTo &+ gap) : task.latest
        chains[last].latest = min(chains[last].latest, latest &- old.lag &- gap)
        chains[last].toNext = old.lag &+ gap
      }
      new.lag = old.lag &+ gap &+ task.minutes
    }
    if task.isTimed {
      chains.append(
        TimedStop(
          task: Int32(numbers[Int(stop)]), visit: task.visit, earliest: step.start, latest: task.latest, toNext: 0))
      new.chainCount &+= 1
      new.lag = task.minutes
    }
    return new
  }

  /// By set and last task, the shortest first.
  func arrange(_ rank: inout [Int32], _ waiting: borrowing LabelList<Load>, _ kept: borrowing LabelList<Load>) {
    struct Key {
      let mask: UInt64
      let stop: Int32
      let travel: Minutes
      let end: Minutes
      let place: Int32
    }
    var keys: [Key] = []
    keys.reserveCapacity(rank.count)
    for place in rank.reversed() {
      let label = waiting[place]
      keys.append(
        Key(mask: label.load.mask, stop: label.stop, travel: label.load.travel, end: label.end, place: place))
    }
    keys.sort { left, right in
      if left.mask != right.mask { return left.mask < right.mask }
      if left.stop != right.stop { return left.stop < right.stop }
      if left.travel != right.travel { return left.travel < right.travel }
      return left.end < right.end
    }
    for index in keys.indices { rank[index] = keys[index].place }
  }

  mutating func keeps(_ label: inout Label, at index: Int32, _ kept: borrowing LabelList<Load>) -> Bool {
    let last = kept[index - 1]
    if last.load.mask != label.load.mask || last.stop != label.stop { alike = index }
    for other in alike..<index where beats(kept[other], label) { return false }
    return true
  }

  /// Whether all that can follow one label can follow the other, at no more travel.
  private func beats(_ left: Label, _ right: Label) -> Bool {
    if left.load.travel > right.load.travel || left.end > right.end { return false }
    if !left.isRested && right.isRested { return false }
    if left.load.chainCount != right.load.chainCount { return false }
    if left.load.chainCount == 0 { return true }
    if left.load.lag > right.load.lag { return false }
    let (a, b, count) = (Int(left.load.chainStart), Int(right.load.chainStart), Int(left.load.chainCount))
    for offset in 0..<count where !chains[a + offset].allows(chains[b + offset], isLast: offset + 1 == count) {
      return false
    }
    return true
  }

  func chain(of load: Load) -> [TimedStop] {
    Array(chains[Int(load.chainStart)..<Int(load.chainStart &+ load.chainCount)])
  }
}

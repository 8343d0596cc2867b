/// A route begun: where it is and since when, and what a search carries along.
struct RouteLabel<Load: BitwiseCopyable>: BitwiseCopyable {
  /// The last stop; −1 at the base.
  var stop: Int32
  /// Its earliest end; the begin of the shift at the base.
  var end: Minutes
  /// The label that it went on from; −1 at the base.
  var parent: Int32
  /// The next label that waits to be looked at in the same rank.
  fileprivate(set) var next: Int32 = -1
  /// Whether the break, if any, is behind.
  var isRested: Bool
  var load: Load
}

/// How a label goes on to a stop.
struct RouteStep: BitwiseCopyable {
  var travel: Minutes
  /// Earliest start of the stop.
  var start: Minutes
  /// Whether the break is taken on the way.
  var rests: Bool
}

/// What a search among the routes of one shift is after: what its labels carry, the order in which they are looked at,
/// and which of them others make needless.
protocol LabelRule {
  /// What a label carries beside place and time.
  associatedtype Load: BitwiseCopyable
  typealias Label = RouteLabel<Load>

  /// What the label at the base carries.
  var atBase: Load { get }

  /// How many ranks there are.
  var rankCount: Int { get }

  /// The rank in which a label is looked at: one after that of the label it went on from.
  func rank(of label: Label) -> Int

  /// Whether a label may go on to a stop, time apart.
  func admits(_ stop: Int32, behind label: Label) -> Bool

  /// What a label carries that goes on to a stop; `nil` where it is not worth making.
  mutating func load(of label: Label, at stop: Int32, by step: RouteStep) -> Load?

  /// The place of a waiting label of the same rank and stop that a new one, just found worth making, stands in for; −1
  /// for none.
  func rival(at stop: Int32, by step: RouteStep) -> Int32

  /// Hears where a new label waits.
  mutating func waits(at place: Int32, for stop: Int32, by step: RouteStep)

  /// Puts the waiting labels of a rank, the newest first, into the order in which they are looked at.
  mutating func arrange(_ rank: inout [Int32], _ waiting: borrowing LabelList<Load>, _ kept: borrowing LabelList<Load>)

  /// Whether a label goes on, none of those kept making it needless; if so, it is kept at an index.
  mutating func keeps(_ label: inout Label, at index: Int32, _ kept: borrowing LabelList<Load>) -> Bool

  /// Whether the search goes on after so many labels.
  func goesOn(after count: LabelCount) -> Bool
}

/// How far a search has come.
struct LabelCount: BitwiseCopyable {
  /// Labels made in all.
  var made: Int
  /// Labels that none makes needless.
  var kept: Int
  /// Labels not yet looked at.
  var waiting: Int
  /// Labels kept that have gone on.
  var extended: Int
}

extension LabelRule {
  @inline(__always) func rival(at stop: Int32, by step: RouteStep) -> Int32 { -1 }

  @inline(__always) mutating func waits(at place: Int32, for stop: Int32, by step: RouteStep) {}

  mutating func arrange(
    _ rank: inout [Int32], _ waiting: borrowing LabelList<Load>, _ kept: borrowing LabelList<Load>
  ) {}
}

/// A flat list of labels.
struct LabelList<Load: BitwiseCopyable>: ~Copyable {
  typealias Label = RouteLabel<Load>

  private var base: UnsafeMutablePointer<Label>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inline(__always) subscript(index: Int32) -> Label {
    get {
      assert(index >= 0 && index < count)
      return base[Int(index)]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[Int(index)] = newValue
    }
  }

  @inline(__always) mutating func append(_ label: Label) {
    if count == capacity { grow() }
    (base + count).initialize(to: label)
    count += 1
  }

  mutating func removeAll() { count = 0 }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Label>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}

/// Labels the routes of one shift: from the base to stop after stop, each with the break on the way and without it.
///
/// The one place where routes of a shift are searched through; what a search is after is its rule, for which the code is
/// specialised. Labels are looked at rank by rank. Windows, travel, the base and the break are kept here, and no label is
/// made that can no longer take its break. (The method is that of M. Desrochers, F. Soumis, "A generalized permanent
/// labelling algorithm for the shortest path problem with time windows", INFOR 26, 1988.)
struct RouteLabeller<Rule: LabelRule>: ~Copyable {
  typealias Label = RouteLabel<Rule.Load>

  var rule: Rule
  private(set) var stops: ShiftStops
  /// The labels that none makes needless, in the order in which they were looked at; the first is the one at the base.
  private(set) var kept = LabelList<Rule.Load>()
  /// Labels not yet looked at, and places of such as were.
  private var waiting = LabelList<Rule.Load>()
  private var waitingCount = 0
  private var firstFree: Int32 = -1
  private var firstOfRank: [Int32] = []
  private var made = 0

  init(_ stops: ShiftStops, _ rule: Rule) {
    self.stops = stops
    self.rule = rule
  }

  /// Takes up another search, in the memory of the last one.
  mutating func begin(_ stops: ShiftStops) {
    self.stops = stops
    kept.removeAll()
    waiting.removeAll()
    (waitingCount, firstFree, made) = (0, -1, 0)
  }

  /// Looks through all routes; returns false where the rule ended the search before.
  mutating func run() -> Bool {
    firstOfRank.removeAll(keepingCapacity: true)
    firstOfRank.append(contentsOf: repeatElement(-1, count: rule.rankCount))
    let shift = stops.shift
    kept.append(
      Label(stop: -1, end: shift.start, parent: -1, isRested: shift.breakMinutes == 0, load: rule.atBase))
    if !extend(0) { return false }
    var members: [Int32] = []
    for rank in firstOfRank.indices where firstOfRank[rank] >= 0 {
      members.removeAll(keepingCapacity: true)
      var next = firstOfRank[rank]
      while next >= 0 {
        members.append(next)
        next = waiting[next].next
      }
      waitingCount -= members.count
      rule.arrange(&members, waiting, kept)
      let begin = Int32(kept.count)
      for place in members {
        var label = waiting[place]
        waiting[place].next = firstFree
        firstFree = place
        if rule.keeps(&label, at: Int32(kept.count), kept) { kept.append(label) }
      }
      for index in begin..<Int32(kept.count) where !extend(index) { return false }
    }
    return true
  }

  /// Takes a label on to all stops that may follow; returns whether the search goes on.
  private mutating func extend(_ index: Int32) -> Bool {
    let shift = stops.shift
    let label = kept[index]
    for number in stops.legs(from: label.stop) {
      let leg = stops.leg(number)
      let stop = stops.stops[leg.to]
      let start = max(label.end &+ leg.travel, stop.release)
      // With the break on the way it is later still.
      if start > stop.latest || !rule.admits(leg.to, behind: label) { continue }
      if label.isRested || start &+ stop.minutes <= shift.breakTo {
        add(index, label, leg.to, stop, RouteStep(travel: leg.travel, start: start, rests: false))
      }
      if label.isRested { continue }
      let rested = max(
        RouteTiming.afterBreak(leaving: label.end, travel: leg.travel, shift: shift), stop.release)
      if rested <= stop.latest {
        add(index, label, leg.to, stop, RouteStep(travel: leg.travel, start: rested, rests: true))
      }
    }
    return rule.goesOn(
      after: LabelCount(made: made, kept: kept.count, waiting: waitingCount, extended: Int(index) + 1))
  }

  @inline(__always)
  private mutating func add(
    _ parent: Int32, _ label: Label, _ stop: Int32, _ row: ShiftStops.Stop, _ step: RouteStep
  ) {
    guard let load = rule.load(of: label, at: stop, by: step) else { return }
    var new = Label(
      stop: stop, end: step.start &+ row.minutes, parent: parent, isRested: label.isRested || step.rests, load: load)
    made += 1
    let rival = rule.rival(at: stop, by: step)
    if rival >= 0 {
      new.next = waiting[rival].next
      waiting[rival] = new
      return
    }
    let rank = rule.rank(of: new)
    new.next = firstOfRank[rank]
    if firstFree >= 0 {
      firstOfRank[rank] = firstFree
      firstFree = waiting[firstOfRank[rank]].next
      waiting[firstOfRank[rank]] = new
    } else {
      firstOfRank[rank] = Int32(waiting.count)
      waiting.append(new)
    }
    rule.waits(at: firstOfRank[rank], for: stop, by: step)
    waitingCount += 1
  }

  /// The stops of a kept label's route, last to first.
  func stops(of index: Int32) -> [Int32] {
    var stops: [Int32] = []
    var label = kept[index]
    while label.stop >= 0 {
      stops.append(label.stop)
      label = kept[label.parent]
    }
    return stops
  }
}

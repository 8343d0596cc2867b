/// One day's problem of a public research set, in the set's own terms and units of time.
///
/// Both sets that Samma reads say the same in different words: tasks with windows, caregivers with routes from and back
/// to a place, tasks that go in pairs, and the travel to be made little.
public struct PublicProblem: Hashable, Sendable {
  /// The file formats of the sets.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// AMPL data of D. Bredström and M. Rönnqvist (European Journal of Operational Research 191, 2008).
    case bredstromRonnqvist = "bredstrom-ronnqvist"
    /// Unified JSON of S. Ceschia et al. (International Transactions in Operational Research, 2026).
    case uhhc
    /// The consistent vehicle routing problems of C. Groër et al. (Manufacturing & Service Operations Management 11, 2009):
    /// several days, read as a `ConsistentProblem`.
    case convrp
  }

  /// What has to lie in a task's window.
  public enum WindowRule: Hashable, Sendable {
    /// The start of the service.
    case start
    /// The whole service.
    case service
  }

  /// Someone who serves tasks on one route a day.
  public struct Caregiver: Hashable, Sendable {
    /// The caregiver's id.
    public var id: String
    /// What the caregiver can do.
    public var abilities: [String]
    /// Where the route starts and ends, a position in `places`.
    public var place: Int
    /// When the route may start.
    public var start: Double
    /// When the route must have ended.
    public var end: Double
    /// Whether `start` and `end` are rules; without a shift, they only say within which hours routes are looked for.
    public var hasShift = true
    /// Whether the day is to hold the problem's lunch break.
    public var hasLunch = false
  }

  /// A break of caregivers who have one, at a place of their route.
  public struct Lunch: Hashable, Sendable {
    /// When it begins at the earliest.
    public var opens: Double
    /// When it begins, or, where whole services lie in their windows, ends at the latest.
    public var closes: Double
    /// How long it takes at least.
    public var duration: Double
  }

  /// A time in which a task is wished for.
  public struct Window: Hashable, Sendable {
    /// When it opens.
    public var opens: Double
    /// When it closes; the problem's `windowRule` says for what.
    public var closes: Double
  }

  /// One caregiver's service at one place.
  public struct Task: Hashable, Sendable {
    /// The task's id.
    public var id: String
    /// Whom it serves; the two services of one patient share it.
    public var patient: String
    /// Where it is served, a position in `places`.
    public var place: Int
    /// The ability asked for, where one is.
    public var ability: String?
    /// How long it takes.
    public var duration: Double
    /// When its window opens.
    public var opens: Double
    /// When its window closes; `windowRule` says for what.
    public var closes: Double
    /// Caregivers who may not serve it.
    public var refused: [String] = []
    /// Caregivers whom the patient wishes for, where there are such.
    public var preferred: [String] = []
    /// Whether the patient may be left out.
    public var isOptional = false
    /// Further windows, each later than the one before.
    public var laterWindows: [Window] = []

    /// All windows in order.
    public var windows: [Window] { [Window(opens: opens, closes: closes)] + laterWindows }
  }

  /// Two tasks for two different caregivers.
  public struct Pair: Hashable, Sendable {
    /// The first task, a position in `tasks`.
    public var first: Int
    /// The second task.
    public var second: Int
    /// From the start of the first to the start of the second, where that is ruled.
    public var gap: ClosedRange<Double>?

    /// Whether the two start together.
    public var startsTogether: Bool { gap == 0...0 }

    /// A pair whose tasks start together, or whenever they like.
    init(first: Int, second: Int, startsTogether: Bool) {
      self.init(first: first, second: second, gap: startsTogether ? 0...0 : nil)
    }

    /// A pair whose second task starts so long after its first.
    init(first: Int, second: Int, gap: ClosedRange<Double>?) {
      (self.first, self.second, self.gap) = (first, second, gap)
    }
  }

  /// The problem's name.
  public var name: String
  /// The set's format.
  public var format: Format
  /// What has to lie in a window.
  public var windowRule: WindowRule
  /// All places by name.
  public var places: [String]
  /// Time from place to place: row from, column to.
  public var distances: [[Double]]
  /// All caregivers.
  public var caregivers: [Caregiver]
  /// All tasks.
  public var tasks: [Task]
  /// Tasks that go together; no task is in two pairs.
  public var pairs: [Pair]
  /// The length of the day that publications call nine hours, where the set has one.
  public var nineHours: Double?
  /// How much each caregiver (column) wishes for each task (row), where the set says; the second objective of
  /// Bredström and Rönnqvist.
  public var preferences: [[Double]] = []
  /// What answers cost.
  public var objective = PublicObjective.travelAlone
  /// The lunch break, where caregivers have one.
  public var lunch: Lunch?
  /// Whether caregivers set out when their shift starts rather than as late as their first task lets them.
  public var leavesAtShiftStart = false

  /// Hours as the set's publications count them, where they do.
  public func hours(_ time: Double) -> Double? { nineHours.map { time * 9 / $0 } }

  /// The latest start of a task.
  func latestStart(of task: Task) -> Double { latestStart(of: task, in: task.windows[0]) }

  /// The latest start of a task in one of its windows.
  func latestStart(of task: Task, in window: Window) -> Double {
    windowRule == .start ? window.closes : window.closes - task.duration
  }

  /// By how much a start is after the window in or behind which it lies.
  func lateness(of task: Task, at start: Double) -> Double {
    let window = task.windows.last { $0.opens <= start } ?? task.windows[0]
    return max(0, start - latestStart(of: task, in: window))
  }
}

extension PublicProblem {
  /// The tasks that one visit of the instance stands for: one task, or both of a pair that is one visit for two.
  struct Group {
    var tasks: [Int]
    /// The visit's id on one day.
    var id: String
    var client: String
  }

  /// The visits of one day.
  var groups: [Group] {
    var second: [Int: Int] = [:]
    var joined: Set<Int> = []
    for pair in pairs where isOneVisit(pair) {
      second[pair.first] = pair.second
      joined.insert(pair.second)
    }
    return tasks.indices.filter { !joined.contains($0) }.map { index in
      let members = [index] + (second[index].map { [$0] } ?? [])
      let patients = members.map { tasks[$0].patient }
      return Group(
        tasks: members, id: members.map { tasks[$0].id }.joined(separator: "+"),
        client: Set(patients).count == 1 ? patients[0] : patients.joined(separator: "+"))
    }
  }

  /// Whether the two tasks of a pair are alike in all that a visit for two has only once.
  private func isOneVisit(_ pair: Pair) -> Bool {
    let (a, b) = (tasks[pair.first], tasks[pair.second])
    // Of two late services each is late, of a late visit for two only the visit.
    guard pair.startsTogether, objective.isRule(.tardiness), a.duration == b.duration, a.windows == b.windows,
      a.ability == b.ability, Set(a.refused) == Set(b.refused)
    else { return false }
    return areOnePlace(pair)
  }

  /// Whether the two tasks of a pair lie at one place, or at two that are equally far from all others.
  func areOnePlace(_ pair: Pair) -> Bool {
    let (a, b) = (tasks[pair.first].place, tasks[pair.second].place)
    return a == b
      || places.indices.allSatisfy { place in
        place == a || place == b
          || (distances[a][place] == distances[b][place] && distances[place][a] == distances[place][b])
      }
  }

  /// A visit's or a shift's id in a repetition of the day; the plain id where the day is planned once.
  static func id(_ plain: String, day: Int, of days: Int) -> String { days == 1 ? plain : "\(plain)@\(day + 1)" }
}

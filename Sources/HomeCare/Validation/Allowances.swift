/// What an instance's exceptions allow, for whoever plans; visits, shifts and staff are named by their rows.
///
/// Where several exceptions speak of one thing, the widest minutes of H2 and H3 hold, the caps of H11 add up, and of H4
/// the last one does. The checker judges exceptions in code of its own.
public struct Allowances: Sendable {
  /// Minutes by which something begins sooner and ends later.
  private struct Widening {
    var before = 0
    var after = 0

    mutating func take(_ exception: RuleException) {
      (before, after) = (max(before, exception.before), max(after, exception.after))
    }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private struct Permit: Hashable {
    let staff: Int
    let visit: Int
    let rule: Rule
  }

  private let draft: InstanceDraft
  private var widenings: [Int: Widening] = [:]
  private var overtime: [Int: Widening] = [:]
  private var withoutBreak: Set<Int> = []
  private var ways: [Pair: Int] = [:]
  private var permits: Set<Permit> = []
  private var raises: [Int: Int] = [:]
  private var overlaps: Set<Pair> = []

  /// Whether there are no exceptions at all, so that nothing need be asked.
  public let isEmpty: Bool

  /// What the exceptions of an instance allow.
  public init(_ instance: Instance) {
    func rows<Row, Subject>(
      _ table: [Row], _ id: (Row) -> Identifier<Subject>
    ) -> [Identifier<Subject>: Int] {
      instance.exceptions.isEmpty
        ? [:] : Dictionary(uniqueKeysWithValues: table.enumerated().map { (id($1), $0) })
    }
    var draft = instance.tables
    draft.exceptions = instance.exceptions
    self.init(
      draft, visits: rows(instance.visits, \.id), shifts: rows(instance.shifts, \.id),
      staff: rows(instance.staff, \.id))
  }

  /// What the exceptions of a draft allow; those that name no rows of it allow nothing.
  init(
    _ draft: InstanceDraft, visits: [VisitID: Int], shifts: [ShiftID: Int], staff: [StaffID: Int]
  ) {
    self.draft = draft
    isEmpty = draft.exceptions.isEmpty
    for exception in draft.exceptions
    where InputLimits.widening.contains(exception.before) && InputLimits.widening.contains(exception.after)
      && InputLimits.exceptionMinutes.contains(exception.minutes ?? 0)
    {
      let visit = exception.visit.flatMap { visits[$0] }
      let second = exception.second.flatMap { visits[$0] }
      let shift = exception.shift.flatMap { shifts[$0] }
      let member = exception.staff.flatMap { staff[$0] }
      switch exception.rule {
      case .window: if let visit { widenings[visit, default: Widening()].take(exception) }
      case .shift: if let shift { overtime[shift, default: Widening()].take(exception) }
      case .route:
        if let visit, let second, let minutes = exception.minutes {
          ways[Pair(first: visit, second: second)] = minutes
        }
      case .breakRoom: if let shift { withoutBreak.insert(shift) }
      case let rule where rule.isOfPairs:
        if let visit, let member { permits.insert(Permit(staff: member, visit: visit, rule: rule)) }
      case .hours: if let member, let minutes = exception.minutes { raises[member, default: 0] += minutes }
      case .ownTime:
        if let visit, let second { overlaps.insert(Pair(first: min(visit, second), second: max(visit, second))) }
      default: break
      }
    }
  }

  /// Minutes by which each window of a visit begins sooner and ends later.
  public func widening(of visit: Int) -> (before: Int, after: Int) {
    widenings[visit].map { ($0.before, $0.after) } ?? (0, 0)
  }

  /// Windows of a visit as exceptions widen them.
  func widened(_ windows: [VisitWindow], of visit: Int) -> [VisitWindow] {
    guard let widening = widenings[visit] else { return windows }
    return windows.map { $0.widened(before: widening.before, after: widening.after) }
  }

  /// The windows of a visit as exceptions widen them, its own first, in the order of `Instance.windows(of:)`.
  public func windows(of visit: Int, in instance: Instance) -> [VisitWindow] {
    widened(instance.windows(of: instance.visits[visit]), of: visit)
  }

  /// When a shift begins and ends, overtime included.
  public func hours(of shift: Int) -> (start: LocalDateTime, end: LocalDateTime) {
    let row = draft.shifts[shift]
    let over = overtime[shift] ?? Widening()
    return (row.start.advanced(by: -over.before), row.end.advanced(by: over.after))
  }

  /// Whether a shift has a break that it must hold.
  public func hasBreak(_ shift: Int) -> Bool { draft.shifts[shift].breakRule != nil && !withoutBreak.contains(shift) }

  /// Minutes of the way from a visit to one that follows it directly, where an exception says so.
  public func way(from visit: Int, to second: Int) -> Int? {
    ways.isEmpty ? nil : ways[Pair(first: visit, second: second)]
  }

  /// Whether a staff member may serve a visit although a rule of pairs keeps them from it.
  public func permits(_ staff: Int, _ visit: Int, _ rule: Rule) -> Bool {
    !permits.isEmpty && permits.contains(Permit(staff: staff, visit: visit, rule: rule))
  }

  /// Most minutes that a staff member may work, raised where exceptions say so; `nil` where there is no cap.
  public func cap(of staff: Int) -> Int? { draft.staff[staff].maxMinutes.map { $0 + raises[staff, default: 0] } }

  /// Whether an exception says that two visits of one client may overlap.
  public func mayOverlap(_ visit: Int, _ second: Int) -> Bool {
    !overlaps.isEmpty && overlaps.contains(Pair(first: min(visit, second), second: max(visit, second)))
  }
}

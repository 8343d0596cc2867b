/// A row that speaks of the times of routes that are chosen together: that some do not fit together, or what steadiness
/// they forgo.
///
/// The coefficients of the routes chosen sum up to at most `bound`, and to the unsteady minutes of `series` beyond it
/// (logic-based Benders decomposition: J. N. Hooker, G. Ottosson, "Logic-based Benders decomposition", Mathematical
/// Programming 96, 2003).
struct TimingCut {
  /// Facts that one route implies. Where they speak of a visit for one, any shift's route may, since only one does.
  private struct Group {
    /// The shift whose routes are meant; none for those of all shifts.
    var shift: ShiftRow
    var facts: [TimedRoutes.Fact]
    /// How much a route counts that implies them all.
    var count: Int
  }

  let bound: Int
  /// The series whose unsteady minutes the row counts, those that routes have by themselves among the coefficients.
  let series: Set<SeriesRow>
  /// The routes that count, by shift, each with its coefficient.
  let routes: [ShiftRow: [(route: Int32, coefficient: Int)]]
  private let groups: [Group]
  private let rules: TimingRules

  /// The cut of a conflict: of the routes that imply all the facts of their shift, at most as many less one are chosen.
  init(_ conflict: TimedRoutes.Conflict, _ routes: [ExactRoutes], rules: TimingRules) {
    self.init([Timing.Reason(facts: conflict, minutes: 1, series: [])], routes, rules: rules)
  }

  /// The cut of reasons: whoever chooses routes that imply all the facts of one has its unsteady minutes.
  init(_ reasons: [Timing.Reason], _ routes: [ExactRoutes], rules: TimingRules) {
    var groups: [Group] = []
    var bound = 0
    for reason in reasons {
      var facts: [ShiftRow: [TimedRoutes.Fact]] = [:]
      for (shift, fact) in reason.facts where !(facts[shift]?.contains(fact) ?? false) {
        facts[shift, default: []].append(fact)
      }
      for (shift, all) in facts.sorted(by: { $0.key < $1.key }) {
        let isOfOne = all.contains { rules.holdsForAnyShift($0) }
        groups.append(Group(shift: isOfOne ? .none : shift, facts: all, count: reason.minutes))
      }
      bound += (facts.count - 1) * reason.minutes
    }
    self.groups = groups
    self.bound = bound
    self.rules = rules
    let all: Set<SeriesRow> = reasons.reduce(into: []) { $0.formUnion($1.series) }
    series = all
    var listed: [ShiftRow: [(route: Int32, coefficient: Int)]] = [:]
    for ofShift in routes {
      let screen = Screen(ofShift, groups, all, rules)
      if screen.isEmpty { continue }
      var found: [(route: Int32, coefficient: Int)] = []
      for route in 0..<ofShift.count where screen.lets(ofShift.masks[route]) {
        let coefficient = Self.coefficient(ofShift.timedStops(route), ofShift.shift, groups, all, rules)
        if coefficient != 0 { found.append((Int32(route), coefficient)) }
      }
      if !found.isEmpty { listed[ofShift.shift] = found }
    }
    self.routes = listed
  }

  /// The coefficient of a route.
  func coefficient(of route: Int, among routes: ExactRoutes) -> Int {
    Self.coefficient(routes.timedStops(route), routes.shift, groups, series, rules)
  }

  private static func coefficient(
    _ chain: ArraySlice<TimedStop>, _ shift: ShiftRow, _ groups: [Group], _ series: Set<SeriesRow>, _ rules: TimingRules
  ) -> Int {
    if chain.isEmpty { return 0 }
    var coefficient = series.isEmpty ? 0 : -rules.leastUnsteady(chain, of: series)
    for group in groups where !group.shift.exists || group.shift == shift {
      if group.facts.allSatisfy({ $0.isImplied(by: chain) }) { coefficient += group.count }
    }
    return coefficient
  }

  /// What of a shift's routes can count at all, told by the tasks alone.
  private struct Screen {
    /// For each group that the shift's tasks allow, sets of tasks of which its routes have one each.
    private var needs: [[UInt64]] = []
    /// Tasks of series with a given usual time.
    private var given: UInt64 = 0

    init(_ routes: ExactRoutes, _ groups: [Group], _ series: Set<SeriesRow>, _ rules: TimingRules) {
      var tasksOf: [VisitRow: UInt64] = [:]
      for (position, task) in routes.tasks.enumerated() {
        let visit = rules.visit(ofTask: task)
        tasksOf[visit, default: 0] |= 1 << UInt64(position)
        if series.contains(rules.steadiness.series(of: visit)) { given |= 1 << UInt64(position) }
      }
      for group in groups where !group.shift.exists || group.shift == routes.shift {
        let sets = Set(group.facts.flatMap(\.visits)).map { tasksOf[$0, default: 0] }
        if !sets.contains(0) { needs.append(sets) }
      }
    }

    var isEmpty: Bool { needs.isEmpty && given == 0 }

    func lets(_ mask: UInt64) -> Bool {
      mask & given != 0 || needs.contains { $0.allSatisfy { $0 & mask != 0 } }
    }
  }
}

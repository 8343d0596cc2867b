/// The exceptions of an instance as the checker heeds them, by the ids that they name.
struct CheckedExceptions: Sendable {
  private var byRule: [Rule: [RuleException]]

  /// The exceptions of an instance, but for one where it is named by its row.
  init(_ exceptions: [RuleException], without row: Int? = nil) {
    byRule = Dictionary(grouping: exceptions.enumerated().lazy.filter { $0.offset != row }.map(\.element), by: \.rule)
  }

  /// Those, and further ones behind them.
  func adding(_ further: [RuleException]) -> CheckedExceptions {
    var result = self
    for exception in further { result.byRule[exception.rule, default: []].append(exception) }
    return result
  }

  private func all(_ rule: Rule) -> [RuleException] { byRule.isEmpty ? [] : byRule[rule] ?? [] }

  /// A window of a visit, begun so much sooner and ended so much later as H2's exceptions say.
  func widened(_ window: VisitWindow, of visit: VisitID) -> VisitWindow {
    let (before, after) = most(all(.window).filter { $0.visit == visit })
    return before == 0 && after == 0 ? window : window.widened(before: before, after: after)
  }

  /// Minutes of overtime before and after a shift.
  func overtime(of shift: ShiftID) -> (before: Int, after: Int) { most(all(.shift).filter { $0.shift == shift }) }

  private func most(_ exceptions: [RuleException]) -> (before: Int, after: Int) {
    exceptions.reduce((0, 0)) { (max($0.0, $1.before), max($0.1, $1.after)) }
  }

  /// Minutes of the way between two visits that follow each other; `nil` where it is the travel's.
  func way(from visit: VisitID, to second: VisitID) -> Int? {
    all(.route).last { $0.visit == visit && $0.second == second }?.minutes
  }

  /// Whether a shift needs no break.
  func spareBreak(of shift: ShiftID) -> Bool { all(.breakRoom).contains { $0.shift == shift } }

  /// Whether a staff member may serve a visit although a rule of pairs keeps them from it.
  func permit(_ rule: Rule, visit: VisitID, staff: StaffID) -> Bool {
    all(rule).contains { $0.visit == visit && $0.staff == staff }
  }

  /// Minutes by which a staff member's cap is higher.
  func raise(of staff: StaffID) -> Int { all(.hours).reduce(0) { $1.staff == staff ? $0 + ($1.minutes ?? 0) : $0 } }

  /// Whether two visits may overlap.
  func allowOverlap(of visit: VisitID, _ other: VisitID) -> Bool {
    all(.ownTime).contains {
      $0.visit == visit && $0.second == other || $0.visit == other && $0.second == visit
    }
  }
}

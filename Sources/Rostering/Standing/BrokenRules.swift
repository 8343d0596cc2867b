import HomeCare

/// What a standing roster breaks, and the exceptions that would cover it.
///
/// Nobody refuses such a roster: what bends a rule stays as it stands unless a question is about it.
public struct BrokenRules: Hashable, Sendable {
  /// Every broken rule; empty where the roster is valid, whatever it states of its score.
  public var violations: [Violation] = []
  /// The smallest exceptions that would cover what exceptions can; their reasons are left to be filled in.
  public var exceptions: [RuleException] = []
  /// Broken rules that no exception covers. Their visits keep staff and start, and nothing moves them.
  public var uncovered: [Violation] = []

  /// Whether no rule is broken.
  public var isEmpty: Bool { violations.isEmpty }

  /// What a roster of an instance breaks.
  public init(_ instance: Instance, _ roster: Roster) {
    let checker = RosterChecker(instance)
    violations = checker.check(roster).violations.filter { $0.rule.isOfPlan }
    if violations.isEmpty { return }
    let proposals = checker.proposals(for: roster)
    (exceptions, uncovered) = (proposals.exceptions, proposals.uncovered)
  }
}

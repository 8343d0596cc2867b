import HomeCare

/// Says why a roster is as it is: why a visit is served by whom, why one is left, what a client's floor is, what is
/// lacking.
public final class RosterExplainer {
  /// Why a visit stands as it does.
  public struct VisitReasons: Sendable {
    /// Everyone who could take the visit or not, with the change of the score by each part; the present staff among
    /// them.
    public var alternatives: Suggestions
    /// Why nobody has it; only where it is unassigned.
    public var unassigned: UnassignedReason?
  }

  private let instance: Instance
  private let roster: Roster
  private let suggester: Suggester

  /// What the roster breaks, and the exceptions that would cover it.
  public var broken: BrokenRules { suggester.broken }

  /// An explainer of a roster, whatever the roster breaks.
  public init(_ instance: Instance, _ roster: Roster) {
    self.instance = instance
    self.roster = roster
    suggester = Suggester(instance, roster)
  }

  /// Why a visit is served by whom it is, or left.
  public func visit(_ visit: VisitID, replacing: StaffID? = nil) throws(VisitQuestionError) -> VisitReasons {
    let alternatives = try suggester.suggestions(for: visit, replacing: replacing)
    let reason = alternatives.now == .unassigned ? suggester.reasons(for: visit).first : nil
    return VisitReasons(alternatives: alternatives, unassigned: reason)
  }

  /// Why each unassigned visit is left, and what exceptions would place it.
  public func unassigned() -> [UnassignedReason] { suggester.reasons() }

  /// A client's floors, one for each continuity period, with the visits that force them; `nil` for an unknown client.
  public func floors(of client: ClientID) -> [ContinuityFloor]? {
    guard instance.clients.contains(where: { $0.id == client }) else { return nil }
    return FloorFinder(suggester.problem).floors(witnesses: true, of: client)
  }

  /// What is lacking, found by virtual staff: first what no roster can do without.
  public func shortages() -> [Shortage] {
    let proven = Set(provenLeft())
    return ShortageFinder(instance, leaving: proven.sorted(), isProven: true).shortages()
      + ShortageFinder(instance, leaving: roster.unassigned.filter { !proven.contains($0) }, isProven: false)
      .shortages()
  }

  /// The unassigned visits that are left for want of staff, proven: all of them where no roster leaves fewer, else those
  /// that no roster can serve.
  private func provenLeft() -> [VisitID] {
    if roster.unassigned.isEmpty { return [] }
    let problem = suggester.problem
    let open = suggester.explainer.unassigned
    let left = open.reduce(0) { $0 + CostModel.left(problem.visits[$1]) }
    if left <= BoundSolver(problem).unassigned { return roster.unassigned }
    return open.filter(suggester.explainer.isImpossible).map { instance[$0].id }
  }
}

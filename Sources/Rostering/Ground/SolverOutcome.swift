import HomeCare

/// What a solver proposes and what it has proven.
public struct SolverOutcome: Sendable {
  /// The roster; its score and summary are filled in by whoever runs the solver.
  public var roster: Roster
  /// Whether the run came to its own end or a signal ended it; `optimal` only stands where `lowerBound` says so too.
  public var status: SolveSummary.Status
  /// A proven lower bound on the total of any valid roster.
  public var lowerBound: Int?
  /// A proven lower bound on `score.unassigned` of any valid roster.
  public var unassignedBound: Int?
  /// A proven lower bound on `score.distinct` of any valid roster that leaves no more unassigned than this one.
  public var distinctBound: Int?
  /// What confirms a bound on the total, where the options ask for it: `lowerBound` itself, or a lower one.
  public var certificate: BoundCertificate?
  /// Iterations made, where the solver counts any.
  public var iterations: Int?
  /// Moves evaluated, where the solver counts any.
  public var evaluatedMoves: Int?
  /// What a reader should know of how the run ended, in a sentence: that a limit was reached before a proof, say.
  public var remark: String?
  /// What made the roster, where a solver chooses between several.
  var method: String?
  /// Why visits are left, where the solver has told already.
  var reasons: [UnassignedReason]?

  /// An outcome; whatever else is known is set afterwards.
  public init(roster: Roster, status: SolveSummary.Status = .feasible, lowerBound: Int? = nil, remark: String? = nil) {
    self.roster = roster
    self.status = status
    self.lowerBound = lowerBound
    self.remark = remark
  }
}

/// Why a run of a solver has no valid roster to show.
public enum SolverFailure: Error, Sendable, CustomStringConvertible {
  /// The solver gave no roster; the text says why.
  case noRoster(String)
  /// The roster breaks these rules.
  case invalid([Violation])

  /// What went wrong.
  public var description: String {
    switch self {
    case .noRoster(let reason): return reason
    case .invalid(let violations):
      let shown = violations.prefix(3).map(\.description).joined(separator: "; ")
      return "the roster breaks \(violations.count) \(violations.count == 1 ? "rule" : "rules"): \(shown)"
        + (violations.count > 3 ? "; …" : "")
    }
  }
}

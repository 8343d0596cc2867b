import HomeCare

/// What a planning run may use and how it should go about it.
public struct PlanOptions: Sendable {
  /// Which way of solving is allowed.
  public enum Solver: String, Sendable, CaseIterable {
    /// Proves what can be proven and searches otherwise.
    case auto
    /// Integer programming only.
    case exact
    /// Search only.
    case heuristic
  }

  /// Wall-clock seconds the whole run may take; no limit where absent.
  public var seconds: Double?
  /// Iterations of the search; with a limit here and none in seconds, equal runs give equal rosters.
  public var iterations: Int?
  /// Seed of every random choice.
  public var seed: UInt64
  /// Threads that search, at least 1.
  public var threads: Int
  /// Which way of solving is allowed.
  public var solver: Solver
  /// A roster that the search begins from, as far as it keeps the rules; none by default.
  public var start: Roster?
  /// The search's settings.
  public var parameters = SearchParameters()

  /// Options for a run.
  public init(
    seconds: Double? = nil, iterations: Int? = nil, seed: UInt64 = 1, threads: Int = 2, solver: Solver = .auto
  ) {
    self.seconds = seconds
    self.iterations = iterations
    self.seed = seed
    self.threads = threads
    self.solver = solver
  }
}

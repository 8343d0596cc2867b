extension SolverOptions {
  /// Seconds that a run may be given: up to a week.
  public static let secondsRange = 0.001...604_800.0
  /// Iterations that a run may be given.
  public static let iterationsRange = 0...1_000_000_000_000_000
  /// Threads that a run may be given.
  public static let threadsRange = 1...256
}

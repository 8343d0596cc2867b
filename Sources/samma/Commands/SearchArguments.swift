import ArgumentParser
import Rostering

/// What a planning run may use.
struct SearchArguments: ParsableArguments {
  /// Seconds of a run for which no limit is given.
  private static let usualSeconds = 60.0

  @Option(
    help: ArgumentHelp(
      "Most seconds the run may take. (default: 60; no limit where --iterations is given)", valueName: "seconds"))
  var time: Double?

  @Option(help: ArgumentHelp("Most iterations of the search.", valueName: "number"))
  var iterations: Int?

  @Option(help: ArgumentHelp("Seed of every random choice.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads that search.", valueName: "number"))
  var threads = 2

  func validate() throws {
    try Self.check(time: time)
    try OptionRange("--iterations", SolverOptions.iterationsRange).check(iterations)
    try Self.check(threads: threads)
  }

  /// Refuses a limit of time that is none.
  static func check(time: Double?) throws {
    try OptionRange("--time", SolverOptions.secondsRange).check(time)
  }

  /// Refuses a number of threads that no machine has.
  static func check(threads: Int?) throws {
    try OptionRange("--threads", SolverOptions.threadsRange).check(threads)
  }

  /// The options of the run, with these settings of the solver.
  func options(settings: [String: Double] = [:]) -> SolverOptions {
    SolverOptions(
      seconds: time ?? (iterations == nil ? Self.usualSeconds : nil), iterations: iterations, seed: seed,
      threads: threads, settings: settings)
  }
}

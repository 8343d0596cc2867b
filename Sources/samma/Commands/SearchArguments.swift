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
    if let iterations, iterations < 0 { throw ValidationError("--iterations must not be negative") }
    try Self.check(threads: threads)
  }

  /// Refuses a limit of time that is none.
  static func check(time: Double?) throws {
    if let time, !(time > 0 && time.isFinite) { throw ValidationError("--time must be a number of seconds above 0") }
  }

  /// Refuses a number of threads that no machine has.
  static func check(threads: Int?) throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads must lie between 1 and 256") }
  }

  /// The options of the run, with these settings of the solver.
  func options(settings: [String: Double] = [:]) -> SolverOptions {
    SolverOptions(
      seconds: time ?? (iterations == nil ? Self.usualSeconds : nil), iterations: iterations, seed: seed,
      threads: threads, settings: settings)
  }
}

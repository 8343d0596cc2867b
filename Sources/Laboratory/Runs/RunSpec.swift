import Rostering

/// One run of an experiment: everything that decides what it does.
public struct RunSpec: Codable, Hashable, Sendable {
  /// The instance's name: its file's name without its ending.
  public var instance: String
  /// The instance's file or folder.
  public var file: String
  /// SHA-256 of the instance, in hexadecimal.
  public var sha256: String
  /// The solver's name in the experiment, with the parameters that tell it from others of its kind, as tables have it.
  public var label: String
  /// The name of the registered solver; absent for an external one.
  public var solver: String?
  /// Most iterations of the search, where limited.
  public var iterations: Int?
  /// The `samma` that plans, where it is not the one that runs the experiment.
  public var program: String?
  /// The external solver's command.
  public var external: String?
  /// Settings of the search that differ from the usual ones.
  public var parameters: [String: Double]
  /// Threads of the run.
  public var threads: Int
  /// The seed.
  public var seed: UInt64
  /// Budget in seconds, by `clock`; absent where iterations are the budget.
  public var seconds: Double?
  /// By what seconds are counted; by the clock on the wall where absent.
  public var clock: RunClock?
  /// Seconds after which a run without a budget in seconds is ended as failed.
  public var longest: Double?

  private enum CodingKeys: String, CodingKey {
    // Files of runs call the label `solver`, as tables do.
    case instance, file, sha256
    case label = "solver"
    case solver = "mode"
    case iterations, program, external, parameters, threads, seed, seconds, clock, longest
  }

  /// What makes a run the same as one made before; where the instance lies, and when a run that goes on for ever is ended,
  /// is no part of it.
  struct Identity: Hashable {
    fileprivate let spec: RunSpec
  }

  /// What makes the run the same as one made before.
  var identity: Identity {
    var spec = self
    spec.file = ""
    spec.longest = nil
    return Identity(spec: spec)
  }

  /// How much it may use.
  public var budget: RunBudget {
    seconds.map { .seconds($0, clock ?? .wall) } ?? .iterations(iterations ?? 0)
  }

  /// The command that plans, its roster going to a file.
  ///
  /// - Parameters:
  ///   - samma: The `samma` that plans where the run names none.
  ///   - roster: The file for the roster.
  ///   - snapshots: The folder for rosters while it runs.
  func command(samma: String, roster: String, snapshots: String) -> [String] {
    if let external {
      return CommandTemplate(trusted: external).filled([
        .instance: file, .roster: roster, .seconds: (seconds ?? longest ?? 0).shortest,
        .iterations: iterations.map { "\($0)" } ?? "", .seed: "\(seed)", .threads: "\(threads)", .snapshots: snapshots,
      ])
    }
    var command = [
      program ?? samma, "plan", file, "-o", roster, "--seed", "\(seed)", "--threads", "\(threads)", "--solver",
      solver ?? SolverSetup.usual, "--progress", "ndjson",
    ]
    if let seconds { command += ["--time", seconds.shortest] }
    if let clock, clock != .wall { command += ["--clock", clock.rawValue] }
    if let iterations { command += ["--iterations", "\(iterations)"] }
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      command += ["--param", "\(name)=\(value.shortest)"]
    }
    return command
  }

  /// When the run is ended.
  ///
  /// - Parameter grace: Seconds that it may take beyond its budget.
  func limit(grace: Double) -> SolverProcess.Limit {
    SolverProcess.Limit(
      seconds: seconds.map { $0 + grace } ?? longest ?? Experiment.usualLongest, clock: clock ?? .wall,
      threads: threads)
  }
}

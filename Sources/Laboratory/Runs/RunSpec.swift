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
  /// Budget, in seconds.
  public var seconds: Double

  private enum CodingKeys: String, CodingKey {
    // Files of runs call the label `solver`, as tables do.
    case instance, file, sha256
    case label = "solver"
    case solver = "mode"
    case iterations, program, external, parameters, threads, seed, seconds
  }

  /// What makes a run the same as one made before; where the instance lies is no part of it.
  struct Identity: Hashable {
    fileprivate let spec: RunSpec
  }

  /// What makes the run the same as one made before.
  var identity: Identity {
    var spec = self
    spec.file = ""
    return Identity(spec: spec)
  }

  /// The command that plans, its roster going to a file.
  ///
  /// - Parameters:
  ///   - samma: The `samma` that plans where the run names none.
  ///   - roster: The file for the roster.
  func command(samma: String, roster: String) -> [String] {
    if let external {
      return CommandTemplate(trusted: external).filled(
        instance: file, roster: roster, seconds: seconds, seed: seed, threads: threads)
    }
    var command = [
      program ?? samma, "plan", file, "-o", roster, "--time", seconds.shortest, "--seed", "\(seed)",
      "--threads", "\(threads)", "--solver", solver ?? SolverSetup.usual, "--progress", "ndjson",
    ]
    if let iterations { command += ["--iterations", "\(iterations)"] }
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      command += ["--param", "\(name)=\(value.shortest)"]
    }
    return command
  }
}

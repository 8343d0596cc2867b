/// One solver of an experiment with its settings.
public struct SolverSetup: Hashable, Sendable {
  /// What runs.
  public enum Program: Hashable, Sendable {
    /// `samma plan`: the name of a registered solver, at most how many iterations, and the program where it is not the one
    /// that runs the experiment.
    case samma(solver: String, iterations: Int?, path: String?)
    /// A shell command with `{instance}`, `{roster}` and other places to be filled in.
    case external(command: String)
  }

  /// The registered solver of a setup that names none.
  static let usual = "auto"

  /// The name by which tables know it.
  public var name: String
  /// What runs.
  public var program: Program
  /// For each setting of the search the values to try; every combination is a solver of its own.
  public var parameters: [String: [Double]]

  /// A solver.
  public init(name: String, program: Program, parameters: [String: [Double]] = [:]) {
    self.name = name
    self.program = program
    self.parameters = parameters
  }

  /// An external solver from its command.
  ///
  /// - Throws: `ExperimentProblem` where the command does not say where instance and roster go.
  public init(name: String, command: String) throws(ExperimentProblem) {
    self.init(name: name, program: .external(command: try CommandTemplate(command).text))
  }

  /// Whether it says itself how many iterations it makes.
  var hasIterations: Bool {
    if case .samma(_, let iterations, _) = program { iterations != nil } else { false }
  }

  /// Every combination of the parameters' values, the first parameter in alphabetical order changing slowest.
  var combinations: [[String: Double]] {
    parameters.sorted { $0.key < $1.key }.reduce([[:]]) { combinations, parameter in
      combinations.flatMap { combination in
        parameter.value.map { value in combination.merging([parameter.key: value]) { $1 } }
      }
    }
  }
}

import Rostering

/// One solver of an experiment with its settings.
public struct SolverSetup: Hashable, Sendable {
  /// What runs.
  public enum Program: Hashable, Sendable {
    /// `samma plan`: which way of solving is allowed, at most how many iterations, and the program where it is not the one that
    /// runs the experiment.
    case samma(mode: PlanOptions.Solver, iterations: Int?, path: String?)
    /// A shell command with `{instance}`, `{roster}`, `{seconds}`, `{seed}` and `{threads}` to be filled in.
    case external(command: String)
  }

  /// Its name in tables.
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
    for needed in ["instance", "roster"] where !command.contains("{\(needed)}") {
      throw ExperimentProblem("found the command \(command); expected {\(needed)} in it")
    }
    self.init(name: name, program: .external(command: command))
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

/// What keeps an experiment from being run.
public struct ExperimentProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and how to mend it.
  public let description: String

  init(_ description: String) { self.description = description }
}

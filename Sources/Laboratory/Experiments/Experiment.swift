import Foundation
import Rostering

/// Instances, solvers, seeds and budgets, of which every combination is a run.
public struct Experiment: Hashable, Sendable {
  /// Runs that an experiment may make at the same time.
  public static let parallelRange = 1...1024
  /// Seconds of grace that a run may be given.
  public static let graceRange = 0...SolverOptions.secondsRange.upperBound

  /// Seconds after which a run by iterations is ended as failed, where the experiment does not say.
  static let usualLongest = 3_600.0

  /// Its name.
  public var name: String
  /// The instances: JSON files or folders of CSV files.
  public var instances: [String]
  /// The solvers.
  public var solvers: [SolverSetup]
  /// The seeds.
  public var seeds: [UInt64]
  /// How long a run may take.
  public var budgets: [Budget]
  /// By what seconds are counted.
  public var clock = RunClock.wall
  /// Seconds after which a run by iterations is ended as failed.
  public var longest = Self.usualLongest
  /// Threads of each run.
  public var threads = 1
  /// Runs at the same time.
  public var parallel = 1
  /// Seconds that a run may take beyond its budget, for reading and writing, before it is ended as failed.
  public var grace = 30.0

  /// An experiment.
  public init(name: String, instances: [String], solvers: [SolverSetup], seeds: [UInt64], budgets: [Budget]) {
    self.name = name
    self.instances = instances
    self.solvers = solvers
    self.seeds = seeds
    self.budgets = budgets
  }

  /// The name by which tables know the instance of a file or folder.
  static func instanceName(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}

/// How long each run of an experiment may take.
public enum Budget: Hashable, Sendable {
  /// Seconds, by the experiment's clock.
  case seconds(Double)
  /// Iterations, however long they take.
  case iterations(Int)
  /// As many iterations as each solver says itself.
  case ownIterations
  /// Seconds for each client of the instance, so that large instances get more.
  case secondsPerClient(Double)

  /// Whether iterations, and no clock, end a run.
  var isByIterations: Bool {
    switch self {
    case .iterations, .ownIterations: true
    case .seconds, .secondsPerClient: false
    }
  }

  /// Whether it depends on the instance.
  var growsWithSize: Bool {
    if case .secondsPerClient = self { true } else { false }
  }
}

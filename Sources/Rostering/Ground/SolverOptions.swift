import HomeCare

/// What a solver may use, whichever it is.
public struct SolverOptions: Sendable {
  /// Seconds that the whole run may take, by `clock`; no limit where absent.
  public var seconds: Double?
  /// Iterations, of solvers that count any; with a limit here and none in seconds, equal runs should give equal rosters.
  public var iterations: Int?
  /// Seed of every random choice.
  public var seed: UInt64
  /// Threads, at least 1.
  public var threads: Int
  /// By what seconds are counted; proofs, which are a part of a run, keep to the clock on the wall.
  public var clock = RunClock.wall
  /// A roster to begin from, for solvers that can; none by default.
  public var start: Roster?
  /// Settings that differ from their usual values, by name.
  public var settings: [String: Double]
  /// Whether the outcome comes with a certificate of a bound, by solvers that can.
  public var keepsCertificate = false

  /// Options for a run.
  public init(
    seconds: Double? = nil, iterations: Int? = nil, seed: UInt64 = 1, threads: Int = 1, settings: [String: Double] = [:]
  ) {
    self.seconds = seconds
    self.iterations = iterations
    self.seed = seed
    self.threads = threads
    self.settings = settings
  }

  /// Refuses settings that a solver does not have or cannot take.
  ///
  /// - Throws: `ParameterProblem` for the first of them by name.
  public func check(against settings: [SolverSetting]) throws(ParameterProblem) {
    for (name, value) in self.settings.sorted(by: { $0.key < $1.key }) {
      guard let setting = settings.first(where: { $0.name == name }) else { throw .unknown(name: name) }
      guard setting.range.contains(value) else { throw .outOfRange(name: name, value: value, range: setting.range) }
    }
  }
}

/// A number that steers a solver.
public struct SolverSetting: Hashable, Sendable {
  /// Its name on the command line and in experiments.
  public var name: String
  /// Its usual value.
  public var value: Double
  /// The values that it may take.
  public var range: ClosedRange<Double>
  /// What it means, in a few words.
  public var meaning: String
  /// Whether whole numbers alone make a difference.
  public var isWhole = false
  /// Whether it is a share of a thousand moves, which together must not come to more.
  public var isShare = false
  /// The setting by which a share is multiplied where they are added up.
  public var factor: String?
  /// The setting that must be above 0 for this one to say anything.
  public var needs: String?

  /// The values among which a tuner should look: from a fifth of the usual one to five times as much, within the range.
  public var sensible: ClosedRange<Double> {
    if value == 0 { return range }
    return max(range.lowerBound, value / 5)...min(range.upperBound, value * 5)
  }

  /// Whether equal steps are equal factors: where sensible values lie far apart.
  public var isLogarithmic: Bool { sensible.lowerBound > 0 && sensible.upperBound / sensible.lowerBound >= 20 }

  /// A setting.
  public init(name: String, value: Double, range: ClosedRange<Double>, meaning: String) {
    self.name = name
    self.value = value
    self.range = range
    self.meaning = meaning
  }
}

/// Why a solver's setting cannot take a value.
public enum ParameterProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The solver has no setting of the name.
  case unknown(name: String)
  /// The value lies outside the setting's range.
  case outOfRange(name: String, value: Double, range: ClosedRange<Double>)
  /// Values that make no sense together, and how to mend them.
  case clash(String)

  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .unknown(let name): "no setting is called \(name); samma params lists them"
    case .clash(let words): words
    case .outOfRange(let name, let value, let range):
      "\(name) is \(value), but must lie between \(range.lowerBound) and \(range.upperBound)"
    }
  }
}

import Statistics

/// Runs laid side by side: what each solver reached on each instance within each budget, and whether they differ.
public struct Comparison: Sendable {
  /// What a statistical test takes as one pair or block.
  public enum Pairing: String, CaseIterable, Sendable {
    /// An instance, with the median over its seeds: tells whether solvers differ on instances like these.
    case instance
    /// A run, paired by instance and seed: tells whether they differ on these very instances.
    case run
  }

  /// How runs are compared.
  public struct Options: Sendable {
    /// What is known best of the instances.
    public var bestKnown = BestKnown()
    /// How far above the best a total may lie to count as having reached it, as a part.
    public var target = 0.01
    /// Whether rosters that came after their budget was used up count as others do; else as failures.
    public var countsLate = false
    /// What the tests pair.
    public var pairing = Pairing.instance

    /// The usual options.
    public init() {}
  }

  /// All runs compared.
  public let runs: [RunRecord]
  /// How they are compared.
  public let options: Options
  /// The solvers by their labels, in the order in which they first stand in the runs.
  public let solvers: [String]
  /// The results, by instance in the order of the runs and then by budget.
  public let results: [InstanceResult]

  /// A comparison; of equal runs the last counts.
  public init(_ records: [RunRecord], _ options: Options = Options()) {
    var position: [RunSpec.Identity: Int] = [:]
    var runs: [RunRecord] = []
    for record in records {
      if let at = position[record.run.identity] {
        runs[at] = record
      } else {
        position[record.run.identity] = runs.count
        runs.append(record)
      }
    }
    self.runs = runs
    self.options = options
    solvers = Self.firsts(runs.map(\.run.label))
    var results: [InstanceResult] = []
    for instance in Self.firsts(runs.map(\.run.instance)) {
      let its = runs.filter { $0.run.instance == instance }
      let known = options.bestKnown[instance]
      let counted = its.filter { $0.counts(options) }
      let reference = (counted.compactMap { $0.scored?.total } + [known?.total].compactMap(\.self)).min() ?? 0
      let bound = (its.compactMap { $0.bound?.total } + [known?.bound].compactMap(\.self)).max()
      for budget in Set(its.map(\.run.budget)).sorted() {
        let within = its.filter { $0.run.budget == budget }
        results.append(
          InstanceResult(
            instance: instance, budget: budget, reference: reference, bound: bound,
            solvers: solvers.compactMap { solver in
              let own = within.filter { $0.run.label == solver }
              if own.isEmpty { return nil }
              return SolverResult(solver, own, reference: reference, bound: bound, options)
            }))
      }
    }
    self.results = results
  }

  /// Instances of which the runs had several that differ.
  public var mixedInstances: [String] {
    Self.firsts(runs.map(\.run.instance)).filter { name in
      Set(runs.filter { $0.run.instance == name }.map(\.run.sha256)).count > 1
    }
  }

  /// Each value once, in the order of its first.
  static func firsts<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The budgets, in ascending order.
  var budgets: [RunBudget] { Set(results.map(\.budget)).sorted() }

  /// Each solver's result on each instance within each budget.
  var solverResults: [(result: InstanceResult, own: SolverResult)] {
    results.flatMap { result in result.solvers.map { (result, $0) } }
  }

  /// The results within a budget.
  func results(within budget: RunBudget) -> [InstanceResult] { results.filter { $0.budget == budget } }
}

extension RunRecord {
  /// Whether there is a valid roster that counts.
  func counts(_ options: Comparison.Options) -> Bool { isSuccess && (options.countsLate || !isLate) }
}

/// What all solvers reached on one instance within one budget.
public struct InstanceResult: Sendable {
  /// The instance's name.
  public let instance: String
  /// How much each run could use.
  public let budget: RunBudget
  /// The smallest total known or seen.
  public let reference: Int
  /// The highest bound known or proven in a run.
  public let bound: Int?
  /// Each solver's result, in the order of the comparison's solvers; without those that have no run here.
  public let solvers: [SolverResult]

  /// The solvers whose median total is the smallest.
  var best: [String] {
    guard let least = solvers.map(\.rankedTotal).min(), least.isFinite else { return [] }
    return solvers.filter { $0.rankedTotal == least }.map(\.solver)
  }
}

import HomeCare
import Interchange
import Rostering

/// What is told of a planning run to people, line by line as it goes on.
public struct RunReport: Sendable {
  /// Visits shown in full; what a reader can take in at once.
  private static let shownVisits = 20

  private let instance: Instance
  private let language: Language
  private let table: ProgressTable

  /// A report on a run over an instance.
  public init(of instance: Instance, _ language: Language = .english) {
    self.instance = instance
    self.language = language
    table = ProgressTable(instance, language)
  }

  /// The size of the instance and how the run is limited.
  public func opening(_ options: SolverOptions) -> [String] {
    let limits = [
      options.seconds.map { language(.atMostSeconds, language.number($0, $0 == $0.rounded() ? 0 : 1)) },
      options.iterations.map { language(.atMostIterations, $0) },
    ]
    return [
      language(.planningWith, instance.name),
      "  " + language(.planVisits, instance.clients.count, instance.visits.count, instance.horizon.days),
      "  " + language(.planShifts, instance.staff.count, instance.shifts.count),
      "  " + language(.planLimits, options.threads, options.seed, language.listed(limits.compactMap { $0 })),
    ]
  }

  /// The names of the columns of `row`.
  public var header: String { table.header }

  /// One moment of the run.
  ///
  /// - Parameter seconds: Since it began.
  public func row(seconds: Double, iterations: Int, score: Score, lowerBound: Int?) -> String {
    table.row(seconds: seconds, iterations: iterations, score: score, lowerBound: lowerBound)
  }

  /// How the run ended, after some seconds.
  public func ending(_ plan: Plan, seconds: Double) -> [String] {
    let (roster, solve) = (plan.roster, plan.roster.solve)
    let (iterations, moves) = (solve?.iterations ?? 0, solve?.evaluatedMoves ?? 0)
    let millions = language.number(Double(moves) / max(seconds, 0.001) / 1_000_000, 2)
    return [
      language(.runEnded, opening(solve?.status), language.number(seconds, 1), iterations),
      language(.movesEvaluated, moves, millions), language(.bestRoster, roster.score.total, proof(roster)),
    ]
  }

  private func opening(_ status: SolveSummary.Status?) -> String {
    switch status {
    case .optimal: language(.provenOptimal)
    case .interrupted: language(.runInterrupted)
    case .feasible, nil: language(.runOver)
    }
  }

  private func proof(_ roster: Roster) -> String {
    guard let bound = roster.solve?.lowerBound, let gap = roster.solve?.gap(total: roster.score.total) else {
      return language(.withoutBound)
    }
    return language(.boundAndGap, bound, language.percent(gap))
  }

  /// The visits that the plan leaves and why; nothing where every visit is assigned.
  public func left(by plan: Plan) -> [String] {
    let count = plan.roster.unassigned.count
    if count == 0 { return [] }
    let names = PersonNames(instance)
    var lines = [language(.visitsLeft, count)]
    for reason in plan.unassignedReasons.prefix(Self.shownVisits) {
      let impossible = reason.isImpossible ? language(.impossible) : ""
      lines.append("  \(names.visit(reason.visit))\(impossible): \(language.summary(reason, of: instance))")
      let shown = examples(reason.candidates)
      lines += shown.map {
        "    " + language(.shiftKept, $0.shift, names.staff($0.staff), language.inFull($0.obstacle))
      }
      let hidden = reason.candidates.count - shown.count
      if hidden > 0 { lines.append("    " + language(.moreShifts, hidden)) }
    }
    if count > Self.shownVisits { lines.append("  " + language(.moreVisitsInJSON, count - Self.shownVisits)) }
    return lines
  }

  /// The first shift that each rule blocks: a hundred shifts that lack the same skill say no more than one.
  private func examples(_ candidates: [UnassignedReason.Blocked]) -> [UnassignedReason.Blocked] {
    var rules: Set<String> = []
    return candidates.filter { rules.insert($0.obstacle.cause).inserted }
  }

  // MARK: Warnings

  /// A doubt about the instance, with the names of whom it is about.
  public func warning(of problem: InstanceProblem) -> String {
    var problem = problem
    let names = PersonNames(instance)
    problem.id = problem.id.map { id in
      switch problem.cell.table {
      case "staff": return names.staff(StaffID(id))
      case "clients": return names.client(ClientID(id))
      case "visits": return names.visit(VisitID(id))
      default:
        let name = instance.shifts.first { $0.id.rawValue == id }.flatMap { names.name(ofStaff: $0.staff) }
        return name.map { "\(id) \($0)" } ?? id
      }
    }
    return language.message("\(problem)")
  }

  /// A lock that is not kept, why, and what would let it be kept.
  public func warning(of conflict: LockedInstance.Conflict) -> String {
    let names = PersonNames(instance)
    let held = [
      language.listed(conflict.lock.staff.map(names.staff)), conflict.lock.start.map { language(.lockedAt, $0) } ?? "",
    ]
    let lock = "\(names.visit(conflict.lock.visit)): \(language.listed(held.filter { !$0.isEmpty }, " "))"
    let text = language(.lockNotKept, lock, language.message(conflict.reason))
    if conflict.exceptions.isEmpty { return text }
    return text + language(.exceptionWouldKeep, language.listed(conflict.exceptions.map { $0.words(language) }))
  }

  /// That the roster was searched under other weights than it states its score by.
  public func warning(ofWeights searched: WeightSettings, beside own: Weights, total: Int) -> String {
    language(.noteOfWeights, searched.text(beside: own, language), total)
  }
}

extension Language {
  /// What keeps a visit from a shift: the rule and its facts, or what the rule says where the facts have no words here.
  fileprivate func inFull(_ obstacle: Obstacle) -> String {
    let facts = message(obstacle.detail)
    let isTold = self == .english || facts != obstacle.detail
    return "\(obstacle.cause), \(isTold ? facts : name("rule", obstacle.cause))"
  }
}

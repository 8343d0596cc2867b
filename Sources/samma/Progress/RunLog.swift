import Continuity
import HomeCare
import Rostering

/// Someone who follows a planning run on standard error.
protocol RunLog: Sendable {
  /// The run begins.
  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions)
  /// The input is doubted, but used.
  func warn(_ warning: String)
  /// The run has come some way; called with each better roster and a few times a second, from one thread at a time.
  func advance(_ progress: PlanProgress)
  /// The run has ended.
  func end(_ plan: Plan)
}

extension ContactShare {
  /// What tells the contact's share as a run goes on; `nil` in format 1, whose runs are told as ever.
  static func inProgress(of instance: Instance) -> ContactShare? {
    instance.format == .one ? nil : ContactShare(of: instance)
  }
}

extension ProgressFormat {
  /// The log of a run; without a wish, a table where a person is looking.
  static func log(_ wish: ProgressFormat?) -> any RunLog {
    switch wish ?? (StandardStream.error.isTerminal ? .plain : .none) {
    case .plain: PlainRunLog()
    case .ndjson: LineRunLog()
    case .none: QuietRunLog()
    }
  }
}

/// Tells only what the reader must know: doubts about the input, and visits left unassigned.
struct QuietRunLog: RunLog {
  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions) {}
  func warn(_ warning: String) { StandardStream.error.tell(warning) }
  func advance(_ progress: PlanProgress) {}
  func end(_ plan: Plan) { plan.unassignedLines.forEach(StandardStream.error.tell) }
}

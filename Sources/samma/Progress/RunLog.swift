import HomeCare
import Reports
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

extension ProgressFormat {
  /// The log of a run; without a wish, a table where a person is looking.
  static func log(_ wish: ProgressFormat?, _ report: RunReport) -> any RunLog {
    switch wish ?? (StandardStream.error.isTerminal ? .plain : .none) {
    case .plain: PlainRunLog(report)
    case .ndjson: LineRunLog()
    case .none: QuietRunLog(report: report)
    }
  }
}

/// Tells only what the reader must know: doubts about the input, and visits left unassigned.
struct QuietRunLog: RunLog {
  let report: RunReport

  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions) {}
  func warn(_ warning: String) { StandardStream.error.tell(warning) }
  func advance(_ progress: PlanProgress) {}
  func end(_ plan: Plan) { report.left(by: plan).forEach(StandardStream.error.tell) }
}

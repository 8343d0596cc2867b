import HomeCare
import Reports
import Rostering
import Synchronization

/// Follows a run as a table: a header with the instance's size, a row every few seconds, and a summary.
final class PlainRunLog: RunLog {
  /// Seconds between rows.
  private static let interval = 5.0

  private struct State {
    var began = ContinuousClock.now
    var nextRow = 0.0
    /// The row told last; the table's header waits for the first, so that warnings come before it.
    var lastRow: String?
  }

  private let report: RunReport
  private let state = Mutex(State())

  init(_ report: RunReport) { self.report = report }

  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions) {
    state.withLock { $0.began = .now }
    tell("Samma \(Program.version)")
    tell("")
    report.opening(options).forEach(tell)
  }

  func warn(_ warning: String) { tell(warning) }

  func advance(_ progress: PlanProgress) {
    state.withLock { state in
      guard progress.seconds >= state.nextRow else { return }
      // Rows stand at even times however late the news comes.
      state.nextRow = ((progress.seconds / Self.interval).rounded(.down) + 1) * Self.interval
      tell(
        report.row(
          seconds: progress.seconds, iterations: progress.iterations, score: progress.best,
          lowerBound: progress.lowerBound), &state)
    }
  }

  func end(_ plan: Plan) {
    let solve = plan.roster.solve
    let seconds = state.withLock { state in
      let seconds = (ContinuousClock.now - state.began) / .seconds(1)
      tell(
        report.row(
          seconds: seconds, iterations: solve?.iterations ?? 0, score: plan.roster.score,
          lowerBound: solve?.lowerBound), &state)
      return seconds
    }
    tell("")
    report.ending(plan, seconds: seconds).forEach(tell)
    report.left(by: plan).forEach(tell)
  }

  /// Tells a row, with the header before the first, and leaves out one that says nothing new.
  private func tell(_ row: String, _ state: inout State) {
    if state.lastRow == nil { tell("\n" + report.header) }
    if state.lastRow != row { tell(row) }
    state.lastRow = row
  }

  private func tell(_ line: String) { StandardStream.error.tell(line) }
}

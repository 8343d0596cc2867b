import Continuity
import HomeCare
import Reports
import Rostering
import Synchronization

/// Follows a run as a table: a header with the instance's size, a row every few seconds, and a summary.
final class PlainRunLog: RunLog {
  /// Seconds between rows.
  private static let interval = 5.0

  private struct State {
    var table = ProgressTable(Weights(), contact: nil)
    var began = ContinuousClock.now
    var nextRow = 0.0
    /// The row told last; the table's header waits for the first, so that warnings come before it.
    var lastRow: String?
  }

  private let state = Mutex(State())

  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions) {
    state.withLock {
      $0.table = ProgressTable(instance.weights, contact: .inProgress(of: instance))
      $0.began = .now
    }
    let limits = [
      options.seconds.map { "at most \(Decimal.text($0, places: $0 == $0.rounded() ? 0 : 1)) s" },
      options.iterations.map { "at most \($0) iterations" },
    ]
    tell("Samma \(Program.version)")
    tell("")
    tell("Planning \(instance.name) with:")
    tell("  clients \(instance.clients.count), visits \(instance.visits.count), days \(instance.horizon.days)")
    tell("  staff \(instance.staff.count), shifts \(instance.shifts.count)")
    tell("  threads \(options.threads), seed \(options.seed), \(limits.compactMap { $0 }.joined(separator: ", "))")
  }

  func warn(_ warning: String) { tell(warning) }

  func advance(_ progress: PlanProgress) {
    state.withLock { state in
      guard progress.seconds >= state.nextRow else { return }
      // Rows stand at even times however late the news comes.
      state.nextRow = ((progress.seconds / Self.interval).rounded(.down) + 1) * Self.interval
      tell(
        state.table.row(
          seconds: progress.seconds, iterations: progress.iterations, score: progress.best,
          lowerBound: progress.lowerBound), &state)
    }
  }

  func end(_ plan: Plan) {
    let (roster, solve) = (plan.roster, plan.roster.solve)
    let (iterations, moves) = (solve?.iterations ?? 0, solve?.evaluatedMoves ?? 0)
    let seconds = state.withLock { state in
      let seconds = (ContinuousClock.now - state.began) / .seconds(1)
      tell(
        state.table.row(
          seconds: seconds, iterations: iterations, score: roster.score, lowerBound: solve?.lowerBound), &state)
      return seconds
    }
    let millions = Decimal.text(Double(moves) / max(seconds, 0.001) / 1_000_000, places: 2)
    tell("")
    tell("\(opening(solve?.status)) after \(Decimal.text(seconds, places: 1)) s and \(iterations) iterations.")
    tell("\(moves) moves evaluated, \(millions) million a second.")
    tell("Best roster: score \(roster.score.total)\(proof(roster)).")
    plan.unassignedLines.forEach(tell)
  }

  /// Tells a row, with the header before the first, and leaves out one that says nothing new.
  private func tell(_ row: String, _ state: inout State) {
    if state.lastRow == nil { tell("\n" + state.table.header) }
    if state.lastRow != row { tell(row) }
    state.lastRow = row
  }

  private func tell(_ line: String) { StandardStream.error.tell(line) }

  private func opening(_ status: SolveSummary.Status?) -> String {
    switch status {
    case .optimal: "Proven optimal"
    case .interrupted: "Interrupted"
    case .feasible, nil: "Ended"
    }
  }

  private func proof(_ roster: Roster) -> String {
    guard let bound = roster.solve?.lowerBound, let gap = roster.solve?.gap(total: roster.score.total) else {
      return ", without a bound"
    }
    return "; no valid roster scores below \(bound), a gap of \(Decimal.percent(gap))"
  }
}

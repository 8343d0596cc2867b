import Foundation
import HomeCare
import Rostering
import Synchronization

/// Follows a run as a table: a header with the instance's size, a row every few seconds, and a summary.
final class PlainRunLog: RunLog {
  /// Seconds between rows.
  private static let interval = 5.0

  private struct State {
    var weights = Weights()
    var nextRow = 0.0
    var latest: PlanProgress?
    var began = ContinuousClock.now
  }

  private let state = Mutex(State())

  func begin(_ instance: Instance, _ options: PlanOptions) {
    state.withLock {
      $0.weights = instance.weights
      $0.began = .now
    }
    let limits =
      [options.seconds.map { "at most \(plain($0)) s" }, options.iterations.map { "at most \($0) iterations" }]
      .compactMap { $0 }
    tell("Samma \(Samma.version)")
    tell("")
    tell("Planning \(instance.name) with:")
    tell("  \(instance.clients.count) clients, \(instance.visits.count) visits over \(instance.horizon.days) days")
    tell("  \(instance.staff.count) staff, \(instance.shifts.count) shifts")
    tell("  \(options.threads) threads, seed \(options.seed), \(limits.joined(separator: ", "))")
    tell("")
    tell(header(instance.weights))
  }

  func warn(_ warning: InstanceProblem) { tell("\(warning)") }

  func advance(_ progress: PlanProgress) {
    let row: String? = state.withLock { state in
      state.latest = progress
      guard progress.seconds >= state.nextRow else { return nil }
      // Rows stand at even times however late the news comes.
      state.nextRow = ((progress.seconds / Self.interval).rounded(.down) + 1) * Self.interval
      return text(
        Row(
          seconds: progress.seconds, iterations: progress.iterations, score: progress.best,
          lowerBound: progress.lowerBound), state.weights)
    }
    if let row { tell(row) }
  }

  func end(_ plan: Plan) {
    let (weights, latest, began) = state.withLock { ($0.weights, $0.latest, $0.began) }
    let (roster, solve) = (plan.roster, plan.roster.solve)
    let elapsed = (ContinuousClock.now - began) / .seconds(1)
    let iterations = solve?.iterations ?? latest?.iterations ?? 0
    let moves = solve?.evaluatedMoves ?? latest?.evaluatedMoves ?? 0
    let closing = Row(
      seconds: elapsed, iterations: iterations, score: roster.score, lowerBound: solve?.lowerBound)
    tell(text(closing, weights))
    tell("")
    let perSecond = String(format: "%.2f", Double(moves) / max(elapsed, 0.001) / 1_000_000)
    tell("\(opening(solve?.status)) after \(plain(elapsed)) s and \(iterations) iterations.")
    tell("\(moves) moves evaluated, \(perSecond) million a second.")
    tell("Best roster: score \(roster.score.total)\(proof(roster)).")
    UnassignedTable(plan).lines.forEach(tell)
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
      return ", with no bound"
    }
    return ", and no valid roster scores below \(bound) (gap \(percent(gap)))"
  }
}

extension PlainRunLog {
  /// Where the run stands at one moment.
  private struct Row {
    let seconds: Double
    let iterations: Int
    let score: Score
    let lowerBound: Int?
  }

  /// The parts that the instance gives a price, in the order of the score.
  private func columns(_ weights: Weights) -> [(name: String, part: WritableKeyPath<Score, Int> & Sendable)] {
    Score.parts.filter { weights[keyPath: $0.weight] > 0 }.map { ($0.name, $0.part) }
  }

  private func header(_ weights: Weights) -> String {
    let parts = columns(weights).map { "  \($0.name)" }.joined()
    return "    time  iterations       score |\(parts) |     bound    gap"
  }

  private func text(_ row: Row, _ weights: Weights) -> String {
    let parts = columns(weights).map { column in
      "  " + "\(row.score[keyPath: column.part])".leftPadded(to: column.name.count)
    }
    let total = row.score.total
    let gap = row.lowerBound.map { total == 0 ? 0 : Double(total - $0) / Double(total) }
    return [
      "\(String(format: "%.1f", row.seconds)) s".leftPadded(to: 8),
      "\(row.iterations)".leftPadded(to: 12), "\(total)".leftPadded(to: 12), " |",
      parts.joined(), " |", (row.lowerBound.map { "\($0)" } ?? "–").leftPadded(to: 10),
      (gap.map(percent) ?? "–").leftPadded(to: 8),
    ].joined()
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

  /// Whole seconds without decimals, others with one.
  private func plain(_ seconds: Double) -> String {
    String(format: seconds == seconds.rounded() ? "%.0f" : "%.1f", seconds)
  }
}

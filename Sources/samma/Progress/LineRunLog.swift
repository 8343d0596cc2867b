import Continuity
import HomeCare
import Interchange
import Reports
import Rostering
import Synchronization

/// Follows a run as one JSON object a line, each with its `event`: `start`, `warning`, `progress`, `unassigned`, `end`.
final class LineRunLog: RunLog {
  private let contact = Mutex<ContactShare?>(nil)

  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions) {
    contact.withLock { $0 = .inProgress(of: instance) }
    tell([
      "event": "start", "version": Program.version, "instance": instance.name, "clients": instance.clients.count,
      "visits": instance.visits.count, "staff": instance.staff.count, "shifts": instance.shifts.count,
      "days": instance.horizon.days, "solver": solver, "seed": options.seed, "threads": options.threads,
      "seconds": options.seconds, "iterations": options.iterations,
    ])
  }

  func warn(_ warning: String) { tell(["event": "warning", "message": warning]) }

  func advance(_ progress: PlanProgress) {
    tell([
      "event": "progress", "phase": progress.phase, "seconds": progress.seconds, "iterations": progress.iterations,
      "evaluatedMoves": progress.evaluatedMoves, "score": ScoreFigures(progress.best),
      "lowerBound": progress.lowerBound,
      "contactShare": contact.withLock { $0?.share(under: progress.best)?.value },
    ])
  }

  func end(_ plan: Plan) {
    for reason in plan.unassignedReasons { tell(["event": "unassigned", "reason": reason.figures]) }
    tell(["event": "end", "outcome": plan.figures])
  }

  private func tell(_ event: JSONObject) {
    if let line = try? JSONText.line(event) { StandardStream.error.tell(line) }
  }
}

import HomeCare
import Reports
import Interchange
import Rostering

/// Follows a run as one JSON object a line, each with its `event`: `start`, `warning`, `progress`, `unassigned`, `end`.
struct LineRunLog: RunLog {
  private struct Start: Encodable {
    let event = "start"
    let version = Program.version
    let instance: String
    let clients, visits, staff, shifts, days: Int
    let solver: String
    let seed: UInt64
    let threads: Int
    let seconds: Double?
    let iterations: Int?
  }

  private struct Warning: Encodable {
    let event = "warning"
    let message: String
  }

  private struct Progress: Encodable {
    let event = "progress"
    let phase: PlanProgress.Phase
    let seconds: Double
    let iterations, evaluatedMoves: Int
    let score: ScoreFigures
    let lowerBound: Int?
  }

  private struct Unassigned: Encodable {
    let event = "unassigned"
    let reason: UnassignedFigures
  }

  private struct End: Encodable {
    let event = "end"
    let outcome: PlanFigures
  }

  func begin(_ instance: Instance, _ solver: String, _ options: SolverOptions) {
    tell(
      Start(
        instance: instance.name, clients: instance.clients.count, visits: instance.visits.count,
        staff: instance.staff.count, shifts: instance.shifts.count, days: instance.horizon.days,
        solver: solver, seed: options.seed, threads: options.threads, seconds: options.seconds,
        iterations: options.iterations))
  }

  func warn(_ warning: String) { tell(Warning(message: warning)) }

  func advance(_ progress: PlanProgress) {
    tell(
      Progress(
        phase: progress.phase, seconds: progress.seconds, iterations: progress.iterations,
        evaluatedMoves: progress.evaluatedMoves, score: ScoreFigures(progress.best), lowerBound: progress.lowerBound))
  }

  func end(_ plan: Plan) {
    for reason in plan.unassignedReasons { tell(Unassigned(reason: UnassignedFigures(reason))) }
    tell(End(outcome: PlanFigures(plan)))
  }

  private func tell(_ event: some Encodable) {
    if let line = try? JSONText.line(event) { StandardStream.error.tell(line) }
  }
}

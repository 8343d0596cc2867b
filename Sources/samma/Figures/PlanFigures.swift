import HomeCare
import Reports
import Rostering

/// The outcome of a planning run for `--json` and for the last line of `--progress ndjson`.
struct PlanFigures: Encodable {
  let instance: String
  let assigned: Int
  let unassigned: [UnassignedFigures]
  let score: ScoreFigures
  let solver: String?
  let status: String?
  let remark: String?
  let lowerBound: Int?
  let unassignedBound: Int?
  let distinctBound: Int?
  let gap: Double?
  let seed: UInt64?
  let seconds: Double?
  let iterations: Int?
  let evaluatedMoves: Int?

  init(_ plan: Plan) {
    let (roster, solve) = (plan.roster, plan.roster.solve)
    instance = roster.instance
    assigned = roster.assignments.count
    unassigned = plan.unassignedReasons.map(UnassignedFigures.init)
    score = ScoreFigures(roster.score)
    solver = solve?.solver
    status = solve?.status.rawValue
    remark = plan.remark
    lowerBound = solve?.lowerBound
    unassignedBound = solve?.unassignedBound
    distinctBound = solve?.distinctBound
    gap = solve?.gap(total: roster.score.total)
    seed = solve?.seed
    seconds = solve?.seconds.map { ($0 * 1000).rounded() / 1000 }
    iterations = solve?.iterations
    evaluatedMoves = solve?.evaluatedMoves
  }
}

/// Why one visit is left unassigned.
struct UnassignedFigures: Encodable {
  struct Candidate: Encodable {
    let shift, staff, rule, detail: String
  }

  let visit: String
  let impossible: Bool
  let summary: String
  let candidates: [Candidate]

  init(_ reason: UnassignedReason) {
    visit = reason.visit.rawValue
    impossible = reason.isImpossible
    summary = reason.summary
    candidates = reason.candidates.map {
      Candidate(shift: $0.shift.rawValue, staff: $0.staff.rawValue, rule: $0.obstacle.cause, detail: $0.obstacle.detail)
    }
  }
}

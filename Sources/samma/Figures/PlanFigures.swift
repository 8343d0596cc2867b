import HomeCare
import Interchange
import Reports
import Rostering

extension Plan {
  /// The outcome of a planning run for `--json` and for the last line of `--progress ndjson`.
  var figures: JSONObject {
    let solve = roster.solve
    return [
      "instance": roster.instance, "assigned": roster.assignments.count,
      "unassigned": unassignedReasons.map(\.figures), "score": ScoreFigures(roster.score),
      "weights": solve?.weights?.figures, "solver": solve?.solver,
      "status": solve?.status.rawValue, "remark": remark, "lowerBound": solve?.lowerBound,
      "unassignedBound": solve?.unassignedBound, "distinctBound": solve?.distinctBound,
      "gap": solve?.gap(total: roster.score.total), "seed": solve?.seed,
      "seconds": solve?.seconds.map { ($0 * 1000).rounded() / 1000 }, "iterations": solve?.iterations,
      "evaluatedMoves": solve?.evaluatedMoves,
    ]
  }
}

extension UnassignedReason {
  /// Why the visit is left unassigned, for JSON.
  var figures: JSONObject {
    let shown = candidates.map { candidate -> JSONObject in
      [
        "shift": candidate.shift.rawValue, "staff": candidate.staff.rawValue, "rule": candidate.obstacle.cause,
        "detail": candidate.obstacle.detail,
      ]
    }
    return ["visit": visit.rawValue, "impossible": isImpossible, "summary": summary, "candidates": shown]
  }
}

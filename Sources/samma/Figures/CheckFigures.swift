import HomeCare
import Interchange
import Reports

extension RosterCheck {
  /// The outcome of a check for `--json`; what is said of exceptions is there only in format 2 or where any are proposed.
  func figures(
    of roster: Roster, warnings: [InstanceProblem], proposals: ExceptionProposals? = nil
  ) -> JSONObject {
    [
      "instance": roster.instance, "valid": isValid, "violations": violations.map(\.figures),
      "exceptions": score.format == .one ? nil : exceptions.map(\.figures),
      "proposed": proposals.map { $0.exceptions.map(\.figures) },
      "uncovered": proposals.map { $0.uncovered.map(\.figures) }, "score": ScoreFigures(score),
      "stated": ScoreFigures(roster.score), "plannedBy": roster.solve?.weights?.figures,
      "warnings": warnings.map(\.description),
    ]
  }
}

import HomeCare
import Interchange
import Reports

extension RosterCheck {
  /// The outcome of a check for `--json`.
  func figures(of roster: Roster, warnings: [InstanceProblem]) -> JSONObject {
    let broken = violations.map { violation -> JSONObject in
      [
        "rule": violation.rule.rawValue, "visit": violation.visit?.rawValue, "shift": violation.shift?.rawValue,
        "staff": violation.staff?.rawValue, "found": violation.found, "expected": violation.expected,
      ]
    }
    return [
      "instance": roster.instance, "valid": isValid, "violations": broken, "score": ScoreFigures(score),
      "stated": ScoreFigures(roster.score), "plannedBy": roster.solve?.weights?.figures,
      "warnings": warnings.map(\.description),
    ]
  }
}

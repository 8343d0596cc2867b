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
    let excepted = exceptions.map { use -> JSONObject in
      let exception = use.exception
      return [
        "row": use.row + 1, "rule": exception.rule.rawValue, "reason": exception.reason,
        "visit": exception.visit?.rawValue, "second": exception.second?.rawValue, "staff": exception.staff?.rawValue,
        "shift": exception.shift?.rawValue, "inUse": use.isInUse,
      ]
    }
    return [
      "instance": roster.instance, "valid": isValid, "violations": broken,
      "exceptions": score.format == .one ? nil : excepted, "score": ScoreFigures(score),
      "stated": ScoreFigures(roster.score), "plannedBy": roster.solve?.weights?.figures,
      "warnings": warnings.map(\.description),
    ]
  }
}

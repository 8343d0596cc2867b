import HomeCare
import Interchange
import Reports

extension RosterCheck {
  /// The outcome of a check for `--json`; what is said of exceptions is there only in format 2 or where any are proposed.
  func figures(
    of roster: Roster, warnings: [InstanceProblem], proposals: ExceptionProposals? = nil
  ) -> JSONObject {
    let uses = exceptions.map { use -> JSONObject in
      JSONObject([("row", use.row + 1), ("inUse", use.isInUse)] + use.exception.members)
    }
    return [
      "instance": roster.instance, "valid": isValid, "violations": violations.map(\.figures),
      "exceptions": score.format == .one ? nil : uses,
      "proposed": proposals.map { $0.exceptions.map { JSONObject($0.members) } },
      "uncovered": proposals.map { $0.uncovered.map(\.figures) }, "score": ScoreFigures(score),
      "stated": ScoreFigures(roster.score), "plannedBy": roster.solve?.weights?.figures,
      "warnings": warnings.map(\.description),
    ]
  }
}

extension Violation {
  /// The violation for `--json`.
  fileprivate var figures: JSONObject {
    [
      "rule": rule.rawValue, "visit": visit?.rawValue, "shift": shift?.rawValue, "staff": staff?.rawValue,
      "found": found, "expected": expected,
    ]
  }
}

extension RuleException {
  /// The exception for `--json`, under the names of its columns.
  fileprivate var members: [(String, (any Encodable)?)] {
    [
      ("rule", rule.rawValue), ("reason", reason), ("visit", visit?.rawValue), ("second", second?.rawValue),
      ("staff", staff?.rawValue), ("shift", shift?.rawValue), ("before", before == 0 ? nil : before),
      ("after", after == 0 ? nil : after), ("minutes", minutes), ("by", by),
    ]
  }
}

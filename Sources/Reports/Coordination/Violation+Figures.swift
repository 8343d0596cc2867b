import HomeCare
import Interchange

extension Violation {
  /// The violation for `--json`.
  package var figures: JSONObject {
    [
      "rule": rule.rawValue, "visit": visit?.rawValue, "shift": shift?.rawValue, "staff": staff?.rawValue,
      "found": found, "expected": expected,
    ]
  }
}

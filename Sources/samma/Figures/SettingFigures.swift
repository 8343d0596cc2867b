import Interchange
import Rostering

extension SolverSetting {
  /// The setting for `--json`.
  var figures: JSONObject {
    ["name": name, "value": value, "least": range.lowerBound, "most": range.upperBound, "meaning": meaning]
  }
}

import Interchange
import Rostering

extension SolverSetting {
  /// The setting for `--json`.
  var figures: JSONObject {
    [
      "name": name, "value": value, "least": range.lowerBound, "most": range.upperBound,
      "sensibleLeast": sensible.lowerBound, "sensibleMost": sensible.upperBound,
      "scale": isLogarithmic ? "logarithmic" : "linear", "type": isWhole ? "whole" : "real", "needs": needs,
      "isShare": isShare, "meaning": meaning,
    ]
  }
}

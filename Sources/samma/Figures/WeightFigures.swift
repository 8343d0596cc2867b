import HomeCare
import Interchange
import Reports

extension WeightSettings {
  /// The weights that are set, for JSON.
  var figures: JSONObject {
    JSONObject(parts.map { ($0.weightName, self[$0]) })
  }
}

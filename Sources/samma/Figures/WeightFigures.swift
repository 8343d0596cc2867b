import HomeCare
import Interchange
import Reports

extension WeightSettings {
  /// The weights that are set, for JSON.
  var figures: JSONObject {
    JSONObject(parts.map { ($0.weightName, self[$0]) })
  }

  /// The weights that are set, beside those in whose place they stand: `notContact 20 instead of 10`.
  func text(beside own: Weights) -> String {
    parts.map { "\($0.weightName) \(self[$0] ?? own[$0]) instead of \(own[$0])" }.joined(separator: ", ")
  }
}

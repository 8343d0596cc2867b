/// Holm's step-down correction for several tests (S. Holm, "A simple sequentially rejective multiple test procedure",
/// 1979).
public enum Holm {
  /// The chances adjusted so that, held against one level, some true hypothesis is rejected no more often than the level
  /// says; in the given order.
  public static func adjusted(_ chances: [Double]) -> [Double] {
    var adjusted = chances
    var largest = 0.0
    for (step, index) in chances.indices.sorted(by: { chances[$0] < chances[$1] }).enumerated() {
      largest = max(largest, min(1, chances[index] * Double(chances.count - step)))
      adjusted[index] = largest
    }
    return adjusted
  }
}

/// Weights of some parts of the score, in place of those that an instance has.
public struct WeightSettings: Hashable, Sendable {
  private var values: [ScorePart: Int] = [:]

  /// Settings that change nothing.
  public init() {}

  /// The weights of a run that are not the instance's.
  public init(of searched: Weights, unlike own: Weights) {
    for part in ScorePart.allCases where searched[part] != own[part] { values[part] = searched[part] }
  }

  /// The weight set for a part; `nil` where it stays as it is.
  public subscript(part: ScorePart) -> Int? {
    get { values[part] }
    set { values[part] = newValue }
  }

  /// The parts that are set, in the order of the files.
  public var parts: [ScorePart] { ScorePart.allCases.filter { values[$0] != nil } }

  /// Weights with these in the place of theirs.
  public func applied(to weights: Weights) -> Weights {
    var result = weights
    for part in parts { result[part] = self[part] ?? result[part] }
    return result
  }
}

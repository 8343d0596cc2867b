/// What each unit of the score's parts costs; whole numbers, never negative.
public struct Weights: Hashable, Sendable {
  @usableFromInline var numbers = PartNumbers()

  /// The standard weights of format 1.
  public init() { self = .standard(for: .one) }

  /// The weights of an instance of a format that does not state its own.
  public static func standard(for format: InstanceFormat) -> Weights {
    var weights = Weights(only: [:])
    for part in ScorePart.allCases { weights[part] = part.standardWeight(in: format) }
    return weights
  }

  /// Weights of 0, but for some parts.
  public init(only weights: KeyValuePairs<ScorePart, Int>) {
    for (part, weight) in weights { numbers[part] = weight }
  }

  /// The weight of a part.
  @inlinable
  public subscript(part: ScorePart) -> Int {
    get { numbers[part] }
    set { numbers[part] = newValue }
  }
}

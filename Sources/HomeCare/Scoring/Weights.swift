/// What each unit of the score's parts costs; whole numbers, never negative.
public struct Weights: Hashable, Sendable {
  @usableFromInline var numbers = PartNumbers()

  /// The standard weights.
  public init() {
    for part in ScorePart.allCases { numbers[part] = part.standardWeight }
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

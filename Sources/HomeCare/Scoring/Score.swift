/// A roster's score and its parts; whole numbers, smaller is better.
public struct Score: Hashable, Sendable {
  /// The weighted sum of the parts.
  public var total = 0
  @usableFromInline var numbers = PartNumbers()

  /// The format of the instance, which says what parts the score has.
  public var format: InstanceFormat

  /// A score of zero.
  public init(format: InstanceFormat = .one) { self.format = format }

  /// The parts that the score has.
  public var parts: [ScorePart] { ScorePart.parts(of: format) }

  /// The number of a part.
  @inlinable
  public subscript(part: ScorePart) -> Int {
    get { numbers[part] }
    set { numbers[part] = newValue }
  }

  /// The weighted sum of the parts.
  public func total(under weights: Weights) -> Int {
    ScorePart.allCases.reduce(0) { $0 + self[$1] * weights[$1] }
  }

  /// Two scores together, part by part.
  public static func + (left: Score, right: Score) -> Score { left.combined(with: right, by: +) }

  /// What one score has more than another, part by part; negative where it has less.
  public static func - (left: Score, right: Score) -> Score { left.combined(with: right, by: -) }

  private func combined(with other: Score, by operation: (Int, Int) -> Int) -> Score {
    var result = Score(format: max(format, other.format))
    result.total = operation(total, other.total)
    for part in ScorePart.allCases { result[part] = operation(self[part], other[part]) }
    return result
  }
}

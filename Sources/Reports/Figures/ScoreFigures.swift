import HomeCare

/// A score, or what changes in one, for JSON: the total and each part under the name that roster files use.
public struct ScoreFigures: Encodable {
  private let figures: [String: Int]

  /// The parts of a score.
  public init(_ score: Score) {
    figures = Dictionary(uniqueKeysWithValues: score.parts.map { ($0.name, score[$0]) })
      .merging(["total": score.total]) { $1 }
  }

  /// Writes the parts as one object.
  public func encode(to encoder: any Encoder) throws { try figures.encode(to: encoder) }
}

import HomeCare

/// A score for `--json`: an object with the total and each part under the name that roster files use.
struct ScoreFigures: Encodable {
  private let figures: [String: Int]

  init(_ score: Score) {
    figures = Dictionary(uniqueKeysWithValues: Score.parts.map { ($0.name, score[keyPath: $0.part]) })
      .merging(["total": score.total]) { $1 }
  }

  func encode(to encoder: any Encoder) throws { try figures.encode(to: encoder) }
}

import HomeCare
import Interchange

/// What became of a part of a list of changes, for people (`text`) and for programs (`Encodable`).
public struct ApplyReport: Sendable {
  let part: PartOfChanges

  /// A report on a part of a list.
  public init(_ part: PartOfChanges) { self.part = part }

  /// What is carried out, what does not go without what, and what stands nowhere.
  public func text(_ language: Language = .english) -> String {
    var lines = part.dependences.map { dependence in
      let broken = language.text(dependence.broken)
      return dependence.visits.isEmpty
        ? language(.comesAnyway, dependence.needed, broken)
        : language(.comesAlong, language.listed(dependence.visits), dependence.needed, broken)
    }
    if let roster = part.roster {
      lines.append(language(.carriedOut, part.carriedOut.count, roster.score.total))
    } else {
      lines.append(language(.nothingCarriedOut))
    }
    if !part.left.isEmpty {
      lines.append(language(.leftWithoutChange, part.left.count, language.listed(part.left)))
    }
    return lines.map { $0.printable + "\n" }.joined()
  }
}

extension ApplyReport: Encodable {
  /// Writes whether the part stands, and what it needs.
  public func encode(to encoder: any Encoder) throws {
    let dependences = part.dependences.map { dependence -> JSONObject in
      [
        "visits": dependence.visits.map(\.rawValue), "needs": dependence.needed.rawValue,
        "broken": dependence.broken.figures,
      ]
    }
    let report: JSONObject = [
      "carriedOut": part.carriedOut.map(\.rawValue), "left": part.left.map(\.rawValue), "dependences": dependences,
      "score": part.roster.map { ScoreFigures($0.score) },
    ]
    try report.encode(to: encoder)
  }
}

import HomeCare
import Reports

/// A score by its parts for people: how many, at what price, and what they cost.
struct ScoreTable {
  let score: Score
  let weights: Weights

  /// The table with its header and its sum.
  var text: String {
    var table = TextTable([("part", .left), ("count", .right), ("weight", .right), ("cost", .right)])
    for part in ScorePart.allCases {
      let (cost, tooLarge) = score[part].multipliedReportingOverflow(by: weights[part])
      table.append([part.name, "\(score[part])", "\(weights[part])", tooLarge ? "–" : "\(cost)"])
    }
    table.append(["total", "", "", "\(score.total)"])
    return table.text
  }
}

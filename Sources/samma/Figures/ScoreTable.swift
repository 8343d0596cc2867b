import HomeCare
import Reports

/// A score by its parts for people: how many, at what price, and what they cost.
struct ScoreTable {
  let score: Score
  let weights: Weights

  /// The table with its header and its sum.
  var text: String {
    var table = TextTable([("part", .left), ("count", .right), ("weight", .right), ("cost", .right)])
    for (name, part, weight) in Score.parts {
      let (cost, tooLarge) = score[keyPath: part].multipliedReportingOverflow(by: weights[keyPath: weight])
      table.append([name, "\(score[keyPath: part])", "\(weights[keyPath: weight])", tooLarge ? "–" : "\(cost)"])
    }
    table.append(["total", "", "", "\(score.total)"])
    return table.text
  }
}

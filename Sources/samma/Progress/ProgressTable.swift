import Continuity
import HomeCare
import Reports
import Rostering

/// The rows of a run's progress, each a moment of it.
struct ProgressTable {
  private let columns: [ScorePart]
  private let contact: ContactShare?

  /// A table for an instance; the parts of the score that its weights give no price are left out.
  ///
  /// - Parameter contact: What tells the share of visits by the fixed contact, where that is a column.
  init(_ weights: Weights, contact: ContactShare?) {
    columns = ScorePart.allCases.filter { weights[$0] > 0 }
    self.contact = contact
  }

  /// The names of the columns.
  var header: String {
    "    time  iterations       score |\(columns.map { "  \($0.name)" }.joined())\(contact == nil ? "" : "  byContact") |     bound     gap"
  }

  /// One moment.
  func row(seconds: Double, iterations: Int, score: Score, lowerBound: Int?) -> String {
    let parts = columns.map { "  " + "\(score[$0])".leftPadded(to: $0.name.count) }
    let share = contact.map { ($0.share(under: score).map { Decimal.percent($0.value) } ?? "–").leftPadded(to: 11) }
    let gap = lowerBound.map { score.total == 0 ? 0 : Double(score.total - $0) / Double(score.total) }
    return [
      "\(Decimal.text(seconds, places: 1)) s".leftPadded(to: 8), "\(iterations)".leftPadded(to: 12),
      "\(score.total)".leftPadded(to: 12), " |", parts.joined(), share ?? "", " |",
      (lowerBound.map { "\($0)" } ?? "–").leftPadded(to: 10),
      (gap.map { Decimal.percent($0) } ?? "–").leftPadded(to: 8),
    ].joined()
  }
}

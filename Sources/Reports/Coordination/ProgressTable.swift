import Continuity
import HomeCare

/// The rows of a run's progress, each a moment of it.
struct ProgressTable {
  private let columns: [(part: ScorePart, title: String)]
  private let contact: ContactShare?
  private let language: Language

  /// A table for an instance; the parts of the score that its weights give no price are left out.
  init(_ instance: Instance, _ language: Language) {
    columns = ScorePart.allCases.filter { instance.weights[$0] > 0 }.map { ($0, language.term("column", $0.name)) }
    contact = .inProgress(of: instance)
    self.language = language
  }

  /// The names of the columns.
  var header: String {
    let parts = columns.map { "  \($0.title)" }.joined()
    let share = contact == nil ? "" : "  \(contactTitle)"
    return [
      language(.time).leftPadded(to: 8), language(.progressIterations).leftPadded(to: 12),
      language(.score).leftPadded(to: 12), " |", parts, share, " |",
      language(.progressBound).leftPadded(to: 10), language(.progressGap).leftPadded(to: 8),
    ].joined()
  }

  private var contactTitle: String { language.term("column", "byContact") }

  /// One moment.
  func row(seconds: Double, iterations: Int, score: Score, lowerBound: Int?) -> String {
    let parts = columns.map { "  " + "\(score[$0.part])".leftPadded(to: $0.title.count) }
    let share = contact.map { language.percent($0.share(under: score)).leftPadded(to: contactTitle.count + 2) }
    let gap = lowerBound.map { score.total == 0 ? 0 : Double(score.total - $0) / Double(score.total) }
    return [
      "\(language.number(seconds, 1)) s".leftPadded(to: 8), "\(iterations)".leftPadded(to: 12),
      "\(score.total)".leftPadded(to: 12), " |", parts.joined(), share ?? "", " |",
      language.count(lowerBound).leftPadded(to: 10), language.percent(gap).leftPadded(to: 8),
    ].joined()
  }
}

extension ContactShare {
  /// What tells the contact's share as a run goes on; `nil` in format 1, whose runs are told as ever.
  package static func inProgress(of instance: Instance) -> ContactShare? {
    instance.format == .one ? nil : ContactShare(of: instance)
  }
}

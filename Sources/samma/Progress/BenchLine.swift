import Reports
import Laboratory

extension Bench.Progress {
  /// One line that tells of a run that has ended.
  var line: String { "[\(done)/\(all)] \(record.run.line)  \(record.outcome)\(timeLeft)" }

  private var timeLeft: String {
    switch secondsLeft {
    case ..<1: ""
    case ..<90: "  (about \(Int(secondsLeft)) s left)"
    default: "  (about \(Int((secondsLeft / 60).rounded())) min left)"
    }
  }
}

extension RunSpec {
  /// The run in a few words.
  var line: String {
    let places = seconds == seconds.rounded() ? 0 : 1
    return "\(instance)  \(label)  \(Decimal.text(seconds, places: places)) s  seed \(seed)"
  }
}

extension RunRecord {
  fileprivate var outcome: String {
    if let failure { return "FAILED: \(failure)" }
    guard let score = scored else { return "FAILED" }
    return "total \(score.total), distinct \(score[.distinct]), unassigned \(score[.unassigned])"
  }
}

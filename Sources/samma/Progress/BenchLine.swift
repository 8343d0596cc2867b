import Reports
import Laboratory

extension Bench.Progress {
  /// One line that tells of a run that has ended.
  var line: String { "[\(done)/\(all)] \(record.run.line)  \(record.outcome)\(timeLeft)" }

  private var timeLeft: String {
    guard let secondsLeft else { return "" }
    return switch secondsLeft {
    case ..<1: ""
    case ..<90: "  (about \(Int(secondsLeft)) s left)"
    default: "  (about \(Int((secondsLeft / 60).rounded())) min left)"
    }
  }
}

extension RunSpec {
  /// The run in a few words.
  var line: String {
    "\(instance)  \(label)  \(budget.title)  seed \(seed)"
  }
}

extension RunRecord {
  fileprivate var outcome: String {
    if let failure { return "FAILED: \(failure)" }
    guard let score = scored else { return "FAILED" }
    let figures = "total \(score.total), distinct \(score[.distinct]), unassigned \(score[.unassigned])"
    let late = lateness.map { ["late: the roster came after \($0)"] } ?? []
    let taken = isDisturbed ? ["others took \(Decimal.percent(takenByOthers ?? 0)) of its processors"] : []
    return ([figures] + late + (remarks ?? []) + taken).joined(separator: "; ")
  }
}

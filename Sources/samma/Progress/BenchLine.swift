import Laboratory

/// One line that tells of a run that has ended.
struct BenchLine {
  private let progress: Bench.Progress

  init(_ progress: Bench.Progress) { self.progress = progress }

  /// The line.
  var text: String {
    let record = progress.record
    let place = "[\(progress.done)/\(progress.all)]"
    let run = "\(record.run.instance)  \(record.run.solver)  \(ProgressTable.decimal(record.run.seconds, places: 0)) s"
    return "\(place) \(run)  seed \(record.run.seed)  \(outcome(of: record))\(timeLeft)"
  }

  private func outcome(of record: RunRecord) -> String {
    if let failure = record.failure { return "FAILED: \(failure)" }
    guard let score = record.scored else { return "FAILED" }
    return "total \(score.total), distinct \(score.distinct), unassigned \(score.unassigned)"
  }

  private var timeLeft: String {
    switch progress.secondsLeft {
    case ..<1: ""
    case ..<90: "  (about \(Int(progress.secondsLeft)) s left)"
    default: "  (about \(Int((progress.secondsLeft / 60).rounded())) min left)"
    }
  }
}

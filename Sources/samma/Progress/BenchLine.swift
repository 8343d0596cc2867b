import Reports
import Laboratory

/// One line that tells of a run that has ended.
struct BenchLine {
  private let progress: Bench.Progress

  init(_ progress: Bench.Progress) { self.progress = progress }

  /// The line.
  var text: String {
    let record = progress.record
    let place = "[\(progress.done)/\(progress.all)]"
    return "\(place) \(Self.name(record.run))  \(outcome(of: record))\(timeLeft)"
  }

  /// A run in a few words.
  static func name(_ run: RunSpec) -> String {
    let places = run.seconds == run.seconds.rounded() ? 0 : 1
    return "\(run.instance)  \(run.label)  \(Decimal.text(run.seconds, places: places)) s  seed \(run.seed)"
  }

  private func outcome(of record: RunRecord) -> String {
    if let failure = record.failure { return "FAILED: \(failure)" }
    guard let score = record.scored else { return "FAILED" }
    return "total \(score.total), distinct \(score[.distinct]), unassigned \(score[.unassigned])"
  }

  private var timeLeft: String {
    switch progress.secondsLeft {
    case ..<1: ""
    case ..<90: "  (about \(Int(progress.secondsLeft)) s left)"
    default: "  (about \(Int((progress.secondsLeft / 60).rounded())) min left)"
    }
  }
}

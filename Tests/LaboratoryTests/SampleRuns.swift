@testable import Laboratory

/// Runs made up by hand.
enum SampleRuns {
  /// A run of two seconds whose total fell to `total` at half a second, from twice as much.
  static func run(
    _ instance: String, _ solver: String, seed: UInt64, total: Int?, distinct: Int = 3, seconds: Double = 2
  ) -> RunRecord {
    let run = RunSpec(
      instance: instance, file: "\(instance).json", sha256: instance, label: solver, solver: "auto", parameters: [:],
      threads: 1, seed: seed, seconds: seconds)
    var record = RunRecord(run, experiment: "sample", version: "1.2.3")
    guard let total else {
      record.failure = "it broke"
      return record
    }
    record.score = ["total": total, "distinct": distinct, "unassigned": 0, "travelMinutes": 40]
    record.bound = .init(total: 50)
    record.trace = [.init(seconds: 0.25, total: total * 2), .init(seconds: 0.5, total: total)]
    record.movesPerSecond = 1_000_000
    return record
  }
}

import Foundation
import Statistics

/// The median over runs of how far above the best their rosters were, moment by moment.
struct ScoreOverTime {
  /// Moments by factor of ten; enough for a smooth line.
  private static let perDecade = 24.0

  /// The gap in percent at each moment, from the first at which most runs have a roster.
  let points: [(seconds: Double, gap: Double)]

  /// - Parameters:
  ///   - runs: Runs of any instances.
  ///   - reference: The best total of an instance.
  init(_ runs: [RunRecord], reference: (String) -> Int) {
    let runs = runs.filter { $0.isSuccess && !$0.trace.isEmpty && reference($0.run.instance) > 0 }
    guard let end = runs.map(\.run.seconds).max(), let first = runs.compactMap({ $0.trace.first?.seconds }).min() else {
      points = []
      return
    }
    let start = max(0.1, min(first, end))
    let steps = max(1, Int((log10(end / start) * Self.perDecade).rounded(.up)))
    points = (0...steps).compactMap { step in
      let seconds = step == steps ? end : start * pow(end / start, Double(step) / Double(steps))
      // By instance first, so that one with more runs weighs no more than another.
      let medians = Dictionary(grouping: runs, by: \.run.instance).values.map { runs in
        runs.map { run in
          let total = run.trace.last { $0.seconds <= seconds }?.total
          return total.map { Double($0) / Double(reference(run.run.instance)) * 100 - 100 } ?? .infinity
        }.median ?? .infinity
      }
      // Summed in order of size: the order of a dictionary must not reach the last digit.
      let mean = medians.sorted().reduce(0, +) / Double(medians.count)
      return mean.isFinite ? (seconds, mean) : nil
    }
  }
}

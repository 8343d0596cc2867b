import Foundation
import Statistics

/// How far above the best the rosters of runs were, roster by roster: quartiles over the runs of an instance, and of several
/// instances their mean.
struct ScoreOverTime {
  /// A place from which on the figures hold until the next.
  struct Point: Hashable {
    /// Seconds since the runs began, or iterations.
    var place: Double
    /// Percent above the best; the upper quartile is infinite where a quarter of the runs has no roster yet.
    var lower, median, upper: Double
  }

  /// In order, from the first place at which most runs of every instance have a roster to the end of the longest budget.
  let points: [Point]

  /// - Parameters:
  ///   - runs: Runs of any instances; of those by iterations, only those whose traces tell them.
  ///   - reference: The best total of an instance.
  init(_ runs: [RunRecord], reference: (String) -> Int) {
    let runs = runs.filter { run in
      run.isSuccess && !run.trace.isEmpty && reference(run.run.instance) > 0
        && run.trace.allSatisfy { run.run.budget.place(of: $0) != nil }
    }
    var instances: [String: Int] = [:]
    for run in runs where instances[run.run.instance] == nil { instances[run.run.instance] = instances.count }
    // Of each instance the gap of each of its runs so far.
    var gaps = [[Double]](repeating: [], count: instances.count)
    var events: [(place: Double, instance: Int, run: Int, gap: Double)] = []
    for run in runs {
      let (instance, best) = (instances[run.run.instance] ?? 0, Double(reference(run.run.instance)))
      for moment in run.trace {
        guard let place = run.run.budget.place(of: moment), place <= run.run.budget.amount else { continue }
        events.append((place, instance, gaps[instance].count, Double(moment.total) / best * 100 - 100))
      }
      gaps[instance].append(.infinity)
    }
    events.sort { ($0.place, $0.instance, $0.run) < ($1.place, $1.instance, $1.run) }
    var quartiles = [Quartiles?](repeating: nil, count: gaps.count)
    var points: [Point] = []
    for (index, event) in events.enumerated() {
      gaps[event.instance][event.run] = event.gap
      quartiles[event.instance] = Quartiles(gaps[event.instance])
      // What happens at one place is one point.
      if index + 1 < events.count && events[index + 1].place == event.place { continue }
      let known = quartiles.compactMap(\.self)
      guard known.count == gaps.count, known.allSatisfy(\.median.isFinite) else { continue }
      func mean(_ figure: KeyPath<Quartiles, Double>) -> Double {
        known.reduce(0) { $0 + $1[keyPath: figure] } / Double(known.count)
      }
      points.append(
        Point(place: event.place, lower: mean(\.lower), median: mean(\.median), upper: mean(\.upper)))
    }
    if var last = points.last, let end = runs.map(\.run.budget.amount).max(), end > last.place {
      last.place = end
      points.append(last)
    }
    self.points = points
  }
}

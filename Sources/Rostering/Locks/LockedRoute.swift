/// Whether one shift has room for some visits, in whatever order.
///
/// Of labels with the same visits, last visit and break only the one that ends earliest stays. Links, teams and caps are
/// left out, so a "no" is certain where detours save no time, and a "yes" is not.
struct LockedRoute {
  /// A visit in the window that it is held to.
  struct Stay {
    var visit: VisitRow
    var earliest: Minutes
    var latest: Minutes
  }

  let problem: CompiledProblem
  let shift: ShiftRow

  /// Whether the shift has room for all; also where that would take too long to find out.
  func hasRoom(for stays: [Stay]) -> Bool {
    guard stays.count < UInt64.bitWidth, problem.travelIsMetric else { return true }
    let row = problem.shifts[shift]
    let visits = stays.map { problem.visits[$0.visit] }
    let stops = ShiftStops(
      row,
      zip(stays, visits).map { stay, visit in
        ShiftStops.Stop(
          release: stay.earliest, latest: min(stay.latest, row.end - visit.minutes), minutes: visit.minutes,
          out: problem.minutes(row.base, visit.location, in: row),
          back: problem.minutes(visit.location, row.base, in: row))
      }
    ) { problem.minutes(visits[$0].location, visits[$1].location, in: row) }
    var labeller = RouteLabeller(stops, WholeSets(stays.count))
    guard labeller.run() else { return true }
    return (0..<Int32(labeller.kept.count)).contains { index in
      let label = labeller.kept[index]
      guard label.load.nonzeroBitCount == stays.count else { return false }
      return stays.isEmpty || label.end <= stops.latestEnd(of: label.stop, isRested: label.isRested)
    }
  }
}

/// Labels of sets of stops, a stop more each rank.
private struct WholeSets: LabelRule {
  /// The stops so far.
  typealias Load = UInt64

  /// Most labels kept before the answer is left open.
  private static let mostLabels = 20_000

  private let stopCount: Int

  init(_ stopCount: Int) { self.stopCount = stopCount }

  var atBase: UInt64 { 0 }
  var rankCount: Int { stopCount + 1 }

  func rank(of label: Label) -> Int { label.load.nonzeroBitCount }

  func admits(_ stop: Int32, behind label: Label) -> Bool { label.load & (1 << UInt64(stop)) == 0 }

  func load(of label: Label, at stop: Int32, by step: RouteStep) -> UInt64? { label.load | 1 << UInt64(stop) }

  func goesOn(after count: LabelCount) -> Bool { count.kept <= Self.mostLabels }

  func arrange(_ rank: inout [Int32], _ waiting: borrowing LabelList<UInt64>, _ kept: borrowing LabelList<UInt64>) {
    func key(_ place: Int32) -> (UInt64, Int32, Int, Int32) {
      let label = waiting[place]
      return (label.load, label.stop, label.isRested ? 1 : 0, label.end)
    }
    rank.sort { key($0) < key($1) }
  }

  func keeps(_ label: inout Label, at index: Int32, _ kept: borrowing LabelList<UInt64>) -> Bool {
    let last = kept[index - 1]
    return last.load != label.load || last.stop != label.stop || last.isRested != label.isRested
  }
}

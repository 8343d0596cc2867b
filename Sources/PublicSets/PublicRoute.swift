/// A caregiver's day by the clock of a public set: legs, waits and lunch.
struct PublicRoute {
  /// What the legs take, from and back to the caregiver's place.
  private(set) var travel = 0.0
  /// What the services take.
  private(set) var service = 0.0
  /// When the caregiver sets out.
  let departure: Double
  /// When the caregiver is back.
  private(set) var back: Double
  /// Each wait at a task, without the lunch that fills it.
  private(set) var waits: [Double] = []
  /// Whether the day holds a lunch break; `nil` where it needs none.
  private(set) var hasLunch: Bool?
  /// Lunch that lies before the first task or behind the last.
  private var lunchBeside = 0.0
  private let caregiver: PublicProblem.Caregiver

  /// Follows stops in their order.
  init(_ stops: [PublicAnswer.Stop], of caregiver: PublicProblem.Caregiver, _ problem: PublicProblem) {
    self.caregiver = caregiver
    var free = caregiver.start
    var place = caregiver.place
    var gaps: [LunchGap] = []
    var departure = caregiver.start
    for (index, stop) in stops.enumerated() {
      let task = problem.tasks[stop.task]
      let leg = problem.distances[place][task.place]
      travel += leg
      if index == 0 && !problem.leavesAtShiftStart { departure = stop.start - leg }
      let isFirst = index == 0 && !problem.leavesAtShiftStart
      waits.append(isFirst ? 0 : max(0, stop.start - free - leg))
      gaps.append(LunchGap(from: free, leg: leg, to: stop.start))
      let end = max(stop.end, stop.start + task.duration)
      service += end - stop.start
      free = end
      place = task.place
    }
    self.departure = departure
    let leg = stops.isEmpty ? 0 : problem.distances[place][caregiver.place]
    travel += leg
    back = free + leg
    gaps.append(LunchGap(from: free, leg: leg, to: caregiver.hasShift ? caregiver.end : .infinity))
    if let lunch = problem.lunch, caregiver.hasLunch { takeLunch(lunch, in: gaps, problem.windowRule) }
  }

  /// Takes lunch between two tasks where it fits, since it shortens a wait there, and else before or behind them.
  private mutating func takeLunch(_ lunch: PublicProblem.Lunch, in gaps: [LunchGap], _ rule: PublicProblem.WindowRule) {
    let latest = rule == .start ? lunch.closes : lunch.closes - lunch.duration
    func fits(_ index: Int) -> Bool { gaps[index].holds(lunch, by: latest) }
    if let between = gaps.indices.dropFirst().dropLast().first(where: fits) {
      hasLunch = true
      waits[between] = max(0, waits[between] - lunch.duration)
    } else {
      hasLunch = fits(0) || fits(gaps.count - 1)
      lunchBeside = hasLunch == true ? lunch.duration : 0
    }
  }

  /// What the shift holds beside services, travel and lunch.
  var idle: Double {
    guard caregiver.hasShift else { return 0 }
    // The first wait is counted with the way out where caregivers leave early.
    return max(0, departure - caregiver.start + waits.reduce(0, +) + max(0, caregiver.end - back) - lunchBeside)
  }
}

/// Time between two services, or beside them, in which a way lies.
private struct LunchGap {
  var from: Double
  var leg: Double
  var to: Double

  /// Whether lunch fits before the way or behind it.
  func holds(_ lunch: PublicProblem.Lunch, by latest: Double) -> Bool {
    let before = max(from, lunch.opens) <= min(latest, to - leg - lunch.duration)
    return before || max(from + leg, lunch.opens) <= min(latest, to - lunch.duration)
  }
}

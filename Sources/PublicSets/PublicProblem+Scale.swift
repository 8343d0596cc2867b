import HomeCare

extension PublicProblem {
  /// Minutes of an instance for each unit of the set; `nil` where the times have more than three decimals.
  ///
  /// As many as make all times whole, or, where shifts would then be longer than an instance's may be, as many as fit.
  public var scale: Int? {
    guard let exact = exactScale else { return nil }
    return [1_000, 100, 10].first { $0 <= exact && fits($0) } ?? 1
  }

  /// Whether an instance holds the problem's times as they are; otherwise ways and services are rounded up in it, and
  /// windows and shifts inwards, so that its rosters answer the problem too.
  public var isExact: Bool { scale == exactScale }

  private var exactScale: Int? {
    let times = times
    return [1, 10, 100, 1_000].first { scale in times.allSatisfy { Self.isWhole($0, scale) } }
  }

  private static func isWhole(_ time: Double, _ scale: Int) -> Bool {
    // Both sides are the double nearest to the same decimal number where the product is whole.
    (time * Double(scale)).rounded() / Double(scale) == time
  }

  private var times: [Double] {
    var times = distances.flatMap { $0 }
    for task in tasks {
      times.append(task.duration)
      for window in task.windows { times += [window.opens, window.closes] }
    }
    for caregiver in caregivers where caregiver.hasShift { times += [caregiver.start, caregiver.end] }
    for pair in pairs {
      if let gap = pair.gap { times += [gap.lowerBound, gap.upperBound] }
    }
    if let lunch { times += [lunch.opens, lunch.closes, lunch.duration] }
    return times
  }

  private func fits(_ scale: Int) -> Bool {
    let longest = caregivers.map { $0.end - $0.start }.max() ?? 0
    let widest = objective.isRule(.tardiness) ? 0 : tasks.map { Self.span(of: $0) }.max() ?? 0
    return Int((longest * Double(scale)).rounded(.up)) <= InputLimits.shiftMinutes.upperBound
      && Int((widest * Double(scale)).rounded(.up)) <= InputLimits.tolerance.upperBound
  }

  /// From the opening of a task's first window to the closing of its last.
  static func span(of task: Task) -> Double { (task.windows.last?.closes ?? task.closes) - task.opens }

  /// A time in minutes of the instance, rounded down.
  func floor(_ time: Double, _ scale: Int) -> Int { Int((time * Double(scale) + 1e-6).rounded(.down)) }

  /// A time in minutes of the instance, rounded up.
  func ceiling(_ time: Double, _ scale: Int) -> Int { Int((time * Double(scale) - 1e-6).rounded(.up)) }

  /// When a caregiver's shift ends, in minutes of the instance from the day's start.
  ///
  /// Without a shift, twice as late as the windows ask for, as far as a shift may be so long.
  func shiftEnd(of caregiver: Caregiver, _ scale: Int) -> Int {
    if caregiver.hasShift { return max(ceiling(caregiver.start, scale) + 1, floor(caregiver.end, scale)) }
    return min(InputLimits.shiftMinutes.upperBound, 2 * ceiling(caregiver.end, scale))
  }
}

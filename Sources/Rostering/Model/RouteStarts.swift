/// The starts that two neighbours in a route leave a stop between them: one stretch with the break still to come behind
/// it, and one with the break taken before it.
struct RouteStarts: BitwiseCopyable {
  private var firstBefore: Minutes
  private var lastBefore: Minutes
  private var firstAfter: Minutes
  private var lastAfter: Minutes

  /// - Parameters:
  ///   - minutes: how long the stop takes.
  ///   - earliest: earliest start in its window; `latest` the latest.
  ///   - out: travel from the stop before; `on` to the stop behind.
  @inline(__always)
  init(
    _ minutes: Minutes, from earliest: Minutes, to latest: Minutes, out: Minutes, on: Minutes, after before: Stop,
    before behind: Stop, in shift: CompiledShift
  ) {
    firstBefore = max(before.endBefore &+ out, earliest)
    firstAfter = max(
      RouteTiming.arrivalAfter(endBefore: before.endBefore, endAfter: before.endAfter, travel: out, shift: shift),
      earliest)
    (lastBefore, lastAfter) = RouteTiming.starts(
      nextBefore: behind.latestBefore, nextAfter: behind.latestAfter, travel: on, earliest: earliest, latest: latest,
      minutes: minutes, shift: shift)
  }

  /// The earliest start; `RouteTiming.never` or later where there is none.
  @inline(__always) var earliest: Minutes {
    min(
      firstBefore <= lastBefore ? firstBefore : RouteTiming.never,
      firstAfter <= lastAfter ? firstAfter : RouteTiming.never)
  }

  /// The latest start; `-RouteTiming.never` where there is none.
  @inline(__always) var latest: Minutes {
    max(
      firstBefore <= lastBefore ? lastBefore : -RouteTiming.never,
      firstAfter <= lastAfter ? lastAfter : -RouteTiming.never)
  }

  /// The window of an opening that need be widened least from the band, so that one of the starts lies in it; none where
  /// there is no start.
  @inline(__always)
  func leastDeviation(in opening: Opening) -> HeldWindow {
    let isBefore = firstBefore <= lastBefore
    let isAfter = firstAfter <= lastAfter
    let before = isBefore ? opening.deviation(from: firstBefore, to: lastBefore) : Minutes.max
    let after = isAfter ? opening.deviation(from: firstAfter, to: lastAfter) : Minutes.max
    if isBefore && before <= after { return opening.held(toward: firstBefore, lastBefore) }
    return isAfter ? opening.held(toward: firstAfter, lastAfter) : .none
  }
}

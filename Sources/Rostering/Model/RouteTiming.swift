/// One stop of a route with the timing summaries that make an insertion test constant-time.
///
/// Index 0 of a route is the start at the base, the last one the return. The *break* of a shift is taken in exactly one
/// gap, so every summary comes twice: for the break still to come and for the break behind. A shift without a break has
/// it behind from the start. (Forward and backward time summaries of a route follow M. W. P. Savelsbergh, "The vehicle
/// routing problem with time windows: minimizing route duration", ORSA Journal on Computing 4, 1992; the two-state
/// break is ours.)
struct Stop: BitwiseCopyable {
  var slot: SlotRow
  var location: LocationRow
  /// Earliest end of the stop with the break still to come, or `RouteTiming.never`.
  var endBefore: Minutes
  /// Earliest end of the stop with the break behind.
  var endAfter: Minutes
  /// Latest start of the stop such that the rest, break included, still works; `-RouteTiming.never` where none.
  var latestBefore: Minutes
  /// Latest start of the stop such that the rest works with the break behind.
  var latestAfter: Minutes
}

/// The arithmetic of windows, travel and the break within one shift.
enum RouteTiming {
  /// A time later than any other, with room to add minutes to it.
  static let never: Minutes = 1 << 28

  /// Earliest arrival with the break behind, leaving a stop whose earliest ends are given, over `travel` minutes.
  @inline(__always)
  static func arrivalAfter(endBefore: Minutes, endAfter: Minutes, travel: Minutes, shift: CompiledShift) -> Minutes {
    let direct = endAfter &+ travel
    if endBefore <= shift.breakTo {
      return min(direct, afterBreak(leaving: endBefore, travel: travel, shift: shift))
    }
    return direct
  }

  /// Earliest arrival with the break taken on the way; `never` where it can no longer begin.
  @inline(__always)
  static func afterBreak(leaving end: Minutes, travel: Minutes, shift: CompiledShift) -> Minutes {
    end <= shift.breakTo ? max(end &+ travel, shift.breakFrom) &+ shift.breakMinutes : never
  }

  /// The latest end of a last stop from which the shift comes home, `back` minutes away; `-never` where it cannot.
  @inline(__always)
  static func latestEnd(back: Minutes, isRested: Bool, shift: CompiledShift) -> Minutes {
    if isRested { return shift.end &- back }
    // The break may begin no later than it must, and must be over by the shift's end.
    if shift.breakFrom &+ shift.breakMinutes > shift.end { return -never }
    return min(shift.end &- back &- shift.breakMinutes, shift.breakTo)
  }

  /// Whether a stop that ends as given can go on to a next stop with the given latest starts.
  @inline(__always)
  static func reaches(
    endBefore: Minutes, endAfter: Minutes, travel: Minutes, latestBefore: Minutes, latestAfter: Minutes,
    shift: CompiledShift
  ) -> Bool {
    endBefore &+ travel <= latestBefore
      || arrivalAfter(endBefore: endBefore, endAfter: endAfter, travel: travel, shift: shift) <= latestAfter
  }

  /// Earliest ends of the start of a route at its base.
  @inline(__always)
  static func endsAtBase(_ shift: CompiledShift) -> (before: Minutes, after: Minutes) {
    shift.breakMinutes > 0 ? (shift.start, never) : (never, shift.start)
  }

  /// Latest starts of a stop before a stop with the given latest starts.
  @inline(__always)
  static func starts(
    nextBefore: Minutes, nextAfter: Minutes, travel: Minutes, earliest: Minutes, latest: Minutes, minutes: Minutes,
    shift: CompiledShift
  ) -> (before: Minutes, after: Minutes) {
    var leaveBefore = nextBefore &- travel
    if shift.breakMinutes > 0 && nextAfter >= shift.breakFrom &+ shift.breakMinutes {
      leaveBefore = max(leaveBefore, min(nextAfter &- travel &- shift.breakMinutes, shift.breakTo))
    }
    let startBefore = min(latest, leaveBefore &- minutes)
    let startAfter = min(latest, nextAfter &- travel &- minutes)
    return (startBefore >= earliest ? startBefore : -never, startAfter >= earliest ? startAfter : -never)
  }

  /// Whether a visit of some minutes that starts in a window could be the only one in a shift.
  static func holdsAlone(
    _ minutes: Minutes, from earliest: Minutes, to latest: Minutes, in shift: CompiledShift, out: Minutes, back: Minutes
  ) -> Bool {
    let start = endsAtBase(shift)
    let (endBefore, endAfter) = ends(
      previousBefore: start.before, previousAfter: start.after, travel: out, earliest: earliest,
      latest: latest, minutes: minutes, shift: shift)
    return reaches(
      endBefore: endBefore, endAfter: endAfter, travel: back, latestBefore: -never, latestAfter: shift.end, shift: shift
    )
  }

  /// Earliest ends of a stop behind a stop with the given earliest ends.
  @inline(__always)
  static func ends(
    previousBefore: Minutes, previousAfter: Minutes, travel: Minutes, earliest: Minutes, latest: Minutes,
    minutes: Minutes,
    shift: CompiledShift
  ) -> (before: Minutes, after: Minutes) {
    let startBefore = max(previousBefore &+ travel, earliest)
    let startAfter = max(
      arrivalAfter(endBefore: previousBefore, endAfter: previousAfter, travel: travel, shift: shift), earliest)
    return (
      startBefore <= latest ? startBefore &+ minutes : never, startAfter <= latest ? startAfter &+ minutes : never
    )
  }
}

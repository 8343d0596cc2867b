/// The window that a visit is held to.
struct HeldWindow: BitwiseCopyable {
  /// Earliest and latest start.
  var earliest: Minutes
  var latest: Minutes
  /// Minutes that none of its starts deviates more than from the band around the usual time.
  var deviation: Minutes

  /// No window.
  static let none = HeldWindow(earliest: 0, latest: -1, deviation: 0)

  @inline(__always) var exists: Bool { earliest <= latest }
}

/// A stretch of time in which a visit may start in one shift, and the *band* around the usual time in which starts cost
/// nothing.
struct Opening: BitwiseCopyable {
  var earliest: Minutes
  var latest: Minutes
  /// The band may reach beyond the stretch, or lie beside it.
  var bandEarliest: Minutes
  var bandLatest: Minutes

  /// The starts in the band, if any.
  @inline(__always) var steady: HeldWindow {
    HeldWindow(earliest: max(earliest, bandEarliest), latest: min(latest, bandLatest), deviation: 0)
  }

  /// The least deviation of the starts from one to another, of which some lie in the stretch.
  @inline(__always)
  func deviation(from first: Minutes, to last: Minutes) -> Minutes {
    max(0, max(first &- bandLatest, bandEarliest &- last))
  }

  /// The window widened from the band toward the starts from one to another as far as it must be.
  @inline(__always)
  func held(toward first: Minutes, _ last: Minutes) -> HeldWindow {
    if first > bandLatest {
      return HeldWindow(
        earliest: max(earliest, bandEarliest), latest: first, deviation: first &- bandLatest)
    }
    if last < bandEarliest {
      return HeldWindow(earliest: last, latest: min(latest, bandLatest), deviation: bandEarliest &- last)
    }
    return steady
  }
}

import HomeCare

/// When visits may start: windows, what keeps visits of one client apart, and what clients are used to.
extension InstanceCompiler {
  /// The windows of each visit as exceptions widen them, its own first.
  ///
  /// Where widened windows meet, starts in both belong to the earlier one in the list.
  func windows() -> [[CompiledWindow]] {
    instance.visits.indices.map { index in
      let visit = instance.visits[index]
      let plain = instance.windows(of: visit)
      let wide = allowances.windows(of: index, in: instance)
      var windows: [CompiledWindow] = []
      for (window, own) in zip(wide, plain) {
        var pieces = [
          CompiledWindow(
            earliest: minute(window.earliest), latest: minute(window.latest), midnight: minute(own.midnight))
        ]
        if let pinned = visit.pinnedStart.map(minute) {
          pieces = pieces.compactMap { piece in
            guard piece.earliest <= pinned && pinned <= piece.latest else { return nil }
            return CompiledWindow(earliest: pinned, latest: pinned, midnight: piece.midnight)
          }
        }
        for earlier in windows {
          pieces = pieces.flatMap { $0.without(from: earlier.earliest, to: earlier.latest) }
        }
        windows += pieces
      }
      // A validated pin lies in a window.
      let pinned = minute(visit.pinnedStart ?? visit.earliest)
      return windows.isEmpty
        ? [CompiledWindow(earliest: pinned, latest: pinned, midnight: minute(visit.window.midnight))] : windows
    }
  }

  /// The partners of each visit: those of the same client that some of its starts would overlap, though they may not.
  func partners(_ windows: [[CompiledWindow]]) -> [[VisitRow]] {
    var partners = [[VisitRow]](repeating: [], count: windows.count)
    if instance.format == .one { return partners }
    var ofClient = [[Int]](repeating: [], count: instance.clients.count)
    for (index, visit) in instance.visits.enumerated() where !visit.alongside {
      ofClient[client(visit.client).index].append(index)
    }
    let tied = Set(instance.links.map { [$0.first, $0.second].sorted() })
    for visits in ofClient {
      for (position, first) in visits.enumerated() {
        for second in visits[(position + 1)...] {
          let (one, other) = (instance.visits[first], instance.visits[second])
          let meet = windows[first].contains { a in
            windows[second].contains { b in
              Int(a.earliest) < Int(b.latest) + other.minutes && Int(b.earliest) < Int(a.latest) + one.minutes
            }
          }
          if !meet || tied.contains([one.id, other.id].sorted()) || allowances.mayOverlap(first, second) { continue }
          partners[first].append(VisitRow(second))
          partners[second].append(VisitRow(first))
        }
      }
    }
    return partners
  }

  /// The series, with usual times from which a search may begin.
  func series(_ windows: [[CompiledWindow]]) -> [CompiledSeries] {
    var common = [ClosedRange<Minutes>?](repeating: nil, count: instance.series.count)
    var whole = common
    for (index, visit) in instance.visits.enumerated() {
      guard let row = visit.series.flatMap({ seriesIndex[$0] })?.index else { continue }
      let own = windows[index][0]
      for window in windows[index] {
        let clock = window.earliest - window.midnight...window.latest - window.midnight
        let old = whole[row] ?? clock
        whole[row] = min(old.lowerBound, clock.lowerBound)...max(old.upperBound, clock.upperBound)
      }
      let clock = own.earliest - own.midnight...own.latest - own.midnight
      let old = common[row] ?? clock
      common[row] = old.overlaps(clock) ? old.clamped(to: clock) : old
    }
    return instance.series.enumerated().map { number, series in
      let tolerance = Minutes(clamping: series.tolerance)
      let around = whole[number] ?? 0...0
      return CompiledSeries(
        tolerance: tolerance,
        usual: series.usual.map { Minutes($0) } ?? Self.firstGuess(number, within: common[number] ?? 0...0, tolerance),
        isFixed: series.usual != nil, earliest: around.lowerBound, latest: around.upperBound)
    }
  }

  /// A usual time within the window that a series' visits share, another one for each, so that not all of a unit's
  /// clients are first expected at the same minute.
  private static func firstGuess(_ number: Int, within window: ClosedRange<Minutes>, _ tolerance: Minutes) -> Minutes {
    let width = window.upperBound - window.lowerBound
    let margin = min(tolerance, width / 2)
    // Multiples of the golden section, less their whole parts, lie evenly however many there are.
    let part = (number * 6_180) % 10_000
    return window.lowerBound + margin + Minutes(Int(width - 2 * margin) * part / 10_000)
  }

  /// The visits of each series.
  func members() -> [[VisitRow]] {
    var members = [[VisitRow]](repeating: [], count: instance.series.count)
    for (index, visit) in instance.visits.enumerated() {
      if let row = visit.series.flatMap({ seriesIndex[$0] }) { members[row.index].append(VisitRow(index)) }
    }
    return members
  }
}

extension CompiledWindow {
  /// What is left of the window without the minutes from one to another.
  func without(from first: Minutes, to last: Minutes) -> [CompiledWindow] {
    if latest < first || earliest > last { return [self] }
    var left: [CompiledWindow] = []
    if earliest < first { left.append(CompiledWindow(earliest: earliest, latest: first - 1, midnight: midnight)) }
    if latest > last { left.append(CompiledWindow(earliest: last + 1, latest: latest, midnight: midnight)) }
    return left
  }
}

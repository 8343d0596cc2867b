/// Checks of links between visits.
extension InstanceValidator {
  mutating func checkLinks() {
    var firstRows: [Link: Int] = [:]
    for (index, link) in draft.links.enumerated() {
      let row = Row(table: .links, index: index)
      let first = resolve(link.first, in: .visits, visitRows, row, "first")
      let second = resolve(link.second, in: .visits, visitRows, row, "second")
      if link.first == link.second && readable(row, "first", "second") {
        report(
          row, "second", found: "\(quoted(link.second.rawValue)), the first visit itself",
          expected: "another visit than first")
        continue
      }
      let gapsAreSound = checkGaps(of: link, row)
      if readable(row, "first", "second", "minGap", "maxGap", "staff") {
        if let earlier = firstRows[link] {
          warn(
            row, "first", found: "the link of row \(earlier + 1) again", expected: "each link once; remove the repeat")
        } else {
          firstRows[link] = index
        }
        if link.minGap == nil && link.maxGap == nil && link.staff == .any {
          warn(
            row, "staff", found: "a link that asks for nothing",
            expected: "minGap, maxGap, or staff same or different; otherwise remove the link")
        }
      }
      guard let first, let second, visitIsSound[first], visitIsSound[second] else { continue }
      if gapsAreSound { checkWindows(of: link, first, second, row) }
      if readable(row, "staff") { checkStaff(of: link, draft.visits[first], draft.visits[second], row) }
    }
  }

  private mutating func checkGaps(of link: Link, _ row: Row) -> Bool {
    var isSound = readable(row, "minGap", "maxGap")
    if let gap = link.minGap, !check(gap, in: InputLimits.linkGap, row, "minGap") { isSound = false }
    if let gap = link.maxGap, !check(gap, in: InputLimits.linkGap, row, "maxGap") { isSound = false }
    if isSound, let least = link.minGap, let most = link.maxGap, least > most {
      report(row, "maxGap", found: "\(most)", expected: "at least minGap, \(least)")
      return false
    }
    return isSound
  }

  /// Doubts a link whose gap no two of the visits' windows can have.
  private mutating func checkWindows(of link: Link, _ first: Int, _ second: Int, _ row: Row) {
    var reach: ClosedRange<Int>?
    for window in allowedWindows(ofVisit: first) {
      for other in allowedWindows(ofVisit: second) {
        let least = other.earliest.minutes(since: window.latest)
        let most = other.latest.minutes(since: window.earliest)
        if most >= link.minGap ?? most && least <= link.maxGap ?? least { return }
        reach = min(reach?.lowerBound ?? least, least)...max(reach?.upperBound ?? most, most)
      }
    }
    guard let reach else { return }
    let found = "windows that start \(reach.lowerBound) to \(reach.upperBound) minutes apart"
    let outcome = "at least one of the two visits is left unassigned"
    if let minGap = link.minGap, reach.upperBound < minGap || link.maxGap == nil {
      warn(row, "minGap", found: found, expected: "a gap of at least \(minGap) to be possible; otherwise \(outcome)")
    } else if let maxGap = link.maxGap {
      warn(row, "maxGap", found: found, expected: "a gap of at most \(maxGap) to be possible; otherwise \(outcome)")
    }
  }

  private mutating func checkStaff(of link: Link, _ first: Visit, _ second: Visit, _ row: Row) {
    switch link.staff {
    case .any: break
    case .same:
      if first.staff != second.staff {
        report(
          row, "staff",
          found: "same, where \(quoted(link.first.rawValue)) needs \(first.staff) staff"
            + " and \(quoted(link.second.rawValue)) \(second.staff)",
          expected: "the same staff number on both visits, or staff any")
      } else if Set(first.pinned).union(second.pinned).count > first.staff {
        warn(
          row, "staff", found: "same, where the two visits' pins are more than \(first.staff) staff together",
          expected: "pins that fit on both visits; otherwise at least one of the two is left unassigned")
      }
    case .different:
      if let shared = Set(first.pinned).intersection(second.pinned).min() {
        warn(
          row, "staff", found: "different, where \(quoted(shared.rawValue)) is pinned to both visits",
          expected: "different pins; otherwise at least one of the two is left unassigned")
      }
    }
  }
}

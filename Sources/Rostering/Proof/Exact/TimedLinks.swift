/// The gaps that links ask for, and whether routes can keep them together.
struct TimedLinks {
  /// `start(second) − start(first) ≥ least` where both are assigned.
  struct Gap {
    var first: Int32
    var second: Int32
    var least: Int32
  }

  /// The gaps of each visit as their first or second.
  private let gaps: [Gap]
  private let ofVisit: [[Int]]

  init(_ problem: CompiledProblem) {
    let far = Int32.max / 4
    var gaps: [Gap] = []
    var ofVisit = [[Int]](repeating: [], count: problem.visitCount)
    for visit in 0..<Int32(problem.visitCount) {
      for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1]) {
        // Each link stands with both its visits, with opposite signs: the least gap of one is the other's greatest.
        let link = problem.links[index]
        if link.minGap <= -far { continue }
        ofVisit[Int(visit)].append(gaps.count)
        ofVisit[Int(link.other)].append(gaps.count)
        gaps.append(Gap(first: visit, second: link.other, least: link.minGap))
      }
    }
    self.gaps = gaps
    self.ofVisit = ofVisit
  }

  var isEmpty: Bool { gaps.isEmpty }

  /// All gaps between visits of a set.
  func gaps(among visits: [Int32]) -> [Gap] {
    var found: [Gap] = []
    for visit in visits {
      for index in ofVisit[Int(visit)] where gaps[index].first == visit && visits.contains(gaps[index].second) {
        found.append(gaps[index])
      }
    }
    return found
  }

  /// Whether a route alone keeps the links between its own stops.
  func holdTogether(_ chain: [TimedStop]) -> Bool {
    if chain.count < 2 || isEmpty { return true }
    if gaps(among: chain.map(\.visit)).isEmpty { return true }
    return TimedRoutes(chains: [(shift: 0, chain: chain)], links: self).starts() != nil
  }
}

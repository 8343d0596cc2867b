/// The gaps that links ask for, and whether routes can keep them together.
struct TimedLinks {
  /// `start(second) − start(first) ≥ least` where both are assigned.
  struct Gap {
    var first: VisitRow
    var second: VisitRow
    var least: Minutes
  }

  /// The gaps of each visit as their first or second.
  private let gaps: [Gap]
  private let ofVisit: RowArray<VisitRow, [Int]>

  /// No gaps.
  init() {
    gaps = []
    ofVisit = RowArray([])
  }

  init(_ problem: CompiledProblem) {
    let far = Minutes.max / 4
    var gaps: [Gap] = []
    var ofVisit = RowArray<VisitRow, [Int]>(count: problem.visitCount, repeating: [])
    for visit in problem.visitRows {
      for index in problem.links.indices(of: visit) {
        // Each link stands with both its visits, with opposite signs: the least gap of one is the other's greatest.
        let link = problem.links[index]
        if link.minGap <= -far { continue }
        ofVisit[visit].append(gaps.count)
        ofVisit[link.other].append(gaps.count)
        gaps.append(Gap(first: visit, second: link.other, least: link.minGap))
      }
    }
    self.gaps = gaps
    self.ofVisit = ofVisit
  }

  var isEmpty: Bool { gaps.isEmpty }

  /// All gaps between visits of a set.
  func gaps(among visits: [VisitRow]) -> [Gap] {
    if isEmpty { return [] }
    var found: [Gap] = []
    for visit in visits {
      for index in ofVisit[visit] where gaps[index].first == visit && visits.contains(gaps[index].second) {
        found.append(gaps[index])
      }
    }
    return found
  }

  /// Whether a route alone keeps the links between its own stops.
  func holdTogether(_ chain: [TimedStop]) -> Bool {
    if chain.count < 2 || isEmpty { return true }
    if gaps(among: chain.map(\.visit)).isEmpty { return true }
    return TimedRoutes(chains: [(shift: .none, chain: chain)], links: self).starts() != nil
  }
}

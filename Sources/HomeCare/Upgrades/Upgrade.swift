/// An instance of format 1 as one of format 2, and what was made of it.
public struct Upgrade: Sendable {
  /// What becomes of the weights.
  public enum WeightChoice: Hashable, Sendable {
    /// Weights that are format 1's standard become format 2's; others stay.
    case standard
    /// Every weight stays, and the two parts that format 1 does not have cost nothing.
    case kept
  }

  /// The tables in format 2.
  public private(set) var draft: InstanceDraft
  /// Weights that are others than before, with what they were.
  public private(set) var changedWeights: [(part: ScorePart, before: Int)] = []
  /// Visits that were given a series.
  public private(set) var visitsInSeries = 0
  /// Visits that may now take place beside another of their client, since their windows force them to overlap.
  public private(set) var alongside: [VisitID] = []

  /// Makes format 2 of an instance; one that is of format 2 stays as it is.
  ///
  /// - Parameter findsSeries: Whether visits that look like the same thing on different days become series: of one
  ///   client, with the same window on the clock, length, staff, skills and kind.
  public init(_ instance: Instance, weights: WeightChoice = .standard, findsSeries: Bool = true) {
    draft = instance.tables
    if draft.format == .two { return }
    draft.format = .two
    if weights == .standard { takeStandardWeights() }
    if findsSeries { findSeries() }
    allowOverlaps()
  }

  private mutating func takeStandardWeights() {
    for part in ScorePart.allCases where draft.weights[part] == part.standardWeight(in: .one) {
      let before = draft.weights[part]
      draft.weights[part] = part.standardWeight(in: .two)
      if draft.weights[part] != before { changedWeights.append((part, before)) }
    }
  }

  // MARK: - Series

  private mutating func findSeries() {
    var names = SeriesNames()
    for rows in draft.recurringVisits {
      let first = draft.visits[rows[0]]
      let id = names.make(of: first.client, at: first.earliest.minuteOfDay)
      draft.series.append(Series(id: id, client: first.client))
      for row in rows { draft.visits[row].series = id }
      visitsInSeries += rows.count
    }
  }

  // MARK: - Own time

  /// Lets visits take place beside others where format 1 let them and their windows leave no other way.
  private mutating func allowOverlaps() {
    let tied = Set(draft.links.map { Set([$0.first, $0.second]) })
    let rowsOfClient = Dictionary(grouping: draft.visits.indices, by: { draft.visits[$0].client })
    for rows in draft.clients.compactMap({ rowsOfClient[$0.id] }) {
      let sorted = rows.sorted { (draft.visits[$0].earliest, $0) < (draft.visits[$1].earliest, $1) }
      let longest = sorted.map { draft.visits[$0].minutes }.max() ?? 0
      for (position, row) in sorted.enumerated() {
        for other in sorted[(position + 1)...] {
          let (first, second) = (draft.visits[row], draft.visits[other])
          if second.earliest >= first.latest.advanced(by: longest) { break }
          if first.alongside { break }
          if second.alongside || tied.contains([first.id, second.id]) { continue }
          let mayFollow = first.earliest.advanced(by: first.minutes) <= second.latest
          let mayPrecede = second.earliest.advanced(by: second.minutes) <= first.latest
          if mayFollow || mayPrecede { continue }
          // The shorter of the two is more often what happens beside the other.
          draft.visits[second.minutes <= first.minutes ? other : row].alongside = true
        }
      }
    }
    alongside = draft.visits.filter(\.alongside).map(\.id)
  }
}

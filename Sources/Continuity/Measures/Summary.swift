/// A headline with the means of the indices, over the clients that a definition counts.
public struct Summary: Hashable, Sendable {
  /// Distinct staff over the clients.
  public private(set) var headline = Headline()
  /// Counted visits of the clients: the more there are, the lower the indices.
  public private(set) var visits = 0
  /// Counted meetings of the clients.
  public private(set) var meetings = 0
  /// Clients of unknown age among those counted.
  public var unknownAge = 0
  private var usualProviders = MeanSum()
  private var continuitiesOfCare = MeanSum()
  private var sequentials = MeanSum()
  private var contactShares = MeanSum()
  private var fiveMostMetShares = MeanSum()

  /// A summary of no one.
  public init() {}

  /// Counted visits by client.
  public var meanVisits: Ratio? { Ratio(visits, of: headline.clients) }
  /// The mean of UPC over the clients for whom it is defined, and likewise below.
  public var usualProvider: Double? { usualProviders.mean }
  /// The mean of COC.
  public var continuityOfCare: Double? { continuitiesOfCare.mean }
  /// The mean of SECON.
  public var sequential: Double? { sequentials.mean }
  /// The mean share of visits with the fixed contact.
  public var contactShare: Double? { contactShares.mean }
  /// The mean share of meetings with the five most met.
  public var fiveMostMetShare: Double? { fiveMostMetShares.mean }

  /// Counts one more client.
  mutating func add(_ figures: ContinuityFigures, contactShare: Ratio?) {
    headline.add(figures.distinct)
    visits += figures.visits
    meetings += figures.meetings
    usualProviders.add(figures.usualProvider)
    continuitiesOfCare.add(figures.continuityOfCare)
    sequentials.add(figures.sequential)
    contactShares.add(contactShare)
    fiveMostMetShares.add(figures.fiveMostMetShare)
  }

  /// Counts the clients of another summary too.
  mutating func merge(_ other: Summary) {
    headline.merge(other.headline)
    visits += other.visits
    meetings += other.meetings
    unknownAge += other.unknownAge
    usualProviders.merge(other.usualProviders)
    continuitiesOfCare.merge(other.continuitiesOfCare)
    sequentials.merge(other.sequentials)
    contactShares.merge(other.contactShares)
    fiveMostMetShares.merge(other.fiveMostMetShares)
  }

  /// Adds up values of which some may be undefined.
  private struct MeanSum: Hashable {
    private var sum = 0.0
    private var count = 0

    var mean: Double? { count > 0 ? sum / Double(count) : nil }

    mutating func add(_ ratio: Ratio?) {
      guard let ratio else { return }
      sum += ratio.value
      count += 1
    }

    mutating func merge(_ other: MeanSum) {
      sum += other.sum
      count += other.count
    }
  }
}

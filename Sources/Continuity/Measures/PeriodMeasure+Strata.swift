import HomeCare

/// The clients of a period with so many hours of service a day.
public struct StratumMeasure: Sendable {
  /// The fewest hours a day; `nil` in the lowest stratum, and where the hours are not known.
  public let from: Int?
  /// The most hours a day; `nil` in the highest stratum, and where the hours are not known.
  public let to: Int?
  /// The figures over the clients.
  public fileprivate(set) var summary = Summary()

  /// Whether these are the clients of whom it is not known how long all visits took.
  public var isUnknown: Bool { from == nil && to == nil }
}

extension PeriodMeasure {
  /// The mean share of visits by staff met in the previous period, and over how many clients it is taken; `nil` where
  /// that one is not known.
  public var knownShare: (mean: Double, clients: Int)? {
    let shares = clients.compactMap(\.measure.knownShare?.value)
    return shares.isEmpty ? nil : (shares.reduce(0, +) / Double(shares.count), shares.count)
  }

  /// The counted clients by their hours of service a day, from the fewest up, and last those of whom they are not known.
  ///
  /// Below the first of the bounds, from one to the next with both included, and above the last; with none there are no
  /// strata.
  public func strata(_ bounds: [Int]) -> [StratumMeasure] {
    guard let first = bounds.first, let last = bounds.last else { return [] }
    let days = dates.dayCount
    var strata = [StratumMeasure(from: nil, to: first)]
    strata += zip(bounds, bounds.dropFirst()).map { StratumMeasure(from: $0, to: $1) }
    strata += [StratumMeasure(from: last, to: nil), StratumMeasure(from: nil, to: nil)]
    for client in clients {
      let place: Int
      if let minutes = client.measure.serviceMinutes {
        // The last bound itself belongs below it, any other above it.
        let reached = bounds.count {
          $0 == last && bounds.count > 1 ? minutes > $0 * 60 * days : minutes >= $0 * 60 * days
        }
        place = reached
      } else {
        place = strata.count - 1
      }
      strata[place].summary.add(client.measure.figures, contactShare: client.measure.contactShare)
    }
    return strata
  }
}

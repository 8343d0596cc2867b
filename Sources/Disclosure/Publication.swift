/// How many people have a number above a level, as far as it may be told.
public enum PublishedCount: Hashable, Sendable {
  /// So many.
  case exact(Int)
  /// Fewer than the limit.
  case few
  /// All but fewer than the limit.
  case allButFew
  /// Not told: a count below the limit, or one from which such a count could be worked out.
  case withheld
}

/// What is published of some people together.
public struct PublishedRow: Hashable, Sendable {
  /// How many they are; `nil` where fewer than the limit.
  public let people: Int?
  /// The sum of their numbers, which with their count is the mean; `nil` where withheld.
  public let sum: Int?
  /// Twice their median; `nil` where they are too few for it.
  public let doubledMedian: Int?
  /// How many of them have a number above each level.
  public let above: [PublishedCount]

  /// Fewer people than the limit.
  static func nothing(levels: Int) -> PublishedRow {
    PublishedRow(people: nil, sum: nil, doubledMedian: nil, above: Array(repeating: .withheld, count: levels))
  }
}

/// How many people have a number in a range.
public struct PublishedBand: Hashable, Sendable {
  /// The least number.
  public let from: Int
  /// The greatest number; `nil` in the last band, which has no end.
  public let to: Int?
  /// How many people.
  public let people: Int
}

/// What is published of one period.
public struct PublishedPeriod: Hashable, Sendable {
  /// Everybody.
  public let total: PublishedRow
  /// By classification, a row for each of the publication's rows.
  public let rows: [[PublishedRow]]
  /// Everybody by their number, in bands of the limit or more; empty where there is no such parting.
  public let bands: [PublishedBand]
}

/// What may be published of several periods.
public struct Publication: Hashable, Sendable {
  /// By classification the groups of each row, most of one group; `nil` where the classification must be left out.
  public let rows: [[[Int]]?]
  /// The periods, in order.
  public let periods: [PublishedPeriod]
}

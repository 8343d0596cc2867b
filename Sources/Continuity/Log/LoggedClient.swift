import HomeCare

/// A client as a log knows them.
public struct LoggedClient: Hashable, Sendable {
  /// The id, as printed.
  public var id: String
  /// What the client is called beside the id; `nil` where the log does not say.
  public var name: String?
  /// The year of birth; `nil` where unknown.
  public var birthYear: Int?
  /// The number of the fixed contact among the log's staff; `nil` where there is none.
  public var contact: Int32?
  /// Dates on which the client was not at home, in order and without overlap.
  public private(set) var away: [ClosedRange<LocalDate>] = []

  /// A client who is never away.
  public init(id: String, birthYear: Int? = nil, contact: Int32? = nil) {
    self.id = id
    self.birthYear = birthYear
    self.contact = contact
  }

  /// Adds dates on which the client was away; they may overlap those known.
  public mutating func add(away dates: ClosedRange<LocalDate>) {
    var merged: [ClosedRange<LocalDate>] = []
    for range in (away + [dates]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    away = merged
  }

  /// Whether the client was away on any of some dates.
  public func isAway(during dates: Range<LocalDate>) -> Bool {
    away.contains { $0.lowerBound < dates.upperBound && $0.upperBound >= dates.lowerBound }
  }
}

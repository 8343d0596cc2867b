/// Distinct staff over many clients: what a board asks for.
public struct Headline: Hashable, Sendable {
  /// How many clients met so many distinct staff, by number of staff from 0.
  public private(set) var distribution: [Int] = []
  /// Clients counted: the denominator.
  public private(set) var clients = 0
  /// Distinct staff summed over clients: the numerator of the mean.
  public private(set) var sum = 0

  /// The headline of no one.
  public init() {}

  /// The headline of clients with so many distinct staff each.
  public init(_ values: some Sequence<Int>) {
    for value in values { add(value) }
  }

  /// Counts one more client.
  public mutating func add(_ distinct: Int) {
    precondition(distinct >= 0, "a client meets no negative number of staff")
    while distribution.count <= distinct { distribution.append(0) }
    distribution[distinct] += 1
    clients += 1
    sum += distinct
  }

  /// Counts the clients of another headline too.
  mutating func merge(_ other: Headline) {
    while distribution.count < other.distribution.count { distribution.append(0) }
    for (value, count) in other.distribution.enumerated() { distribution[value] += count }
    clients += other.clients
    sum += other.sum
  }

  /// The mean.
  public var mean: Ratio? { Ratio(sum, of: clients) }

  /// The middle value, or half the sum of the two in the middle.
  public var median: Ratio? {
    guard clients > 0 else { return nil }
    return Ratio(value(at: (clients - 1) / 2) + value(at: clients / 2), of: 2)
  }

  /// The share of clients with strictly more distinct staff than a threshold.
  public func share(above threshold: Int) -> Ratio? {
    Ratio(distribution.dropFirst(max(0, threshold + 1)).reduce(0, +), of: clients)
  }

  /// Fewest distinct staff.
  public var smallest: Int? { distribution.firstIndex { $0 > 0 } }

  /// Most distinct staff.
  public var largest: Int? { distribution.lastIndex { $0 > 0 } }

  /// The value at a place, from 0, in the order of size.
  private func value(at place: Int) -> Int {
    var seen = 0
    for (value, count) in distribution.enumerated() {
      seen += count
      if seen > place { return value }
    }
    return 0
  }
}

/// Whole numbers in the order of size, for what stands at a place of it; figures of none are undefined.
public struct OrderedNumbers: Hashable, Sendable {
  private let values: [Int]

  /// Puts numbers in order.
  public init(_ values: [Int]) { self.values = values.sorted() }

  /// How many there are.
  public var count: Int { values.count }

  /// The middle one, or half the sum of the two in the middle.
  public var median: Ratio? {
    values.isEmpty ? nil : Ratio(values[(values.count - 1) / 2] + values[values.count / 2], of: 2)
  }

  /// The smallest that at least 90 of 100 do not exceed.
  public var ninetieth: Int? { values.isEmpty ? nil : values[(values.count * 9 + 9) / 10 - 1] }

  /// The largest.
  public var largest: Int? { values.last }

  /// The share of those that have some property.
  public func share(_ has: (Int) -> Bool) -> Ratio? { Ratio(values.count(where: has), of: values.count) }
}

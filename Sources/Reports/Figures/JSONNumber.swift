import Continuity

extension KeyedEncodingContainer {
  /// Writes a figure's value, or null where it is undefined: a figure is never left out.
  mutating func encodeFigure(_ ratio: Ratio?, forKey key: Key) throws {
    try encode(ratio?.value, forKey: key)
  }
}

/// How many clients of how many lie above a threshold.
struct CountAndShare: Encodable {
  let count: Int
  let share: Double?

  init(_ ratio: Ratio?) {
    count = ratio?.numerator ?? 0
    share = ratio?.value
  }

  enum CodingKeys: CodingKey { case count, share }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(share, forKey: .share)
  }
}

/// A key whose name is only known at run time.
struct NamedKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

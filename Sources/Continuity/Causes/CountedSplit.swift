import HomeCare

/// Who makes up the difference between two measures of the same log: clients counted in both, and in one alone.
public struct CountedSplit: Sendable {
  /// How many are counted in both.
  public let both: Int
  /// Those counted in the second alone, by what leaves them out of the first.
  public let secondAlone: [(rule: Exclusion, count: Int)]
  /// Those counted in the first alone, by what leaves them out of the second.
  public let firstAlone: [(rule: Exclusion, count: Int)]
  /// The difference of the means, the second's less the first's, by who makes it up.
  public let mean: ChangeSplit
  /// For each client counted in either, the distinct staff met in each.
  let pairs: [ClientResampler.Pair]

  /// The split of two measures, of two periods or by two definitions.
  public init(_ first: PeriodMeasure, _ second: PeriodMeasure) {
    let all = Self.pairs(first, second)
    pairs = all.map { (before: $0.before, now: $0.now) }
    both = pairs.count { $0.before != nil && $0.now != nil }
    secondAlone = Self.rules(first, of: all.filter { $0.before == nil }.map(\.client))
    firstAlone = Self.rules(second, of: all.filter { $0.now == nil }.map(\.client))
    mean = ChangeSplit(pairs)
  }

  /// The clients counted in either measure, in the order of their numbers, with the distinct staff met in each.
  private static func pairs(
    _ first: PeriodMeasure, _ second: PeriodMeasure
  ) -> [(client: Int, before: Int?, now: Int?)] {
    var pairs: [(client: Int, before: Int?, now: Int?)] = []
    var (one, two) = (first.clients[...], second.clients[...])
    while let client = [one.first?.client, two.first?.client].compactMap(\.self).min() {
      let before = one.first?.client == client ? one.removeFirst().measure.figures.distinct : nil
      let now = two.first?.client == client ? two.removeFirst().measure.figures.distinct : nil
      pairs.append((client, before, now))
    }
    return pairs
  }

  /// How many of some clients each rule left out, in the order of the rules.
  private static func rules(_ measure: PeriodMeasure, of clients: [Int]) -> [(rule: Exclusion, count: Int)] {
    let wanted = Set(clients)
    return Exclusion.counts(measure.excluded.filter { wanted.contains($0.client) }.map(\.rule))
  }
}

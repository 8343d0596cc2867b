/// A change of a mean over clients, split by the groups that they are in: what changed within each group, and what the
/// groups' other sizes did. The parts add up to the change, but for rounding.
///
/// Each part is taken at the middle of both periods, so that neither is preferred (E. M. Kitagawa, "Components of a difference
/// between two rates", Journal of the American Statistical Association 50, 1955). A client is in the group with the
/// most of their counted meetings in the period.
public struct GroupShift: Sendable {
  /// One group's parts.
  public struct Part: Sendable {
    /// The group's name; empty where unknown.
    public let name: String
    /// Clients in the earlier period and in the later one.
    public let clients: (before: Int, now: Int)
    /// Their means; `nil` where the group has no client.
    public let means: (before: Double?, now: Double?)
    /// What the change of the group's own mean adds.
    public let within: Double
    /// What the change of the group's share of the clients adds.
    public let between: Double
  }

  /// The groups, in the order of their names.
  public let parts: [Part]
  /// What all groups' own changes add.
  public var within: Double { parts.reduce(0) { $0 + $1.within } }
  /// What all changes of the groups' sizes add.
  public var between: Double { parts.reduce(0) { $0 + $1.between } }

  /// The split of a value's mean; `nil` where a period has no client.
  ///
  /// - Parameters:
  ///   - before: The group's place among the names and the value, of each client of the earlier period.
  ///   - now: The same of the later period.
  init?(_ names: [String], before: [(group: Int, value: Int)], now: [(group: Int, value: Int)]) {
    guard !before.isEmpty, !now.isEmpty else { return nil }
    let (one, two) = (Sums(before, groups: names.count), Sums(now, groups: names.count))
    let middle = (one.mean + two.mean) / 2
    parts = names.indices.compactMap { group in
      guard one.clients[group] + two.clients[group] > 0 else { return nil }
      let (earlier, later) = (one.mean(of: group), two.mean(of: group))
      // A group of one period alone has not changed: it came or went.
      let (from, to) = (earlier ?? later ?? 0, later ?? earlier ?? 0)
      return Part(
        name: names[group], clients: (one.clients[group], two.clients[group]), means: (earlier, later),
        within: (one.share(of: group) + two.share(of: group)) / 2 * (to - from),
        between: ((from + to) / 2 - middle) * (two.share(of: group) - one.share(of: group)))
    }
  }

  /// Clients and values by group.
  private struct Sums {
    var clients: [Int]
    var values: [Int]
    let all: Int

    init(_ members: [(group: Int, value: Int)], groups: Int) {
      clients = Array(repeating: 0, count: groups)
      values = clients
      all = members.count
      for (group, value) in members {
        clients[group] += 1
        values[group] += value
      }
    }

    var mean: Double { Double(values.reduce(0, +)) / Double(all) }
    func share(of group: Int) -> Double { Double(clients[group]) / Double(all) }
    func mean(of group: Int) -> Double? { Ratio(values[group], of: clients[group])?.value }
  }
}

/// By what figures are told apart.
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  /// Part of town or unit.
  case area
  /// Who runs the home care.
  case provider
  /// What the visit is for.
  case category
  /// What kind of staff came.
  case staffCategory

  /// Whether a client belongs to one group, with everyone met; else groups are told apart by their meetings.
  ///
  /// Of a client with several providers, parts would flatter each: twelve people of one and two of the other are
  /// fourteen for whoever opens the door.
  public var isOfClients: Bool { self == .area || self == .provider }

  /// The group that a trait puts a meeting in; empty where unknown.
  func group(of trait: Trait) -> String {
    switch self {
    case .area: trait.area
    case .provider: trait.provider
    case .category: trait.category
    case .staffCategory: trait.staffCategory
    }
  }
}

/// One group's figures: of areas and providers over the clients who have most of their meetings there, of categories over
/// the meetings of the group.
public struct GroupMeasure: Sendable {
  /// The group's name; empty for meetings of which it is not known.
  public let name: String
  /// The figures of the counted clients who have a counted meeting in the group.
  public internal(set) var summary: Summary
}

/// The groups that meetings which can count fall into.
struct Partition: Sendable {
  /// The names of the groups, in order.
  let names: [String]
  /// For each trait, its group's place among the names; of no meaning where its meetings cannot count.
  let groupOfTrait: [Int]

  init(_ plan: MeasurePlan, by grouping: Grouping) {
    let traits = plan.log.traits
    let names = Set(zip(traits, plan.canCount).filter(\.1).map { grouping.group(of: $0.0) }).sorted()
    self.names = names
    groupOfTrait = traits.map { names.firstIndex(of: grouping.group(of: $0)) ?? 0 }
  }

  /// A client's meetings by group, over some of the visits.
  func meetings(of client: ClientVisits, _ visits: Range<Int>) -> [Int32] {
    var meetings = [Int32](repeating: 0, count: names.count)
    for place in client.partBounds[visits.lowerBound]..<client.partBounds[visits.upperBound] {
      meetings[groupOfTrait[Int(client.parts[place].trait)]] += 1
    }
    return meetings
  }

  /// The different staff of a client's meetings in a group, over some of the visits.
  func staff(of client: ClientVisits, _ visits: Range<Int>, in group: Int) -> Int {
    var staff: Set<Int32> = []
    for place in client.partBounds[visits.lowerBound]..<client.partBounds[visits.upperBound]
    where groupOfTrait[Int(client.parts[place].trait)] == group {
      staff.insert(client.parts[place].staff)
    }
    return staff.count
  }

  /// The group that a client with so many meetings in each belongs to: of those with a name the one with the most, the
  /// first of several.
  func home(_ meetings: [Int32]) -> Int {
    var home = 0
    for group in meetings.indices where meetings[group] > 0 {
      if meetings[home] == 0 || names[home].isEmpty || meetings[group] > meetings[home] { home = group }
    }
    return home
  }

  /// The groups in which a client has meetings that can count, in order.
  func groups(ofClient client: Int, _ plan: MeasurePlan) -> [Int] {
    var isGroup = [Bool](repeating: false, count: names.count)
    for row in plan.log.bounds[client]..<plan.log.bounds[client + 1] {
      let trait = Int(plan.log.traitNumbers[row])
      if plan.canCount[trait] { isGroup[groupOfTrait[trait]] = true }
    }
    return isGroup.indices.filter { isGroup[$0] }
  }
}

extension LogMeasurer {
  /// How many clients of the log have meetings that can count in each group, by the group's name.
  public func clients(by grouping: Grouping) -> [String: Int] {
    let partition = Partition(plan, by: grouping)
    var counts = [Int](repeating: 0, count: partition.names.count)
    for client in log.clients.indices {
      for group in partition.groups(ofClient: client, plan) { counts[group] += 1 }
    }
    return Dictionary(uniqueKeysWithValues: zip(partition.names, counts))
  }
}

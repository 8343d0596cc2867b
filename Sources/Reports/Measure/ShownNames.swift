import Continuity

/// What is printed for clients, staff and groups: their ids and names, or what stands for them.
struct ShownNames: Sendable {
  /// By number.
  let clients: [String]
  /// By number.
  let staff: [String]
  /// What clients and staff are called beside their ids, by number; `nil` where that is not known or not shown.
  let namesOfClients, namesOfStaff: [String?]
  /// The groups that are called otherwise than they are.
  let groups: [Grouping: [String: String]]

  /// Clients below which a group's name would tell who they are.
  private static let smallGroup = 5

  init(_ measurer: LogMeasurer, _ groupings: [Grouping], _ pseudonyms: Pseudonyms?) {
    let log = measurer.log
    guard let pseudonyms else {
      (clients, staff, groups) = (log.clients.map(\.id), log.staff, [:])
      namesOfClients = log.clients.map { $0.name == $0.id ? nil : $0.name }
      namesOfStaff = log.staff.indices.map { member in
        let name = member < log.staffNames.count ? log.staffNames[member] : nil
        return name == log.staff[member] ? nil : name
      }
      return
    }
    namesOfClients = log.clients.map { _ in nil }
    namesOfStaff = log.staff.map { _ in nil }
    clients = log.clients.map { pseudonyms.client($0.id) }
    staff = log.staff.map { pseudonyms.staff($0) }
    let places = groupings.filter { $0 == .area || $0 == .provider }
    groups = Dictionary(
      uniqueKeysWithValues: places.map { grouping in
        let small = measurer.clients(by: grouping).filter { $0.value < Self.smallGroup && !$0.key.isEmpty }
        return (grouping, Dictionary(uniqueKeysWithValues: small.keys.map { ($0, pseudonyms.group($0)) }))
      })
  }

  /// An id with the name in brackets, where one is known.
  static func label(_ id: String, _ name: String?) -> String { name.map { "\(id) (\($0))" } ?? id }
}

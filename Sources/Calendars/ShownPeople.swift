import Files
import HomeCare

/// What an export shows for clients, staff and visits: ids and names, or what stands for them.
public struct ShownPeople: Sendable {
  /// Ids of clients as shown.
  public let clients: [ClientID: String]
  /// Ids of staff as shown.
  public let staff: [StaffID: String]
  /// Ids of visits as shown.
  public let visits: [VisitID: String]
  /// Ids of shifts as shown.
  public let shifts: [ShiftID: String]
  /// Names of clients; none where nobody is to be recognised.
  public private(set) var clientNames: [ClientID: String] = [:]
  /// Names of staff; none where nobody is to be recognised.
  public private(set) var staffNames: [StaffID: String] = [:]
  /// What tells those apart who share a name.
  private var (clientMarks, staffMarks): ([ClientID: String], [StaffID: String]) = ([:], [:])
  /// Whether areas and coordinates are shown.
  public private(set) var showsPlaces = false

  /// Ids and names as they stand in the instance.
  public init(_ instance: Instance) {
    self.init(instance, client: { $0 }, staff: { $0 }, visit: { $0 }, shift: { $0 })
    clientNames = Dictionary(
      uniqueKeysWithValues: instance.clients.compactMap { client in client.name.map { (client.id, $0) } })
    staffNames = Dictionary(
      uniqueKeysWithValues: instance.staff.compactMap { member in member.name.map { (member.id, $0) } })
    clientMarks = Self.marks(instance.clients.map { ($0.id, $0.name) })
    staffMarks = Self.marks(instance.staff.map { ($0.id, $0.name) })
    showsPlaces = true
  }

  /// Stand-ins for all ids, and neither names nor places.
  public init(
    _ instance: Instance, client: (String) -> String, staff: (String) -> String, visit: (String) -> String,
    shift: (String) -> String
  ) {
    clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, client($0.id.rawValue)) })
    self.staff = Dictionary(uniqueKeysWithValues: instance.staff.map { ($0.id, staff($0.id.rawValue)) })
    visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, visit($0.id.rawValue)) })
    shifts = Dictionary(uniqueKeysWithValues: instance.shifts.map { ($0.id, shift($0.id.rawValue)) })
  }

  /// Ids as given, and neither names nor places.
  init(
    clients: [ClientID: String], staff: [StaffID: String], visits: [VisitID: String], shifts: [ShiftID: String]
  ) {
    (self.clients, self.staff, self.visits, self.shifts) = (clients, staff, visits, shifts)
  }

  /// The marks of those of some people who share a name.
  private static func marks<Subject>(_ people: [(id: Identifier<Subject>, name: String?)]) -> [Identifier<Subject>:
    String]
  {
    let names = people.map { $0.name.map(NormalForm.name) }
    let sharing = Dictionary(names.compactMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
    return Dictionary(
      uniqueKeysWithValues: people.indices.compactMap { place in
        guard let name = names[place], sharing[name, default: 0] > 1 else { return nil }
        return (people[place].id, ShortNames.mark(people[place].id.rawValue, at: place))
      })
  }

  /// A client's name, with a mark where several share it, or the id where there is none.
  public func title(_ client: ClientID) -> String {
    title(clientNames[client], clientMarks[client]) ?? clients[client] ?? client.rawValue
  }

  /// A staff member's name, with a mark where several share it, or the id where there is none.
  public func title(_ member: StaffID) -> String {
    title(staffNames[member], staffMarks[member]) ?? staff[member] ?? member.rawValue
  }

  private func title(_ name: String?, _ mark: String?) -> String? {
    name.map { name in mark.map { "\(name) (\($0))" } ?? name }
  }
}

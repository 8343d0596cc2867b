import HomeCare

/// What people of a plan are called on pages: their names, and the id too where several have one name.
struct PlanNames: Sendable {
  private let clients: [ClientID: String]
  private let staff: [StaffID: String]

  init(_ instance: Instance) {
    clients = Self.titles(instance.clients.map { ($0.id, $0.name) })
    staff = Self.titles(instance.staff.map { ($0.id, $0.name) })
  }

  private static func titles<Subject>(
    _ people: [(id: Identifier<Subject>, name: String?)]
  ) -> [Identifier<Subject>: String] {
    let count = people.reduce(into: [:]) { $0[$1.name ?? "", default: 0] += 1 }
    return people.reduce(into: [:]) { titles, person in
      guard let name = person.name else { return }
      titles[person.id] = count[name] == 1 ? name : "\(name) (\(person.id))"
    }
  }

  /// A client's name, or the id where there is none.
  func title(_ client: ClientID) -> String { clients[client] ?? client.rawValue }

  /// A staff member's name, or the id where there is none.
  func title(_ member: StaffID) -> String { staff[member] ?? member.rawValue }
}

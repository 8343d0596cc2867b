import HomeCare

/// Staff and clients as people read them: the id, and the name behind it where there is one.
struct PersonNames: Sendable {
  private let staffNames: [StaffID: String]
  private let clientNames: [ClientID: String]
  private let clients: [VisitID: ClientID]

  init(_ instance: Instance) {
    staffNames = Dictionary(
      instance.staff.compactMap { member in member.name.map { (member.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    clientNames = Dictionary(
      instance.clients.compactMap { client in client.name.map { (client.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    clients = Dictionary(instance.visits.map { ($0.id, $0.client) }, uniquingKeysWith: { first, _ in first })
  }

  func name(ofStaff id: StaffID) -> String? { staffNames[id] }

  func staff(_ id: StaffID) -> String { staffNames[id].map { "\(id) \($0)" } ?? id.rawValue }

  /// A visit with the name of whom it is with.
  func visit(_ id: VisitID) -> String { clients[id].flatMap { clientNames[$0] }.map { "\(id) \($0)" } ?? id.rawValue }

  func client(_ id: ClientID) -> String { clientNames[id].map { "\(id) \($0)" } ?? id.rawValue }
}

/// Ids as messages have them: with the name of the person beside, where one is known.
struct NamedIDs {
  private var staff: [StaffID: String] = [:]
  private var clients: [ClientID: String] = [:]
  private var series: [SeriesID: ClientID] = [:]
  private var visits: [VisitID: ClientID] = [:]

  /// No names at all.
  init() {}

  /// The names of an instance.
  init(_ instance: Instance) {
    for member in instance.staff { staff[member.id] = member.name }
    for client in instance.clients { clients[client.id] = client.name }
    for row in instance.series { series[row.id] = row.client }
    for visit in instance.visits { visits[visit.id] = visit.client }
  }

  /// A staff member, `S01 (Karin Ek)`.
  func title(_ id: StaffID) -> String { title(id.rawValue, staff[id]) }

  /// A client.
  func title(_ id: ClientID) -> String { title(id.rawValue, clients[id]) }

  /// A series, with the name of its client.
  func title(_ id: SeriesID) -> String { title(id.rawValue, series[id].flatMap { clients[$0] }) }

  /// A visit, with the name of its client.
  func title(_ id: VisitID) -> String { title(id.rawValue, visits[id].flatMap { clients[$0] }) }

  private func title(_ id: String, _ name: String?) -> String { name.map { "\(id) (\(shown($0)))" } ?? id }
}

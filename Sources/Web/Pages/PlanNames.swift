import HomeCare
import Reports

/// What people of a plan are called on pages: their names, and the id too where several have one name.
struct PlanNames: Sendable {
  private let clients: [ClientID: String]
  private let staff: [StaffID: String]
  private let visits: [VisitID: Visit]

  /// No names: people are called by their ids.
  init() { (clients, staff, visits) = ([:], [:], [:]) }

  init(_ instance: Instance) {
    clients = Self.titles(instance.clients.map { ($0.id, $0.name) })
    staff = Self.titles(instance.staff.map { ($0.id, $0.name) })
    visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
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

  /// Several staff members.
  func titles(_ members: [StaffID]) -> String { members.map(title).joined(separator: ", ") }

  /// A visit by its client and the beginning of its window; the id where it is not known.
  func title(_ visit: VisitID) -> String {
    visits[visit].map { "\(title($0.client)) \($0.earliest.date) \($0.earliest.clock)" } ?? visit.rawValue
  }

  /// What a plan does with a visit.
  func text(_ place: RosterChange.Place, _ language: Language) -> String {
    switch place {
    case .served(let service): "\(titles(service.staff)) \(service.start.date) \(service.start.clock)"
    case .unassigned: language(.nobody)
    case .absent: Self.nowhere
    }
  }

  /// What stands for the place of a visit that a plan does not have.
  static let nowhere = "–"
}

extension LocalDateTime {
  /// The day and the time of day, for people.
  var shown: String { "\(date) \(clock)" }
}

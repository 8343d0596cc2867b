import Files
import HomeCare

/// Finds the staff and clients of an instance that a file names otherwise than by their ids as they stand.
public struct NamedPersons {
  private let staff: PersonFinder
  private let clients: PersonFinder
  /// Names that are those of several.
  public private(set) var problems: [InstanceProblem] = []
  /// What was found by another text than an id as it stands: `Karin Ek read as S1`.
  public private(set) var found: [String] = []

  /// The skills of the instance, by their form.
  private let skills: [String: String]

  /// Finds the people of an instance.
  public init(of instance: Instance) {
    let all = instance.staff.flatMap(\.skills) + instance.visits.flatMap(\.skills)
    skills = Dictionary(all.map { (NormalForm.text($0), $0) }, uniquingKeysWith: { first, _ in first })
    staff = instance.staffFinder
    clients = instance.clientFinder
  }

  /// The staff member that an id or a name means; a text that means nobody stays, to be refused with its table.
  public mutating func find(_ id: StaffID, at cell: Cell) -> StaffID { StaffID(find(id.rawValue, staff, cell)) }

  /// The client that an id or a name means; a text that means nobody stays, to be refused with its table.
  public mutating func find(_ id: ClientID, at cell: Cell) -> ClientID { ClientID(find(id.rawValue, clients, cell)) }

  /// A skill as the instance spells it; as it stands where the instance has none like it.
  fileprivate mutating func find(skill text: String) -> String {
    guard let known = skills[NormalForm.text(text)], known != text else { return text }
    let line = "\(quoted(text)) read as \(known)"
    if !found.contains(line) { found.append(line) }
    return known
  }

  /// Finds the staff member of each row of a table.
  fileprivate mutating func findStaff<Row, Columns>(
    of rows: inout [Row], _ staff: WritableKeyPath<Row, StaffID>, in table: TableLayout<Columns>
  ) {
    for row in rows.indices {
      rows[row][keyPath: staff] = find(
        rows[row][keyPath: staff], at: Cell(table: table.name, row: row, column: "staff"))
    }
  }

  private mutating func find(_ text: String, _ finder: PersonFinder, _ cell: Cell) -> String {
    switch finder.find(text) {
    case .person(let id):
      let line = "\(quoted(text)) read as \(id)"
      if id != text, !found.contains(line) { found.append(line) }
      return id
    case .several(let persons):
      problems.append(
        InstanceProblem(
          cell: cell, id: nil, found: quoted(text), expected: PersonFinder.expected(ids: persons.map(\.id))))
      return text
    case .nobody: return text
    }
  }
}

extension Changes {
  /// The changes with the staff and clients that they name found in an instance.
  ///
  /// - Parameter people: Finds them, and keeps what was found and what means several.
  public func named(by people: inout NamedPersons) -> Changes {
    var changes = self
    people.findStaff(of: &changes.absences, \.staff, in: ChangeTables.absences)
    for row in away.indices {
      changes.away[row].client = people.find(away[row].client, at: Cell(table: "away", row: row, column: "client"))
    }
    people.findStaff(of: &changes.takenOver, \.staff, in: ChangeTables.takenOver)
    people.findStaff(of: &changes.back, \.staff, in: ChangeTables.back)
    people.findStaff(of: &changes.skills, \.staff, in: ChangeTables.skills)
    for row in skills.indices {
      changes.skills[row].gained = skills[row].gained.map { people.find(skill: $0) }
      changes.skills[row].lost = skills[row].lost.map { people.find(skill: $0) }
    }
    people.findStaff(of: &changes.newShifts, \.staff, in: ChangeTables.newShifts)
    for row in contacts.indices {
      changes.contacts[row].client = people.find(
        contacts[row].client, at: Cell(table: "contacts", row: row, column: "client"))
      changes.contacts[row].contact = contacts[row].contact.map {
        people.find($0, at: Cell(table: "contacts", row: row, column: "contact"))
      }
    }
    let new = Set(newClients.map(\.id))
    for row in added.indices {
      changes.added[row].client =
        new.contains(added[row].client)
        ? added[row].client : people.find(added[row].client, at: Cell(table: "added", row: row, column: "client"))
      changes.added[row].pinned = added[row].pinned.map {
        people.find($0, at: Cell(table: "added", row: row, column: "pinned"))
      }
    }
    return changes
  }
}

extension LockSelection.Subject {
  /// The subject with the client or the staff member that it names found in an instance.
  ///
  /// - Parameter row: The place among several selections.
  public func named(by people: inout NamedPersons, row: Int) -> Self {
    switch self {
    case .client(let client): .client(people.find(client, at: Cell(table: "lock", row: row, column: "client")))
    case .staff(let member): .staff(people.find(member, at: Cell(table: "lock", row: row, column: "staff")))
    case .visit, .day, .firstDays, .all: self
    }
  }
}

import Files
import HomeCare

extension Roster {
  /// The roster as CSV, to be opened in a spreadsheet: a row for each staff member on each visit in the order of their
  /// starts, and then a row for each unassigned visit. Text that a spreadsheet would run as a formula is made harmless.
  ///
  /// - Parameters:
  ///   - instance: The instance that the roster answers; visits it does not know are left out.
  ///   - dialect: How the text is laid out.
  public func csv(of instance: Instance, shown: ShownPeople, dialect: CSVDialect = .plain) -> [UInt8] {
    let visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0) })
    let areas = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0.area ?? "") })
    var writer = CSVWriter(guardsFormulas: true, dialect: dialect)
    for column in [
      "visit", "client", "clientName", "area", "start", "end", "minutes", "staff", "staffName", "shift", "category",
      "skills", "status",
    ] { writer.append(column) }
    writer.endRecord()
    func append(_ visit: Visit, _ assignment: Assignment?, _ place: Int) {
      writer.append(shown.visits[visit.id] ?? "")
      writer.append(shown.clients[visit.client] ?? "")
      writer.append(shown.clientNames[visit.client] ?? "")
      writer.append(shown.showsPlaces ? areas[visit.client] ?? "" : "")
      writer.append(assignment?.start ?? visit.earliest)
      writer.append((assignment?.start ?? visit.latest).advanced(by: visit.minutes))
      writer.append(visit.minutes)
      let member = assignment.flatMap { $0.staff.indices.contains(place) ? $0.staff[place] : nil }
      let shift = assignment.flatMap { $0.shifts.indices.contains(place) ? $0.shifts[place] : nil }
      writer.append(member.flatMap { shown.staff[$0] } ?? "")
      writer.append(member.flatMap { shown.staffNames[$0] } ?? "")
      writer.append(shift.flatMap { shown.shifts[$0] } ?? "")
      writer.append(visit.kind)
      writer.append(ListCell.text(visit.skills))
      writer.append(assignment == nil ? "unassigned" : "planned")
      writer.endRecord()
    }
    let inOrder = assignments.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }
    for assignment in inOrder {
      guard let visit = visits[assignment.visit] else { continue }
      for place in assignment.staff.indices { append(visit, assignment, place) }
    }
    let left = unassigned.compactMap { visits[$0] }.sorted { ($0.earliest, $0.id) < ($1.earliest, $1.id) }
    for visit in left { append(visit, nil, 0) }
    return writer.bytes
  }
}

import HomeCare
import Interchange

extension RosterSheets {
  /// The roster as CSV, to be opened in a spreadsheet: a row for each staff member on each visit in the order of their
  /// starts, and then a row for each unassigned visit. Text that a spreadsheet would run as a formula is made harmless.
  ///
  /// - Parameter dialect: How the text is laid out; the keys of files head the columns of plain CSV, which programs read.
  public func csv(_ dialect: CSVDialect = .plain) -> [UInt8] {
    let people = dialect == .plain ? Self.keys : visitTitles
    var writer = CSVWriter(guardsFormulas: true, dialect: dialect)
    for title in people + [dialect == .plain ? "status" : language(.statusTitle)] { writer.append(title) }
    writer.endRecord()
    func word(_ english: String) -> String { dialect == .plain ? english : language.word(english) }
    for (assignment, visit) in served {
      for place in assignment.staff.indices {
        append(visit, assignment, place, kind: word(visit.kind), to: &writer)
        writer.append(word("planned"))
        writer.endRecord()
      }
    }
    for visit in left {
      append(visit, nil, 0, kind: word(visit.kind), to: &writer)
      writer.append(word("unassigned"))
      writer.endRecord()
    }
    return writer.bytes
  }

  private static let keys = [
    "visit", "client", "clientName", "area", "start", "end", "minutes", "staff", "staffName", "shift", "category",
    "skills",
  ]

  /// What heads the columns of `append`.
  var visitTitles: [String] {
    [
      Phrase.visit, .client, .nameOfClient, .areaTitle, .start, .endTitle, .minutes, .staff, .nameOfStaff, .shift,
      .care, .skills,
    ].map { language($0) }
  }

  /// A visit with one of those who serve it; of an unassigned one its window.
  func append<Writer: RecordWriter>(
    _ visit: Visit, _ assignment: Roster.Assignment?, _ place: Int, kind: String, to writer: inout Writer
  ) {
    appendIdentity(of: visit, to: &writer)
    writer.append(assignment?.start ?? visit.earliest)
    writer.append((assignment?.start ?? visit.latest).advanced(by: visit.minutes))
    writer.append(visit.minutes)
    let member = assignment.flatMap { $0.staff.indices.contains(place) ? $0.staff[place] : nil }
    let shift = assignment.flatMap { $0.shifts.indices.contains(place) ? $0.shifts[place] : nil }
    writer.append(member.flatMap { shown.staff[$0] } ?? "")
    writer.append(member.flatMap { shown.staffNames[$0] } ?? "")
    writer.append(shift.flatMap { shown.shifts[$0] } ?? "")
    writer.append(kind)
    writer.append(ListCell.text(visit.skills))
  }

  /// Which visit it is, and whose.
  func appendIdentity<Writer: RecordWriter>(of visit: Visit, to writer: inout Writer) {
    writer.append(shown.visits[visit.id] ?? "")
    writer.append(shown.clients[visit.client] ?? "")
    writer.append(shown.clientNames[visit.client] ?? "")
    writer.append(shown.showsPlaces ? clients[visit.client]?.area ?? "" : "")
  }
}

import HomeCare
import Interchange

extension RosterSheets {
  /// A client's visits of a week and who comes; nothing in a week without any.
  func clientSheet(_ client: Client, _ monday: LocalDate, _ title: String) -> String? {
    let days = monday..<monday.advanced(by: 7)
    func say(_ swedish: String, _ english: String) -> String { language.pick(swedish, english) }
    var rows: [(start: LocalDateTime, cells: [String])] = []
    var faces: Set<StaffID> = []
    for (assignment, visit) in served where visit.client == client.id && days.contains(assignment.start.date) {
      faces.formUnion(assignment.staff)
      rows.append(
        (
          assignment.start,
          cells(assignment.start, assignment.start.clock, visit, assignment.staff.map { shown.title($0) })
        ))
    }
    for visit in left where visit.client == client.id && days.contains(visit.earliest.date) {
      let window = "\(visit.earliest.clock)–\(visit.latest.clock)"
      rows.append((visit.earliest, cells(visit.earliest, window, visit, [say("ännu inte bestämt", "not yet settled")])))
    }
    guard !rows.isEmpty else { return nil }
    var table = HTMLTable(
      caption: say("Besök och vem som kommer", "Visits and who comes"),
      [
        (say("dag", "day"), false), (say("börjar", "begins"), false), (say("min", "min"), true),
        (say("insats", "care"), false), (say("vem", "who"), false),
      ])
    for row in rows.sorted(by: { $0.start < $1.start }) { table.append(row.cells) }
    let contact = client.contact.map {
      ". \(say("Fast omsorgskontakt", "Fixed contact")): \(HTMLText.name(shown.title($0)))"
    }
    return """
      <section class="\(Self.kind(rows: rows.count))"><h1>\(HTMLText.name(shown.title(client.id)))</h1>
      <p class="lead">\(HTMLText.escaped(title))\(contact ?? "")</p>
      \(table.text)<p>\(say("Olika personal under veckan", "Different staff in the week")): \(faces.count)</p></section>

      """
  }

  private func cells(_ start: LocalDateTime, _ clock: String, _ visit: Visit, _ who: [String]) -> [String] {
    [
      "<span class=\"d\">\(HTMLText.escaped("\(weekday(start.date)) \(start.date)"))</span>",
      "<span class=\"d\">\(HTMLText.escaped(clock))</span>", "\(visit.minutes)",
      HTMLText.escaped(language.word(visit.kind)), HTMLText.name(who.joined(separator: ", ")),
    ]
  }
}

extension ShownPeople {
  /// Pseudonyms for everybody, and neither names nor places.
  public init(_ instance: Instance, _ pseudonyms: Pseudonyms) {
    self.init(
      instance, client: pseudonyms.client, staff: pseudonyms.staff, visit: pseudonyms.visit, shift: pseudonyms.shift)
  }
}

import HomeCare

extension RosterSheets {
  /// A client's visits of a week and who comes; nothing in a week without any.
  func clientSheet(_ client: Client, _ monday: LocalDate, _ title: String) -> HTML? {
    let days = monday..<monday.advanced(by: 7)
    var rows: [(start: LocalDateTime, cells: [HTML])] = []
    var faces: Set<StaffID> = []
    for (assignment, visit) in served where visit.client == client.id && days.contains(assignment.start.date) {
      faces.formUnion(assignment.staff)
      let who = assignment.staff.map { shown.title($0) }
      rows.append((assignment.start, cells(assignment.start, assignment.start.clock, visit, who)))
    }
    for visit in left where visit.client == client.id && days.contains(visit.earliest.date) {
      let window = "\(visit.earliest.clock)–\(visit.latest.clock)"
      rows.append((visit.earliest, cells(visit.earliest, window, visit, [language(.notYetSettled)])))
    }
    guard !rows.isEmpty else { return nil }
    var table = HTMLTable(
      caption: language(.visitsAndWhoComes),
      [Phrase.day, .begins, .min, .care, .who].map { (language($0), $0 == .min) })
    for row in rows.sorted(by: { $0.start < $1.start }) { table.append(row.cells) }
    let contact = client.contact.map { contact -> HTML in
      ". \(language(.fixedContact)) \(HTML.name(shown.title(contact)))"
    }
    return """
      <section class="\(Self.kind(rows: rows.count))"><h1>\(HTML.name(shown.title(client.id)))</h1>
      <p class="lead">\(title)\(contact ?? "")</p>
      \(table.html)<p>\(language(.differentStaffInWeek)): \(faces.count)</p></section>

      """
  }

  private func cells(_ start: LocalDateTime, _ clock: String, _ visit: Visit, _ who: [String]) -> [HTML] {
    [
      "<span class=\"d\">\(language.weekday(start.date)) \(start.date)</span>", "<span class=\"d\">\(clock)</span>",
      "\(visit.minutes)", "\(language.word(visit.kind))", HTML.name(language.listed(who)),
    ]
  }
}

import HomeCare

extension RosterSheets {
  /// A client's visits of a week and who comes; nothing in a week without any.
  func clientSheet(_ client: Client, _ monday: LocalDate, _ title: String) -> HTML? {
    let days = monday..<monday.advanced(by: 7)
    var rows: [(start: LocalDateTime, cells: [HTML])] = []
    var faces: Set<StaffID> = []
    // Long texts take several lines.
    var lines = 0
    func count(_ visit: Visit) { lines += 1 + purpose(of: visit).count / Self.lettersOfLine }
    for (assignment, visit) in served where visit.client == client.id && days.contains(assignment.start.date) {
      faces.formUnion(assignment.staff)
      count(visit)
      let end = assignment.start.advanced(by: visit.minutes)
      rows.append(
        (
          assignment.start,
          cells(
            "\(assignment.start.clock)–\(end.clock)", visit, language.listed(assignment.staff.map { shown.title($0) }))
        ))
    }
    for visit in left where visit.client == client.id && days.contains(visit.earliest.date) {
      count(visit)
      let window = "\(visit.earliest.clock)–\(visit.latest.clock)"
      rows.append((visit.earliest, cells(language(.beginsWithin, window), visit, language(.notYetSettled))))
    }
    guard !rows.isEmpty else { return nil }
    var table = HTMLTable(
      caption: language(.visitsAndWhoComes),
      [Phrase.day, .time, .min, .care, .who].map { (language($0), $0 == .min) })
    var last: LocalDate?
    for row in rows.sorted(by: { $0.start < $1.start }) {
      let date = row.start.date
      let day: HTML = date == last ? "" : "<b class=\"d\">\(self.title(date))</b>"
      table.append([day] + row.cells, kind: date == last ? "more" : "visit")
      last = date
    }
    let contact = client.contact.map { contact -> HTML in
      ". \(language(.fixedContact)) \(HTML.name(shown.title(contact)))"
    }
    return """
      <section class="\(Self.kind(rows: lines))"><h1>\(HTML.name(shown.title(client.id)))</h1>
      <p class="lead">\(title)\(contact ?? "")</p>
      \(table.html)<p>\(language(.differentStaffInWeek)): \(faces.count)</p></section>

      """
  }

  /// Letters of what a visit is for that a line has room for.
  private static let lettersOfLine = 28

  private func cells(_ time: String, _ visit: Visit, _ who: String) -> [HTML] {
    ["<span class=\"d\">\(time)</span>", "\(visit.minutes)", "\(purpose(of: visit))", HTML.name(who)]
  }
}

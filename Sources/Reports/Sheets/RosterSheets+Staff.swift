import HomeCare

extension RosterSheets {
  /// A staff member's visits of a day, with the way between them; nothing on a day without any.
  func staffSheet(_ member: StaffMember, _ date: LocalDate, _ title: String) -> HTML? {
    let visits = served.filter { $0.assignment.start.date == date && $0.assignment.staff.contains(member.id) }
    guard !visits.isEmpty else { return nil }
    let titles = [Phrase.way, .time, .client, .min, .care, .togetherWith]
    var table = HTMLTable(
      caption: language(.visitsInOrder), titles.map { (language($0), $0 == .way || $0 == .min) })
    var last: (shift: ShiftID?, visit: Visit)?
    var travel = 0
    for (assignment, visit) in visits {
      let shift = zip(assignment.staff, assignment.shifts).first { $0.0 == member.id }?.1
      // Each shift begins at the base, where there is one.
      let before = last.flatMap { $0.shift == shift ? $0.visit : nil }
      let origin = before.map { clients[$0.client]?.location } ?? member.location
      let way = way(to: visit, on: shift, from: origin, after: before?.id)
      travel += way ?? 0
      let others = assignment.staff.filter { $0 != member.id }.sorted().map { shown.title($0) }
      table.append([
        "\(language.count(way))",
        "<span class=\"d\">\(assignment.start.clock)–\(assignment.start.advanced(by: visit.minutes).clock)</span>",
        HTML.name(shown.title(visit.client)) + particulars(of: visit.client), "\(visit.minutes)", care(at: visit),
        HTML.name(language.listed(others)),
      ])
      last = (shift, visit)
    }
    let minutes = visits.reduce(0) { $0 + $1.visit.minutes }
    return """
      <section class="\(Self.kind(rows: visits.count))"><h1>\(HTML.name(shown.title(member.id)))</h1>
      <p class="lead">\(title)\(shiftText(of: member.id, visits.map(\.assignment)))</p>
      \(table.html)<p>\(language(.dayInSum, visits.count, minutes, travel))</p></section>

      """
  }

  /// The shifts in which the visits lie, with their breaks.
  private func shiftText(of member: StaffID, _ assignments: [Roster.Assignment]) -> String {
    let ids = Set(assignments.flatMap { zip($0.staff, $0.shifts).filter { $0.0 == member }.map(\.1) })
    return ids.compactMap { shifts[$0] }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { shift in
      let text = ". " + language(.shiftTimes, "\(shift.start.clock)–\(shift.end.clock)")
      guard let rule = shift.breakRule else { return text }
      return text + ", " + language(.breakBeginning, rule.minutes, "\(rule.from.clock)–\(rule.to.clock)")
    }.joined()
  }
}

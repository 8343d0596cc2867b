import HomeCare
import Interchange

extension RosterSheets {
  /// A staff member's visits of a day, with the way between them; nothing on a day without any.
  func staffSheet(_ member: StaffMember, _ date: LocalDate, _ title: String) -> String? {
    let visits = served.filter { $0.assignment.start.date == date && $0.assignment.staff.contains(member.id) }
    guard !visits.isEmpty else { return nil }
    func say(_ swedish: String, _ english: String) -> String { language.pick(swedish, english) }
    var table = HTMLTable(
      caption: say("Besök i ordning", "Visits in their order"),
      [
        (say("väg, min", "way, min"), true), (say("tid", "time"), false), (say("kund", "client"), false),
        (say("min", "min"), true), (say("insats", "care"), false), (say("tillsammans med", "together with"), false),
      ])
    var last: (shift: ShiftID?, location: LocationID?)?
    var travel = 0
    for (assignment, visit) in visits {
      let shift = zip(assignment.staff, assignment.shifts).first { $0.0 == member.id }?.1
      let home = clients[visit.client]?.location
      // Each shift begins at the base, where there is one.
      let origin = last.map { $0.shift == shift ? $0.location : member.location } ?? member.location
      var way: Int?
      if let origin, let home { way = instance.travelMinutes(from: origin, to: home) }
      travel += way ?? 0
      let others = assignment.staff.filter { $0 != member.id }.sorted().map { shown.title($0) }
      table.append([
        way.map { "\($0)" } ?? "–",
        "<span class=\"d\">\(assignment.start.clock)–\(assignment.start.advanced(by: visit.minutes).clock)</span>",
        HTMLText.name(shown.title(visit.client)), "\(visit.minutes)",
        HTMLText.escaped(([language.word(visit.kind)] + visit.skills).joined(separator: ", ")),
        HTMLText.name(others.joined(separator: ", ")),
      ])
      last = (shift, home)
    }
    let minutes = visits.reduce(0) { $0 + $1.visit.minutes }
    let sum = say(
      "\(visits.count) besök, \(minutes) minuter hos kund, \(travel) minuter på väg till dem.",
      "\(visits.count) visits, \(minutes) minutes with clients, \(travel) minutes on the way to them.")
    return """
      <section class="\(Self.kind(rows: visits.count))"><h1>\(HTMLText.name(shown.title(member.id)))</h1>
      <p class="lead">\(HTMLText.escaped(title))\(shiftText(of: member.id, visits.map(\.assignment)))</p>
      \(table.text)<p>\(sum)</p></section>

      """
  }

  /// The shifts in which the visits lie, with their breaks.
  private func shiftText(of member: StaffID, _ assignments: [Roster.Assignment]) -> String {
    let ids = Set(assignments.flatMap { zip($0.staff, $0.shifts).filter { $0.0 == member }.map(\.1) })
    return ids.compactMap { shifts[$0] }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { shift in
      var text = ". \(language.pick("Arbetspass", "Shift")) \(shift.start.clock)–\(shift.end.clock)"
      if let rule = shift.breakRule {
        text += ", \(rule.minutes) min \(language.pick("rast med början", "break beginning")) "
        text += "\(rule.from.clock)–\(rule.to.clock)"
      }
      return text
    }.joined()
  }
}

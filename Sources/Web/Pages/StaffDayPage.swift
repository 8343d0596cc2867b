import Board
import HomeCare
import Interchange
import Reports
import Rostering

/// The day of a plan, a row a shift, with the visit that is picked up.
struct StaffDayPage {
  private let parts: DayParts
  private let plan: PlanInHand
  private let day: StaffDay
  private let visits: [VisitID: Visit]

  private var language: Language { parts.language }

  init(_ parts: DayParts, _ plan: PlanInHand, _ day: StaffDay) {
    (self.parts, self.plan, self.day) = (parts, plan, day)
    visits = Dictionary(plan.instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var html: String {
    let rows = day.rows.map(row)
    return parts.page(
      """
      <section aria-labelledby="shifts"><h2 id="shifts">\(language(.staffOfTheDay))</h2>
      \(parts.axis(day.hours))<ul class="board">\(rows.joined())</ul></section>
      """)
  }

  private func row(_ row: StaffDay.Row) -> HTML {
    let name = parts.shown.title(row.member.id)
    let (from, length) = DayParts.span(day.hours, of: day.date)
    let option = parts.picked?.suggestions.options.first { $0.staff == row.member.id }
    let kind: HTML = option.map { " k-\(Self.mark($0.kind))" } ?? ""
    let stretches = row.stretches.map { stretch($0) }
    let items = stretches.isEmpty ? "<li class=\"none\">\(language(.noVisits))</li>" : stretches.joined()
    let pool: HTML = row.shift.kind == .pool ? " · \(language(.pool))" : ""
    var badge: HTML = ""
    if let option, let picked = parts.picked {
      badge = OptionText(language, parts.shown, plan).badge(option, of: picked.suggestions)
    }
    return """
      <li class="shift\(kind)" data-staff="\(staffRow(row.member.id))"><div class="who"><b>\(HTML.name(name))</b>
      <span>\(row.start.clock)–\(row.end.clock)\(pool) · \(language(.visitsOfShift, row.visits))</span>
      \(badge)</div>
      <ol class="track f\(from) l\(length)" aria-label="\(name)"><li class="hours \(parts.place(row.start, row.end.minutes(since: row.start)))" aria-hidden="true"></li>\(items)</ol></li>
      """
  }

  static func mark(_ kind: Suggestion.Kind) -> HTML {
    switch kind {
    case .known: "known"
    case .newFace: "new"
    case .ifMoved: "moved"
    case .withException: "exception"
    case .blocked: "no"
    }
  }

  private func staffRow(_ staff: StaffID) -> Int { plan.instance.staff.firstIndex { $0.id == staff } ?? -1 }

  private func stretch(_ stretch: ShiftCourse.Stretch) -> HTML {
    let place = parts.place(stretch.start, stretch.minutes)
    switch stretch.activity {
    case .visit(let visit): return "<li class=\"visit \(place)\">\(link(visit, at: stretch.start))</li>"
    case .way, .wayHome:
      return "<li class=\"way \(place)\"><span class=\"quiet\">\(language(.travelBy, stretch.minutes))</span></li>"
    case .rest:
      return "<li class=\"rest \(place)\"><span class=\"quiet\">\(language(.breakMinutes, stretch.minutes))</span></li>"
    case .waiting, .free: return ""
    }
  }

  private func link(_ id: VisitID, at start: LocalDateTime) -> HTML {
    guard let visit = visits[id] else { return HTML.name(id.rawValue) }
    return parts.link(visit, parts.shown.title(visit.client), "\(start.clock), \(visit.minutes) min")
  }
}

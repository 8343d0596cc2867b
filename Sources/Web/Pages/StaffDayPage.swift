import Board
import HomeCare
import Interchange
import Reports
import Rostering

/// The day of a plan, a row a shift, with the visit that is picked up.
struct StaffDayPage {
  let frame: Frame
  let plan: PlanInHand
  let day: StaffDay
  let picked: PickedUp?

  private let shown: PlanNames
  private let rowOfVisit: [VisitID: Int]
  private let visits: [VisitID: Visit]

  private var language: Language { frame.language }
  private var id: Int { frame.plan?.id ?? 0 }

  init(_ frame: Frame, _ plan: PlanInHand, _ day: StaffDay, picked: PickedUp?) {
    (self.frame, self.plan, self.day, self.picked) = (frame, plan, day, picked)
    shown = PlanNames(plan.instance)
    rowOfVisit = Dictionary(
      plan.instance.visits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    visits = Dictionary(plan.instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var html: String {
    let title = "\(language.weekday(day.date)) \(day.date)"
    let head = title.prefix(1).uppercased() + title.dropFirst()
    return frame.page(
      head,
      """
      \(DayList(language, plan.instance.horizon, day.date) { Self.address(id, $0) }.html)\(undo)
      \(picked.map { PickedUpPart(frame, plan, shown, $0, day: day.date).html } ?? help)
      \(tray)\(board)
      """)
  }

  private var help: HTML { "<p class=\"help\">\(language(.dragHelp))</p>" }

  // MARK: Ways

  /// The address of a day, with a visit picked up by its row.
  static func address(_ plan: Int, _ date: LocalDate, visit: Int? = nil) -> HTML {
    let visit = visit.map { row -> HTML in "&amp;visit=\(row)" } ?? ""
    return "/plans/\(plan)/staff?day=\(date)\(visit)"
  }

  /// Ways to take back the last change, and to do again what was taken back.
  private var undo: HTML {
    guard let record = frame.plan else { return "" }
    let field: HTML = "<input type=\"hidden\" name=\"day\" value=\"\(day.date)\">"
    let back =
      record.changes.isEmpty ? "" : frame.form("/plans/\(id)/undo", "\(field)<button>\(language(.undoLast))</button>")
    let again = record.canRedo ? frame.form("/plans/\(id)/redo", "\(field)<button>\(language(.redoLast))</button>") : ""
    return "<div class=\"actions undo\">\(back)\(again)</div>"
  }

  // MARK: Rows

  private var board: HTML {
    let rows = day.rows.map(row)
    return """
      <section aria-labelledby="shifts"><h2 id="shifts">\(language(.staffOfTheDay))</h2>
      \(axis)<ul class="board">\(rows.joined())</ul></section>
      """
  }

  private var from: Int { day.hours.lowerBound.minutes(since: day.date.midnight) }
  private var length: Int { day.hours.upperBound.minutes(since: day.hours.lowerBound) }

  private var axis: HTML {
    let hours = stride(from: from, to: from + length, by: 60).map { minute -> HTML in
      "<span class=\"m\(minute) s60\">\((minute / 60) % 24)</span>"
    }
    return "<div class=\"axis f\(from) l\(length)\" aria-hidden=\"true\">\(hours.joined())</div>"
  }

  private func row(_ row: StaffDay.Row) -> HTML {
    let name = shown.title(row.member.id)
    let option = picked?.suggestions.options.first { $0.staff == row.member.id }
    let kind: HTML = option.map { " k-\(Self.mark($0.kind))" } ?? ""
    let stretches = row.stretches.map { stretch($0) }
    let items = stretches.isEmpty ? "<li class=\"none\">\(language(.noVisits))</li>" : stretches.joined()
    let pool: HTML = row.shift.kind == .pool ? " · \(language(.pool))" : ""
    var badge: HTML = ""
    if let option, let picked {
      badge = OptionText(frame.language, shown, plan).badge(option, of: picked.suggestions)
    }
    return """
      <li class="shift\(kind)" data-staff="\(staffRow(row.member.id))"><div class="who"><b>\(HTML.name(name))</b>
      <span>\(row.start.clock)–\(row.end.clock)\(pool) · \(language(.visitsOfShift, row.visits))</span>
      \(badge)</div>
      <ol class="track f\(from) l\(length)" aria-label="\(name)"><li class="hours m\(minute(row.start)) s\(row.end.minutes(since: row.start))" aria-hidden="true"></li>\(items)</ol></li>
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

  private func minute(_ time: LocalDateTime) -> Int { time.minutes(since: day.date.midnight) }

  private func stretch(_ stretch: ShiftCourse.Stretch) -> HTML {
    let place: HTML = "m\(minute(stretch.start)) s\(stretch.minutes)"
    switch stretch.activity {
    case .visit(let visit): return "<li class=\"visit \(place)\">\(link(visit, at: stretch.start))</li>"
    case .way, .wayHome:
      return "<li class=\"way \(place)\"><span class=\"quiet\">\(language(.travelBy, stretch.minutes))</span></li>"
    case .rest:
      return "<li class=\"rest \(place)\"><span class=\"quiet\">\(language(.breakMinutes, stretch.minutes))</span></li>"
    case .waiting, .free: return ""
    }
  }

  /// A visit, to be picked up.
  private func link(_ id: VisitID, at start: LocalDateTime?) -> HTML {
    guard let visit = visits[id], let row = rowOfVisit[id] else { return HTML.name(id.rawValue) }
    let isPicked = picked?.suggestions.visit == id
    let clock =
      start?.clock
      ?? (visit.earliest == visit.latest ? visit.earliest.clock : "\(visit.earliest.clock)–\(visit.latest.clock)")
    let mark: HTML = isPicked ? " aria-current=\"true\"" : ""
    return """
      <a draggable="true" data-visit="\(row)" href="\(Self.address(self.id, day.date, visit: row))#picked"\(mark)><b>\(HTML.name(shown.title(visit.client)))</b> <span>\(clock), \(visit.minutes) min</span></a>
      """
  }

  // MARK: The tray

  private var tray: HTML {
    let items = day.tray.map { visit -> HTML in "<li class=\"visit\">\(link(visit.id, at: nil))</li>" }
    let list: HTML =
      items.isEmpty ? "<p class=\"quiet-line\">\(language(.trayEmpty))</p>" : "<ul>\(items.joined())</ul>"
    return """
      <section class="tray" data-tray aria-labelledby="tray"><h2 id="tray">\(language(.tray, day.tray.count))</h2>\(list)</section>
      """
  }
}

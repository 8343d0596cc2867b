import Board
import HomeCare
import Reports

/// The two pages of a day.
enum DayView: String, CaseIterable, Sendable {
  /// A row a shift.
  case staff
  /// A row a client.
  case clients

  /// The address of a day, with a visit picked up by its row.
  func address(_ plan: Int, _ date: LocalDate, visit: Int? = nil) -> HTML {
    let visit = visit.map { row -> HTML in "&amp;visit=\(row)" } ?? ""
    return "/plans/\(plan)/\(rawValue)?day=\(date)\(visit)"
  }
}

/// What both pages of a day have: the ways to other days, what takes back, the tray, and visits to be picked up.
struct DayParts {
  let frame: Frame
  let view: DayView
  let date: LocalDate
  let picked: PickedUp?
  let shown: PlanNames

  private let plan: PlanInHand
  private let rowOfVisit: [VisitID: Int]
  private let tray: [Visit]

  var language: Language { frame.language }
  var id: Int { frame.plan?.id ?? 0 }

  init(_ frame: Frame, _ plan: PlanInHand, _ view: DayView, _ date: LocalDate, picked: PickedUp?) {
    (self.frame, self.plan, self.view, self.date, self.picked) = (frame, plan, view, date, picked)
    shown = PlanNames(plan.instance)
    tray = DayTray(date, of: plan).visits
    rowOfVisit = Dictionary(
      plan.instance.visits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole page.
  func page(_ board: HTML) -> String {
    let title = "\(language.weekday(date)) \(date)"
    let part = picked.map { PickedUpPart(frame, plan, shown, $0, view, day: date).html }
    return frame.page(
      title.prefix(1).uppercased() + title.dropFirst(),
      """
      \(DayList(language, plan.instance.horizon, date) { view.address(id, $0) }.html)\(undo)
      \(part ?? "<p class=\"help\">\(language(.dragHelp))</p>")
      \(trayPart)\(board)
      """)
  }

  /// Ways to take back the last change, and to do again what was taken back.
  private var undo: HTML {
    guard let record = frame.plan else { return "" }
    let fields: HTML = """
      <input type="hidden" name="day" value="\(date)"><input type="hidden" name="view" value="\(view.rawValue)">
      """
    let back =
      record.changes.isEmpty
      ? "" : frame.form("/plans/\(id)/undo", "\(fields)<button>\(language(.undoLast))</button>")
    let again =
      record.canRedo ? frame.form("/plans/\(id)/redo", "\(fields)<button>\(language(.redoLast))</button>") : ""
    return "<div class=\"actions undo\">\(back)\(again)</div>"
  }

  /// A visit, to be picked up.
  func link(_ visit: Visit, _ name: String, _ text: String) -> HTML {
    guard let row = rowOfVisit[visit.id] else { return HTML.name(name) }
    let mark: HTML = picked?.suggestions.visit == visit.id ? " aria-current=\"true\"" : ""
    return """
      <a draggable="true" data-visit="\(row)" href="\(view.address(id, date, visit: row))#picked"\(mark)><b>\(HTML.name(name))</b> <span>\(text)</span></a>
      """
  }

  /// The visits of the day that nobody serves.
  private var trayPart: HTML {
    let items = tray.map { visit -> HTML in
      let clock =
        visit.earliest == visit.latest ? visit.earliest.clock : "\(visit.earliest.clock)–\(visit.latest.clock)"
      return "<li class=\"visit\">\(link(visit, shown.title(visit.client), "\(clock), \(visit.minutes) min"))</li>"
    }
    let list: HTML =
      items.isEmpty
      ? "<p class=\"quiet-line\">\(language(.trayEmpty))</p>"
      : "<ul>\(items.joined())</ul><p><a href=\"/plans/\(id)/unassigned\">\(language(.whyUnassigned))</a></p>"
    return """
      <section class="tray" data-tray aria-labelledby="tray"><h2 id="tray">\(language(.tray, tray.count))</h2>\(list)</section>
      """
  }

  /// The time axis of some hours, above the rows.
  func axis(_ hours: Range<LocalDateTime>) -> HTML {
    let (from, length) = Self.span(hours, of: date)
    let marks = stride(from: from, to: from + length, by: 60).map { minute -> HTML in
      "<span class=\"m\(minute) s60\">\((minute / 60) % 24)</span>"
    }
    return "<div class=\"axis f\(from) l\(length)\" aria-hidden=\"true\">\(marks.joined())</div>"
  }

  /// Where an axis begins, and its length, in minutes.
  static func span(_ hours: Range<LocalDateTime>, of date: LocalDate) -> (from: Int, length: Int) {
    (hours.lowerBound.minutes(since: date.midnight), hours.upperBound.minutes(since: hours.lowerBound))
  }

  /// Where something stands on an axis.
  func place(_ start: LocalDateTime, _ minutes: Int) -> HTML { "m\(start.minutes(since: date.midnight)) s\(minutes)" }
}

import Board
import HomeCare
import Reports
import Rostering

/// What has happened to a plan, and what can be done about it.
struct RepairPage {
  private let frame: Frame
  private let plan: PlanInHand
  private let day: LocalDate
  private let repair: RepairInHand?
  private let shown: PlanNames

  init(_ frame: Frame, _ plan: PlanInHand, day: LocalDate, _ repair: RepairInHand?) {
    (self.frame, self.plan, self.day, self.repair) = (frame, plan, day, repair)
    shown = PlanNames(repair?.ways.instance.instance ?? plan.instance)
  }

  private var language: Language { frame.language }
  private var id: Int { frame.plan?.id ?? 0 }

  var html: String {
    frame.page(
      language(.repairTitle),
      """
      \(DayList(language, plan.instance.horizon, day) { "/plans/\(id)/repair?day=\($0)\(kept)" }.html)
      <p>\(language(.repairLead))</p>
      \(repair.map { "\(told($0))\(options($0))" as HTML } ?? "")
      \(HappeningForms(frame, plan, PlanNames(plan.instance), day: day, addingTo: repair).html)
      """)
  }

  /// What an address says of the repair that is looked at.
  private var kept: HTML { repair.map { repair -> HTML in "&amp;repair=\(repair.id)" } ?? "" }

  // MARK: What was told

  private func told(_ repair: RepairInHand) -> HTML {
    let words = HappeningText(language, shown, plan.instance)
    let items = repair.happenings.enumerated().map { index, happening -> HTML in
      let text = words.text(happening)
      let fields: HTML = """
        <input type="hidden" name="repair" value="\(repair.id)"><input type="hidden" name="row" value="\(index)"><input type="hidden" name="day" value="\(day)">
        """
      return """
        <li>\(text.prefix(1).uppercased() + text.dropFirst()) \(frame.form("/plans/\(id)/repair/forget", "\(fields)<button class=\"plain\">\(language(.forget))<span class=\"quiet\"> \(text)</span></button>", kind: " class=\"inline-form\""))\(calls(happening))</li>
        """
    }
    let notes = repair.ways.instance.notes.map { note -> HTML in "<li>\(language.note(note))</li>" }
    let time = repair.ways.now.map { language(.asOf, $0.shown) } ?? language(.daysAreOver)
    return
      "<ul class=\"told\" id=\"told\" tabindex=\"-1\">\(items.joined())\(notes.joined())</ul><p class=\"hint\">\(time)</p>"
  }

  /// Ways to find somebody for the shifts that somebody is absent from.
  private func calls(_ happening: Happening) -> HTML {
    guard happening.kind == .absent, let from = happening.from else { return "" }
    let to = happening.to ?? .openEnd
    return plan.instance.shifts.enumerated().filter { _, shift in
      shift.staff == happening.staff && shift.start < to && from < shift.end && shift.kind == .rostered
    }.prefix(5).map { row, shift -> HTML in
      """
      <br><a href="/plans/\(id)/call?shift=\(row)\(kept)">\(language(.phoneFor, shown.title(shift.staff))), \(shift.start.shown)–\(shift.end.clock)</a>
      """
    }.joined()
  }

  // MARK: Options

  private func options(_ repair: RepairInHand) -> HTML {
    let parts = repair.ways.options.enumerated().map { option($0.offset, $0.element, repair) }
    return """
      <section aria-labelledby="options"><h2 id="options">\(language(.optionsTitle))</h2><div class="side-by-side">\(parts.joined())</div></section>
      """
  }

  private func option(_ index: Int, _ option: RepairOption, _ repair: RepairInHand) -> HTML {
    let figures = language.rows(option.figures).map { title, value -> HTML in
      "<tr><th scope=\"row\">\(title)</th><td>\(value)</td></tr>"
    }
    let fields: HTML = """
      <input type="hidden" name="repair" value="\(repair.id)"><input type="hidden" name="option" value="\(index)"><input type="hidden" name="day" value="\(day)">
      """
    let all = frame.form(
      "/plans/\(id)/repair/take",
      "\(fields)\(reason(option))<button class=\"main\">\(language(.takeAll))<span class=\"quiet\"> \(index + 1)</span></button>"
    )
    return """
      <section class="option" aria-labelledby="option\(index)"><h3 id="option\(index)">\(index + 1). \(language.name(option.labels))</h3>
      <table class="figures-table"><tbody>\(figures.joined())</tbody></table>\(all)\(effects(option))\(left(option))
      \(changes(index, option, fields))</section>
      """
  }

  /// Asks for a reason where visits that have started cannot keep a rule.
  private func reason(_ option: RepairOption) -> HTML {
    if option.broken.exceptions.isEmpty { return "" }
    let words = option.broken.exceptions.map { $0.words(language) }.joined(separator: "; ")
    return """
      <span class="allowed">\(language(.hasBegun, words))</span><label>\(language(.reason)) <input name="reason" required maxlength="300"></label>
      """
  }

  private func effects(_ option: RepairOption) -> HTML {
    let lines = option.effects.filter { $0.before != $0.after }.map { effect -> HTML in
      "<li>\(language.text(effect, client: shown.title(effect.client)))</li>"
    }
    return lines.isEmpty ? "" : "<h4>\(language.title(.faces))</h4><ul>\(lines.joined())</ul>"
  }

  private func left(_ option: RepairOption) -> HTML {
    let new = Set(option.list.rows.filter { $0.after == .unassigned }.map(\.visit))
    let lines = option.unassignedReasons.filter { new.contains($0.visit) }.map { reason -> HTML in
      let why = language.summary(reason, of: repair?.ways.instance.instance ?? plan.instance)
      return "<li><b>\(HTML.name(shown.title(reason.visit)))</b>: \(why)</li>"
    }
    return lines.isEmpty ? "" : "<ul class=\"problems\">\(lines.joined())</ul>"
  }

  /// The changes, each of which may be taken or left.
  private func changes(_ index: Int, _ option: RepairOption, _ fields: HTML) -> HTML {
    let rows = option.list.rows.enumerated().filter { $0.element.extent == .change }.sorted {
      (Self.start($0.element), $0.offset) < (Self.start($1.element), $1.offset)
    }.map { row, change -> HTML in
      let why = change.reason.map { language.name($0, staff: shown.title, visit: shown.title) } ?? ""
      return """
        <li><label><input type="checkbox" name="row\(row)" value="1" checked> <span><b>\(HTML.name(shown.title(change.client)))</b> \(Self.start(change).shown): \(place(change.before, change)) → \(place(change.after, change)) <span class="hint">\(why)</span></span></label></li>
        """
    }
    if rows.isEmpty { return "<p>\(language(.noVisitChanges))</p>" }
    return frame.form(
      "/plans/\(id)/repair/take",
      """
      \(fields)<input type="hidden" name="part" value="1"><ul class="changes" aria-label="\(language.title(.changedVisitsOf, index + 1))">\(rows.joined())</ul>\(reason(option))<button>\(language(.takeChosen))<span class="quiet"> \(index + 1)</span></button>
      """)
  }

  private static func start(_ change: RosterChange) -> LocalDateTime {
    change.before.assignment?.start ?? change.after.assignment?.start ?? .openEnd
  }

  /// Who serves the visit, and when, where that is at another time than before.
  private func place(_ place: RosterChange.Place, _ change: RosterChange) -> String {
    guard let service = place.assignment, service.start == Self.start(change) else {
      return shown.text(place, language)
    }
    return shown.titles(service.staff)
  }
}

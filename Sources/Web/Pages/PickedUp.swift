import Board
import HomeCare
import Interchange
import Reports
import Rostering

/// A visit that somebody has in the hand, and who could take it.
struct PickedUp {
  /// Its row among the instance's visits.
  let row: Int
  let suggestions: Suggestions
}

/// What an answer says, in words.
struct OptionText {
  private let language: Language
  private let shown: PlanNames
  private let plan: PlanInHand

  init(_ language: Language, _ shown: PlanNames, _ plan: PlanInHand) {
    (self.language, self.shown, self.plan) = (language, shown, plan)
  }

  /// How readily a staff member could take the visit.
  func kind(_ option: Suggestion, of visit: VisitID) -> String {
    if option.servesNow && option.kind != .blocked { return language(.servesNow) }
    switch option.kind {
    case .known: return language(.kindKnown)
    case .newFace: return language(.kindNewFace)
    case .withException: return language(.kindWithException)
    case .blocked: return language(.kindBlocked)
    case .ifMoved:
      guard let moved = option.changes.first(where: { $0.visit != visit }) else { return language(.kindIfMoved, "…") }
      let client = shown.title(moved.client)
      let clock = moved.after.assignment?.start.clock ?? ""
      if moved.changesStaff, let staff = moved.after.assignment?.staff {
        return language(.kindIfMoved, language(.goesTo, client, staff.map(shown.title).joined(separator: ", "), clock))
      }
      return language(.kindIfMoved, language(.movesTo, client, clock))
    }
  }

  /// Start, faces and travel.
  func figures(_ option: Suggestion, target: Int) -> String {
    guard let assignment = option.assignment else { return "" }
    return [
      language(.startAt, assignment.start.clock),
      language(.facesOf, option.facesBefore, option.facesAfter, target),
      language(.travelBy, language.signed(option.change[.travel])),
    ].joined(separator: " · ")
  }

  /// The answer beside a row of the day.
  func badge(_ option: Suggestion, of suggestions: Suggestions) -> HTML {
    let kind = kind(option, of: suggestions.visit)
    if option.kind == .blocked {
      return "<span class=\"badge\">\(option.obstacle.map(language.text) ?? language(.kindBlocked))</span>"
    }
    return
      "<span class=\"badge\">\(kind)</span><span class=\"more\">\(figures(option, target: suggestions.target))</span>"
  }
}

/// The part of a page that tells who could take the visit in the hand, best first.
struct PickedUpPart {
  private let frame: Frame
  private let plan: PlanInHand
  private let shown: PlanNames
  private let picked: PickedUp
  private let view: DayView
  private let day: LocalDate
  private let words: OptionText

  init(_ frame: Frame, _ plan: PlanInHand, _ shown: PlanNames, _ picked: PickedUp, _ view: DayView, day: LocalDate) {
    (self.frame, self.plan, self.shown, self.picked) = (frame, plan, shown, picked)
    (self.view, self.day) = (view, day)
    words = OptionText(frame.language, shown, plan)
  }

  private var language: Language { frame.language }
  private var id: Int { frame.plan?.id ?? 0 }

  var html: HTML {
    let visit = plan.instance.visits[picked.row]
    let window =
      visit.earliest == visit.latest ? visit.earliest.clock : "\(visit.earliest.clock)–\(visit.latest.clock)"
    let name = language(.visitAt, shown.title(visit.client), window, visit.minutes)
    let able = picked.suggestions.options.filter { $0.kind != .blocked }
    let unable = picked.suggestions.options.filter { $0.kind == .blocked }
    return """
      <section id="picked" class="picked" data-picked="\(picked.row)" tabindex="-1" aria-labelledby="picked-name">
      <h2 id="picked-name">\(language(.pickedUp, name))</h2><p>\(now)</p>\(team)
      <div class="actions"><a class="button" data-putback href="\(view.address(id, day))">\(language(.putBack))</a>\(leave)<a href="/plans/\(id)/call?visit=\(picked.row)">\(language(.whomToPhone))</a></div>
      <h3>\(language(.whoCanTakeIt))</h3><ol class="options">\(able.map(option).joined())</ol>
      <details><summary>\(language(.cannot, unable.count))</summary><ul class="unable">\(unable.map(blocked).joined())</ul></details>
      </section>
      """
  }

  private var now: String {
    guard let now = picked.suggestions.now.assignment else { return language(.nowNobody) }
    var text = language(.nowWith, now.staff.map(shown.title).joined(separator: ", "), now.start.clock)
    if let replacing = picked.suggestions.replacing, now.staff.count > 1 {
      text += ". " + language(.inPlaceOf, shown.title(replacing))
    }
    return text
  }

  /// Ways to take another one's place, where several serve the visit.
  private var team: HTML {
    let staff = picked.suggestions.now.assignment?.staff ?? []
    if staff.count < 2 { return "" }
    return staff.filter { $0 != picked.suggestions.replacing }.map { other -> HTML in
      """
      <p><a href="\(view.address(id, day, visit: picked.row))&amp;replacing=\(row(of: other))#picked">\(language(.takesPlaceOf, shown.title(other)))</a></p>
      """
    }.joined()
  }

  private var leave: HTML {
    if picked.suggestions.now.assignment == nil { return "" }
    return frame.form(
      "/plans/\(id)/leave", "\(fields)<button>\(language(.leaveUnassigned))</button>", kind: " data-leave")
  }

  /// What every form of the visit says.
  private var fields: HTML {
    let replacing = picked.suggestions.replacing.map { staff -> HTML in
      "<input type=\"hidden\" name=\"replacing\" value=\"\(row(of: staff))\">"
    }
    return """
      <input type="hidden" name="visit" value="\(picked.row)"><input type="hidden" name="day" value="\(day)"><input type="hidden" name="view" value="\(view.rawValue)">\(replacing ?? "")
      """
  }

  private func row(of staff: StaffID) -> Int { plan.instance.staff.firstIndex { $0.id == staff } ?? -1 }

  private func option(_ option: Suggestion) -> HTML {
    let name = shown.title(option.staff)
    let kind = words.kind(option, of: picked.suggestions.visit)
    let head: HTML = """
      <b>\(HTML.name(name))</b> <span class="badge">\(kind)</span> <span class="more">\(words.figures(option, target: picked.suggestions.target))</span>
      """
    let staff: HTML = "<input type=\"hidden\" name=\"staff\" value=\"\(row(of: option.staff))\">"
    if option.exceptions.isEmpty && option.changes.isEmpty { return "<li class=\"k-now\"><div>\(head)</div></li>" }
    var inner: HTML = "<button>\(language(.giveTo, name))</button>"
    if !option.exceptions.isEmpty {
      let allowed = option.exceptions.map { $0.words(language) }.joined(separator: "; ")
      inner = """
        <span class="allowed">\(allowed)</span><label>\(language(.reason)) <input name="reason" required maxlength="300"></label>
        <button>\(language(.allow, name))</button>
        """
    }
    return """
      <li class="k-\(StaffDayPage.mark(option.kind))"><div>\(head)</div>
      \(frame.form("/plans/\(id)/give", "\(fields)\(staff)\(inner)", kind: " data-give=\"\(row(of: option.staff))\""))</li>
      """
  }

  private func blocked(_ option: Suggestion) -> HTML {
    let why = option.obstacle.map(language.text) ?? language(.kindBlocked)
    return "<li>\(HTML.name(shown.title(option.staff))): \(why)</li>"
  }
}

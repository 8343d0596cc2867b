import Board
import HomeCare
import Interchange
import Reports
import Rostering

/// Why something was not done, and what one can do about it.
struct RefusalPage {
  let frame: Frame
  let refusal: PlanRefusal
  /// The names of the plan's people, where there is a plan.
  let plan: PlanInHand?
  /// Where the command was sent, and what it said, to be sent again.
  let action: HTML
  let form: Form
  /// Where to go back to.
  let back: HTML

  private var language: Language { frame.language }

  var html: String {
    frame.page(
      language(.refusalTitle),
      """
      <section class="problems" role="alert">\(text(refusal))</section><p>\(language(.nothingChanged))</p>
      <div class="actions">\(again)<a class="button" href="\(back)">\(language(.backToThePlan))</a></div>
      """)
  }

  /// A command that still fits, to be sent again by who has seen what others did.
  private var again: HTML {
    let now: PlanRefusal? = if case .stale(_, let now) = refusal { now } else { refusal }
    var (more, button): (HTML, BoardPhrase) = ("", .doItAnyway)
    switch now {
    case nil: break
    case .needsReason:
      more = "<label>\(language(.reason)) <input name=\"reason\" required maxlength=\"300\"></label>"
    case .needsOthers:
      more = "<input type=\"hidden\" name=\"along\" value=\"1\">"
      button = .takeAlong
    default: return ""
    }
    let fields = form.entries.filter { !["revision", "reason"].contains($0.name) }.map { field -> HTML in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
    }
    return frame.form(
      action, "\(fields.joined())\(more)<button class=\"main\">\(language(button))</button>")
  }

  private func text(_ refusal: PlanRefusal) -> HTML {
    switch refusal {
    case .stale(let meanwhile, let now):
      let verdict: HTML = now.map { "<p>\(language(.noLongerFits))</p>\(text($0))" } ?? "<p>\(language(.stillFits))</p>"
      return "<p>\(language(.staleLead))</p>\(entries(meanwhile))\(verdict)"
    case .builtUpon(let later): return "<p>\(language(.refusedBuiltUpon))</p>\(entries(later))"
    case .noPlan(let id): return "<p>\(language(.refusedNoPlan, id))</p>"
    case .noAnswer: return "<p>\(language(.refusedNoVisit))</p>"
    case .blocked(let staff, let obstacle):
      let why = obstacle.map(language.text) ?? language(.kindBlocked)
      return "<p>\(language(.refusedBlocked, name(staff), why))</p>"
    case .needsReason(let exceptions):
      return "<p>\(language(.refusedReason, exceptions.map { $0.words(language) }.joined(separator: "; ")))</p>"
    case .breaksRules(let violations):
      let items = violations.prefix(20).map { violation -> HTML in "<li>\(language.text(violation))</li>" }
      return "<p>\(language(.refusedRules))</p><ul>\(items.joined())</ul>"
    case .unsound(let problems):
      let items = problems.prefix(20).map { problem -> HTML in "<li>\(language.message(problem.description))</li>" }
      return "<p>\(language(.refusedUnsound))</p><ul>\(items.joined())</ul>"
    case .reshaped: return "<p>\(language(.refusedReshaped))</p>"
    case .noRepair: return "<p>\(language(.refusedNoRepair))</p>"
    case .needsOthers(let dependences):
      let shown = plan.map { PlanNames($0.instance) } ?? PlanNames()
      let items = dependences.map { dependence -> HTML in
        "<li>\(language(.needsChange, shown.title(dependence.needed), language.text(dependence.broken)))</li>"
      }
      return "<p>\(language(.refusedNeedsOthers))</p><ul>\(items.joined())</ul>"
    case .nothingToUndo: return "<p>\(language(.refusedNothingToUndo))</p>"
    case .runGoesOn: return "<p>\(language(.runGoesOnAlready))</p>"
    case .noRun(let reason): return "<p>\(language(.runFailed, language.message(reason)))</p>"
    case .store(let error): return "<p>\(language(.refusedStore, language.message(error.description)))</p>"
    case .damaged(let reason): return "<p>\(language(.refusedStore, language.message(reason)))</p>"
    }
  }

  private func name(_ staff: StaffID) -> String {
    plan.map { PlanNames($0.instance).title(staff) } ?? staff.rawValue
  }

  private func entries(_ entries: [JournalEntry]) -> HTML {
    let words = JournalText(language) { _ in plan }
    return
      "<ul>\(entries.prefix(20).map { entry -> HTML in "<li>\(HTML.name(entry.actor)): \(words.text(entry))</li>" }.joined())</ul>"
  }
}

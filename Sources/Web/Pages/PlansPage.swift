import Board
import HomeCare
import Reports
import Rostering

/// All plans, what is handed out, and the run that goes on.
struct PlansPage {
  let frame: Frame
  let state: BoardState
  let figures: [Int: BoardFigures]
  let run: RunStatus?

  private var language: Language { frame.language }

  var html: String {
    frame.page(language(.navPlans), "\(Self.runPart(run, language))\(state.drafts.isEmpty ? empty : table)\(comparing)")
  }

  /// Ways to see what differs between two plans.
  private var comparing: HTML {
    if state.drafts.count < 2 { return "" }
    func choice(_ name: HTML, _ phrase: BoardPhrase, _ chosen: Int) -> HTML {
      let options = state.drafts.map { draft -> HTML in
        let mark: HTML = draft.id == chosen ? " selected" : ""
        return "<option value=\"\(draft.id)\"\(mark)>\(draft.id). \(draft.name)</option>"
      }
      return "<label>\(language.title(phrase)) <select name=\"\(name)\">\(options.joined())</select></label>"
    }
    return """
      <section aria-labelledby="compare"><h2 id="compare">\(language(.comparePlans))</h2><form class="row" method="get" action="/compare">
      \(choice("first", .plan, state.drafts[1].id))\(choice("second", .withPlan, state.drafts[0].id))<button>\(language(.compare))</button></form></section>
      """
  }

  private var empty: HTML { "<p>\(language(.noPlans)) <a href=\"/import\">\(language(.navImport))</a></p>" }

  private var table: HTML {
    let titles: [BoardPhrase] = [.plan, .madeBy, .meanFaces, .clientsAboveTarget, .unassignedVisits]
    let heads = titles.map { phrase -> HTML in "<th scope=\"col\">\(language.title(phrase))</th>" }
    let rows = state.drafts.map(row)
    return """
      <div class="scroll"><table class="plans"><thead><tr>\(heads.joined())<td></td></tr></thead><tbody>\(rows.joined())</tbody></table></div>
      """
  }

  private func row(_ record: PlanRecord) -> HTML {
    var origin: HTML =
      record.origin == .imported
      ? "\(language(.wasImported))" : "\(language(.wasPlannedFrom, record.from ?? 0))"
    if let published = state.publication, published.plan == record.id {
      origin += " · <strong>\(language(.publishedNow))</strong>"
      if record.changed > published.revision { origin += " · \(language(.changedSince))" }
    }
    let known = figures[record.id]
    let cells: [HTML] = [
      origin, "\(language.number(known?.meanFaces, 1))", "\(known.map { "\($0.aboveTarget)" } ?? "–")",
      "\(known.map { "\($0.unassigned)" } ?? "–")",
    ]
    let id = record.id
    return """
      <tr><th scope="row"><a href="/plans/\(id)/staff">\(id). \(HTML.name(record.name))</a></th>
      \(cells.map { cell -> HTML in "<td>\(cell)</td>" }.joined())
      <td class="actions">\(Self.runForm(frame, id))\(frame.form("/plans/\(id)/publish", "<button>\(language(.publish))<span class=\"quiet\"> \(id)</span></button>"))\(frame.form("/plans/\(id)/discard", "<button class=\"plain\">\(language(.discard))<span class=\"quiet\"> \(id)</span></button>"))</td></tr>
      """
  }

  /// What starts a run from a plan.
  static func runForm(_ frame: Frame, _ plan: Int) -> HTML {
    frame.form(
      "/plans/\(plan)/run",
      """
      <label class="inline">\(frame.language(.seconds)) <input type="number" name="seconds" value="60" min="1" max="3600"></label>
      <button class="main">\(frame.language(.planAnew))<span class="quiet"> \(plan)</span></button>
      """, kind: " class=\"run\"")
  }

  /// How far a run has come.
  static func runPart(_ run: RunStatus?, _ language: Language) -> HTML {
    guard let run else { return "" }
    let stop: HTML =
      run.outcome == .running
      ? "<form method=\"post\" action=\"/run/stop\"><button>\(language(.stopRun))</button></form>" : ""
    let kind: HTML = run.goesOn ? " data-goes-on" : ""
    return """
      <section class="running" aria-labelledby="run-title"\(kind)><h2 id="run-title">\(language(.runTitle))</h2>
      <p id="run-text">\(text(run, language))</p><progress id="run-progress" max="100" value="\(percent(run))" aria-labelledby="run-title"></progress>
      <p class="hint">\(language(.runBeside))</p>\(stop)</section>
      """
  }

  /// How much of its time a run has used, in percent.
  static func percent(_ run: RunStatus) -> Int {
    run.goesOn ? min(100, Int(100 * run.seconds / max(1, run.limit))) : 100
  }

  /// How far a run has come, in a line.
  static func text(_ run: RunStatus, _ language: Language) -> String {
    switch run.outcome {
    case .stopping: return language(.runStopping)
    case .done(let plan): return language(.runDone, plan)
    case .failed(let reason): return language(.runFailed, language.message(reason))
    case .running:
      guard let best = run.best else { return language(.runBegins) }
      return language(.runGoing, Int(run.seconds), Int(run.limit), best[.unassigned], best[.distinct])
    }
  }
}

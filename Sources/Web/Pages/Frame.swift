import Board
import HomeCare
import Reports

/// What surrounds every page: where one is, the figures of the plan, and the ways to all other pages.
struct Frame: Sendable {
  /// The pages that the ways lead to.
  enum Place: Hashable, Sendable {
    case day
    case clients
    case repair
    case fortnight
    case staff
    case plans
    case imports
    case print
    case journal
    case other
  }

  let language: Language
  /// Who looks.
  let actor: String
  /// The last event of the unit.
  let revision: Int
  let here: Place
  /// The plan that the page is of.
  var plan: PlanRecord?
  var figures: BoardFigures?
  /// What is told on top, such as that something was done.
  var notice: String?

  /// A whole page.
  func page(_ title: String, _ body: HTML) -> String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.code)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,">
      <title>\(title) · Samma</title>
      <link rel="stylesheet" href="/assets/board.css"><link rel="stylesheet" href="/assets/axis.css">
      <script src="/assets/board.js" defer></script></head>
      <body><a class="skip" href="#content">\(language(.skipToContent))</a>
      <header id="header">\(bar)\(figureList)</header>
      <p id="live" role="status" aria-live="polite" data-lost="\(language(.lostContact))"></p>
      <main id="content" tabindex="-1" data-revision="\(revision)" data-changed="\(language(.changedMeanwhile))"
        data-updated="\(language(.updatedByOthers))">
      <h1>\(title)</h1>
      \(noticeLine)\(body)</main></body></html>

      """
    return page.text
  }

  /// A page for somebody who has not come in.
  static func bare(_ title: String, _ language: Language, _ body: HTML) -> String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.code)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,"><title>\(title) · Samma</title>
      <link rel="stylesheet" href="/assets/board.css"></head>
      <body><main id="content"><h1>\(title)</h1>\(body)</main></body></html>

      """
    return page.text
  }

  private var noticeLine: HTML {
    notice.map { notice -> HTML in "<p class=\"notice\" role=\"status\">\(notice)</p>" } ?? ""
  }

  private var bar: HTML {
    var ways: [(Place, String, BoardPhrase)] = []
    if let plan {
      ways += [
        (.day, "/plans/\(plan.id)/staff", .navDay), (.clients, "/plans/\(plan.id)/clients", .navClients),
        (.repair, "/plans/\(plan.id)/repair", .navRepair),
        (.fortnight, "/plans/\(plan.id)/fortnight", .navFortnight),
        (.staff, "/plans/\(plan.id)/people", .staff), (.print, "/plans/\(plan.id)/print", .navPrint),
      ]
    }
    ways += [(.plans, "/plans", .navPlans), (.imports, "/import", .navImport), (.journal, "/journal", .navJournal)]
    let items = ways.map { place, address, phrase -> HTML in
      let mark: HTML = place == here ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(address)\"\(mark)>\(language(phrase))</a></li>"
    }
    return """
      <div class="bar"><a class="brand" href="/">Samma</a>
      <nav aria-label="\(language(.pages))"><ul>\(items.joined())</ul></nav>
      <div class="me"><span>\(HTML.name(actor))</span>
      <form method="post" action="/language"><button lang="\(language.other.code)" class="plain">\(language(.inOtherLanguage))</button></form>
      <form method="post" action="/logout" data-whole><button class="plain">\(language(.logOut))</button></form></div></div>
      """
  }

  /// The figures, each a way to its list.
  private var figureList: HTML {
    guard let plan, let figures else { return "" }
    let rows: [(String, String, BoardPhrase)] = [
      ("faces", language.number(figures.meanFaces, 1), .meanFaces),
      ("above", "\(figures.aboveTarget)", .clientsAboveTarget),
      ("unassigned", "\(figures.unassigned)", .unassignedVisits),
      ("exceptions", "\(figures.exceptions)", .exceptionsInForce),
      ("steady", language.percent(figures.steady), .steadyStarts),
    ]
    let items = rows.map { page, value, phrase -> HTML in
      "<li><a href=\"/plans/\(plan.id)/\(page)\"><b>\(value)</b> <span>\(language(phrase))</span></a></li>"
    }
    return """
      <div class="figures"><p class="which">\(language(.planOf, plan.id, ""))\(HTML.name(plan.name))</p>
      <ul aria-label="\(language(.figuresOfPlan))">\(items.joined())</ul></div>
      """
  }

  /// A form that sends something with the revision that the page shows.
  func form(_ action: HTML, _ content: HTML, kind: HTML = "") -> HTML {
    """
    <form method="post" action="\(action)"\(kind)><input type="hidden" name="revision" value="\(revision)">\(content)</form>
    """
  }
}

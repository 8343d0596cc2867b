import Board
import HomeCare
import Reports

/// Whom to phone for a shift or a visit.
struct CallPage {
  let frame: Frame
  let plan: PlanInHand
  let list: CallList

  var html: String {
    let language = frame.language
    let shown = PlanNames(plan.instance)
    let able = list.candidates.filter { $0.obstacle == nil }
    let heads = language.callTitles.map { title -> HTML in
      "<th scope=\"col\">\(title.prefix(1).uppercased() + title.dropFirst())</th>"
    }
    let rows = able.map { candidate -> HTML in
      let cells = language.cells(candidate, of: list).map { cell -> HTML in "<td>\(cell)</td>" }
      return "<tr><th scope=\"row\">\(HTML.name(shown.title(candidate.staff)))</th>\(cells.joined())</tr>"
    }
    let table: HTML =
      able.isEmpty
      ? "<p>\(language.nobodyToCall)</p>"
      : """
      <div class="scroll" tabindex="0" role="region" aria-label="\(language(.whomToPhone))"><table><thead><tr>\(heads.joined())</tr></thead><tbody>\(rows.joined())</tbody></table></div>
      """
    let others = list.candidates.filter { $0.obstacle != nil }.map { candidate -> HTML in
      "<li>\(HTML.name(shown.title(candidate.staff))): \(language.words(candidate.obstacle))</li>"
    }
    let unable: HTML =
      others.isEmpty ? "" : "<h2>\(language.cannotCome)</h2><ul class=\"unable\">\(others.joined())</ul>"
    return frame.page(
      language(.whomToPhone),
      "<p>\(language.needed(list))</p><p class=\"hint\">\(language(.absencesKnown))</p>\(table)\(unable)")
  }
}

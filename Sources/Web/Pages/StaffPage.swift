import Board
import HomeCare
import Reports

/// What a plan asks of each staff member.
struct StaffPage {
  let frame: Frame
  let plan: PlanInHand

  var html: String {
    let language = frame.language
    let shown = PlanNames(plan.instance)
    let heads = language.workloadTitles.map { title -> HTML in
      "<th scope=\"col\">\(title.prefix(1).uppercased() + title.dropFirst())</th>"
    }
    let rows = StaffWorkload.all(of: plan.roster, plan.instance).enumerated().sorted {
      (shown.title($0.element.staff), $0.offset) < (shown.title($1.element.staff), $1.offset)
    }.map { _, load -> HTML in
      let cells = language.cells(load).map { cell -> HTML in "<td>\(cell)</td>" }
      return "<tr><th scope=\"row\">\(HTML.name(shown.title(load.staff)))</th>\(cells.joined())</tr>"
    }
    return frame.page(
      language(.staff),
      """
      <p>\(language(.staffLead)) <a href="/plans/\(frame.plan?.id ?? 0)/repair">\(language(.navRepair))</a></p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(language(.staff))"><table><thead><tr>\(heads.joined())</tr></thead><tbody>\(rows.joined())</tbody></table></div>
      """)
  }
}

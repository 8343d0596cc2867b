import Board
import HomeCare
import Reports
import Rostering

/// The visits that nobody serves, why, and what can be done about each.
struct UnassignedPage {
  let frame: Frame
  let plan: PlanInHand
  let reasons: [UnassignedReason]

  var html: String {
    let language = frame.language
    let shown = PlanNames(plan.instance)
    let left = Set(plan.roster.unassigned)
    let why = Dictionary(reasons.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let id = frame.plan?.id ?? 0
    let rows = plan.instance.visits.enumerated().filter { left.contains($0.element.id) }.map {
      row, visit -> [HTML] in
      let remedy = why[visit.id]?.remedy.map { language.text($0, staff: shown.title) }
      let reason = why[visit.id].map { language.summary($0, of: plan.instance) } ?? ""
      return [
        "<a href=\"\(DayView.staff.address(id, visit.earliest.date, visit: row))#picked\">\(HTML.name(shown.title(visit.client)))</a>",
        "<span class=\"d\">\(visit.earliest.shown)–\(visit.latest.clock)</span>", "\(visit.minutes)",
        "\(reason)\(remedy.map { " \($0)" } ?? "")",
        "<a href=\"/plans/\(id)/call?visit=\(row)\">\(language(.whomToPhone))</a>",
      ]
    }
    return frame.page(
      language(.unassignedTitle), ListTable(language, [.client, .window, .minutes, .why, .help], rows).html)
  }
}

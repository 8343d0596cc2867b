import Board
import HomeCare
import Reports
import Rostering

/// A client's visits of the period, all or by one staff member, and how few staff there could be.
struct MeetingsPage {
  let frame: Frame
  let plan: PlanInHand
  let client: Client
  /// Whose visits alone are shown; everybody's where absent.
  let staff: StaffID?
  /// The fewest staff that the client could meet, by period.
  let floors: [ContinuityFloor]

  var html: String {
    let language = frame.language
    let shown = PlanNames(plan.instance)
    let id = frame.plan?.id ?? 0
    let places = plan.roster.places
    let rows = plan.instance.visits.enumerated().filter { $0.element.client == client.id }.map { row, visit in
      (row: row, visit: visit, service: places[visit.id]?.assignment)
    }.filter { staff == nil || $0.service?.staff.contains(staff ?? "") == true }.sorted {
      ($0.service?.start ?? $0.visit.earliest, $0.row) < ($1.service?.start ?? $1.visit.earliest, $1.row)
    }.map { row, visit, service -> [HTML] in
      let start = service?.start ?? visit.earliest
      return [
        "<a class=\"d\" href=\"\(DayView.staff.address(id, start.date, visit: row))#picked\">\(language.weekday(start.date).prefix(3)) \(start.shown)</a>",
        "\(visit.minutes)", "\(service.map { shown.titles($0.staff) } ?? language(.nobody))",
      ]
    }
    let title = shown.title(client.id) + (staff.map { " – \(shown.title($0))" } ?? "")
    let fewest = FloorReport(floors, plan.roster, of: plan.instance).lines(language, called: shown.title(client.id))
      .map { text, witness -> HTML in
        let items = witness.map { visit -> HTML in "<li>\(shown.title(visit))</li>" }
        return "<p>\(text)</p>\(items.isEmpty ? "" : "<ul>\(items.joined())</ul>")"
      }
    return frame.page(
      title,
      """
      \(ListTable(language, [.time, .minutes, .staff], rows).html)<h2>\(language(.whyNotFewer))</h2>\(fewest.joined())
      """)
  }
}

import Board
import HomeCare
import Reports

/// The day of a plan, a row a client, with the visit that is picked up.
struct ClientDayPage {
  private let parts: DayParts
  private let day: ClientDay

  init(_ parts: DayParts, _ day: ClientDay) { (self.parts, self.day) = (parts, day) }

  private var language: Language { parts.language }

  var html: String {
    let rows = day.rows.map(row)
    let list: HTML = rows.isEmpty ? "<p>\(language(.noRows))</p>" : "<ul class=\"board\">\(rows.joined())</ul>"
    return parts.page(
      """
      <section aria-labelledby="clients"><h2 id="clients">\(language(.clientsOfTheDay))</h2>\(parts.axis(day.hours))\(list)</section>
      """)
  }

  private func row(_ row: ClientDay.Row) -> HTML {
    let name = parts.shown.title(row.client.id)
    let (from, length) = DayParts.span(day.hours, of: day.date)
    let kind: HTML = row.faces > row.client.targetStaff ? " class=\"above\"" : ""
    return """
      <li class="shift"><div class="who"><b>\(HTML.name(name))</b>
      <span\(kind)>\(language(.facesOfTarget, row.faces, row.client.targetStaff))</span></div>
      <ol class="track f\(from) l\(length)" aria-label="\(name)">\(row.visits.map(item).joined())</ol></li>
      """
  }

  private func item(_ item: ClientDay.Item) -> HTML {
    let staff = item.service.map { parts.shown.titles($0.staff) } ?? language(.nobody)
    let kind: HTML = item.service == nil ? " left" : ""
    var text = "\(item.start.clock), \(item.visit.minutes) min"
    if let off = item.off, off != 0 { text += " (\(language(.offUsual, language.signed(off))))" }
    return """
      <li class="visit\(kind) \(parts.place(item.start, item.visit.minutes))">\(parts.link(item.visit, staff, text))</li>
      """
  }
}

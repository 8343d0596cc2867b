import HomeCare
import Interchange

/// Sheets of paper made of a roster: for staff, for clients, for a wall and for a day on which the systems are down.
///
/// Each page of HTML holds the sheets of a day, a week or the whole period, every sheet beginning on an A4 of its own; it
/// needs no network and runs no script.
public struct RosterSheets {
  let instance: Instance
  let shown: ShownPeople
  let language: Language
  /// Assignments in the order of their starts, with their visits.
  let served: [(assignment: Roster.Assignment, visit: Visit)]
  /// Visits that nobody serves, in the order of their windows.
  let left: [Visit]
  let clients: [ClientID: Client]
  /// Visits with their assignments.
  let assigned: [VisitID: (assignment: Roster.Assignment, visit: Visit)]
  /// The shifts that serve a visit, by the day on whose sheet they stand, in the order of their starts.
  let courses: [LocalDate: [ShiftCourse]]

  /// The sheets of a roster.
  public init(_ roster: Roster, of instance: Instance, shown: ShownPeople, language: Language) {
    self.instance = instance
    self.shown = shown
    self.language = language
    let visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0) })
    served = roster.assignments.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }.compactMap { assignment in
      visits[assignment.visit].map { (assignment, $0) }
    }
    left = roster.unassigned.compactMap { visits[$0] }.sorted { ($0.earliest, $0.id) < ($1.earliest, $1.id) }
    clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0) })
    assigned = Dictionary(served.map { ($0.visit.id, $0) }, uniquingKeysWith: { first, _ in first })
    courses = Dictionary(
      grouping: ShiftCourse.all(of: roster, instance).sorted {
        ($0.start, $0.shift.id) < ($1.start, $1.shift.id)
      }, by: { Self.day(of: $0.shift, in: instance.horizon) })
  }

  /// The pages for somebody, each with its file's name; without sheets there is no page.
  public func pages(for audience: SheetAudience) -> [(name: String, html: String)] {
    switch audience {
    case .staff:
      return days.compactMap { date in
        let sheets = inOrder(instance.staff) { shown.staff[$0.id] }.compactMap { staffSheet($0, date) }
        return page("staff-\(date)", "\(language(.daysVisits)), \(title(date))", sheets)
      }
    case .clients:
      return mondays.compactMap { monday in
        let year = monday.advanced(by: 3).components.year
        let title = language(.week, monday.isoWeek, year)
        let sheets = inOrder(instance.clients) { shown.clients[$0.id] }.compactMap { clientSheet($0, monday, title) }
        return page(
          "clients-\(year)-W\(monday.isoWeek < 10 ? "0" : "")\(monday.isoWeek)", "\(language(.weeksVisits)), \(title)",
          sheets)
      }
    case .wall:
      let wall = WallBoard(self)
      return days.compactMap { date in
        page("wall-\(date)", "\(language(.daysBoard)), \(title(date))", wall.sheets(of: date), style: WallBoard.style)
      }
    case .crisis:
      return [page("crisis", language(.crisisPack), crisisPack, style: Self.crisisStyle)].compactMap(\.self)
    }
  }

  /// The days of the horizon.
  var days: [LocalDate] { (0..<instance.horizon.days).map { instance.horizon.start.advanced(by: $0) } }

  /// The Mondays of the weeks that the horizon touches.
  var mondays: [LocalDate] {
    days.map(\.monday).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The day on whose sheet a shift stands: that on which it begins; a night before the horizon belongs to its first day.
  static func day(of shift: Shift, in horizon: Horizon) -> LocalDate { max(shift.start.date, horizon.start) }

  /// A date as a heading.
  func title(_ date: LocalDate) -> String { "\(language.weekday(date)) \(date)" }

  /// A stretch of time as people read it; on another day than the sheet's, with that day's name.
  func clock(_ start: LocalDateTime, _ end: LocalDateTime, on date: LocalDate) -> HTML {
    let day = start.date == date ? "" : language.weekday(start.date) + " "
    return "<span class=\"d\">\(day)\(start.clock)–\(end.clock)</span>"
  }

  /// The rows in the order of the instance, or of their stand-ins, lest the order tell who is who.
  func inOrder<Row>(_ rows: [Row], _ id: (Row) -> String?) -> [Row] {
    shown.showsPlaces ? rows : rows.sorted { (id($0) ?? "") < (id($1) ?? "") }
  }

  // MARK: Pages

  /// Each sheet begins on a page of its own; long tables in small print. Pages are counted where the browser can.
  private static let style: HTML = """

    .sheet + .sheet { break-before: page; border-top: 1.5px solid #111; margin-top: 2rem; padding-top: 1rem; }
    .dense table { font-size: .62rem; } .dense th, .dense td { padding-top: 0; padding-bottom: 0; line-height: 1.25; }
    tr.between td { border-bottom: 0; color: #333; font-size: .9em; padding-top: .05rem; padding-bottom: .05rem; }
    tbody tr:first-child td { padding-top: .2rem; }
    tr.rest td { font-weight: 600; background: #eee; } tr.visit td { border-top: 1px solid #999; border-bottom: 0; }
    tr.more td { border-bottom: 0; } tr.left td { font-weight: 600; } small { line-height: 1.3; }
    @page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
    @media print { .sheet + .sheet { border: 0; margin: 0; padding: 0; } tr.rest td { print-color-adjust: exact; } }
    """

  private func page(
    _ name: String, _ title: String, _ sheets: [HTML], style: HTML = ""
  ) -> (name: String, html: String)? {
    sheets.isEmpty
      ? nil : ("\(name).html", HTMLPage(title, language, style: Self.style + style).text(sheets.joined()))
  }

  /// Rows of a table that one A4 has room for; more are set smaller.
  private static let roomyRows = 34

  /// The classes of a sheet with a table of some rows.
  static func kind(rows: Int) -> HTML { rows > roomyRows ? "sheet dense" : "sheet" }
}

extension ShownPeople {
  /// Pseudonyms for everybody, and neither names nor places.
  public init(_ instance: Instance, _ pseudonyms: Pseudonyms) {
    self.init(
      instance, client: pseudonyms.client, staff: pseudonyms.staff, visit: pseudonyms.visit, shift: pseudonyms.shift)
  }
}

extension Language {
  /// What stands before the others who serve a visit, in a calendar.
  public var calendarWith: String { self(.calendarWith) }
}

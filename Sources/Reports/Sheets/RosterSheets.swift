import HomeCare
import Interchange

/// Sheets of paper made of a roster: one for each staff member and day, and one for each client and week.
///
/// Each page of HTML holds the sheets of a day or a week, every sheet on an A4 of its own; it needs no network and runs no
/// script.
public struct RosterSheets {
  let instance: Instance
  let shown: ShownPeople
  let language: Language
  /// Assignments in the order of their starts, with their visits.
  let served: [(assignment: Roster.Assignment, visit: Visit)]
  /// Visits that nobody serves, in the order of their windows.
  let left: [Visit]
  let shifts: [ShiftID: Shift]
  let clients: [ClientID: Client]
  let rowOfVisit: [VisitID: Int]
  let allowances: Allowances

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
    shifts = Dictionary(uniqueKeysWithValues: instance.shifts.map { ($0.id, $0) })
    clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0) })
    rowOfVisit = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    allowances = Allowances(instance)
  }

  /// A page for each day with visits, by its file's name.
  public func staffPages() -> [(name: String, html: String)] {
    pages("staff", language(.daysVisits)) { date in
      (date.description, date, "\(language.weekday(date)) \(date)")
    } sheet: { date, title in
      inOrder(instance.staff) { shown.staff[$0.id] }.compactMap { staffSheet($0, date, title) }
    }
  }

  /// A page for each week with visits, by its file's name.
  public func clientPages() -> [(name: String, html: String)] {
    pages("clients", language(.weeksVisits)) { date in
      let year = date.monday.advanced(by: 3).components.year
      let week = date.isoWeek < 10 ? "0\(date.isoWeek)" : "\(date.isoWeek)"
      return ("\(year)-W\(week)", date.monday, language(.week, date.isoWeek, year))
    } sheet: { monday, title in
      inOrder(instance.clients) { shown.clients[$0.id] }.compactMap { clientSheet($0, monday, title) }
    }
  }

  /// The pages of all days of the horizon, those with one key on one page; without sheets there is no page.
  private func pages(
    _ kind: String, _ heading: String, key: (LocalDate) -> (name: String, first: LocalDate, title: String),
    sheet: (LocalDate, String) -> [HTML]
  ) -> [(name: String, html: String)] {
    var seen: Set<String> = []
    var result: [(name: String, html: String)] = []
    // A shift of the evening before may serve a visit; a visit may not start outside the horizon.
    for day in 0..<instance.horizon.days {
      let (name, first, title) = key(instance.horizon.start.advanced(by: day))
      guard seen.insert(name).inserted else { continue }
      let sheets = sheet(first, title)
      if !sheets.isEmpty { result.append(("\(kind)-\(name).html", page("\(heading), \(title)", sheets))) }
    }
    return result
  }

  /// Each sheet on a page of its own; long tables in small print.
  private static let style: HTML = """

    .sheet + .sheet { break-before: page; border-top: 1.5px solid #111; margin-top: 2rem; padding-top: 1rem; }
    .dense table { font-size: .62rem; } .dense th, .dense td { padding-top: 0; padding-bottom: 0; line-height: 1.25; }
    @media print { .sheet + .sheet { border: 0; margin: 0; padding: 0; } }
    """

  private func page(_ title: String, _ sheets: [HTML]) -> String {
    HTMLPage(title, language, style: Self.style).text(sheets.joined())
  }

  /// The rows in the order of the instance, or of their stand-ins, lest the order tell who is who.
  private func inOrder<Row>(_ rows: [Row], _ id: (Row) -> String?) -> [Row] {
    shown.showsPlaces ? rows : rows.sorted { (id($0) ?? "") < (id($1) ?? "") }
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

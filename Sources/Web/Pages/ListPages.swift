import Board
import Continuity
import HomeCare
import Interchange
import Reports

/// The lists behind the figures above every page.
enum FigureList: String, CaseIterable, Sendable {
  /// How many staff each client meets.
  case faces
  /// Clients above their target.
  case above
  /// What people have allowed.
  case exceptions
  /// Series whose starts vary.
  case steady

  /// The whole page of a plan.
  func page(_ frame: Frame, _ plan: PlanInHand) -> String {
    let language = frame.language
    let shown = PlanNames(plan.instance)
    switch self {
    case .faces, .above:
      let all = RosterContinuity(plan.roster, of: plan.instance).worstFirst
      let rows = all.filter { self == .faces || $0.distinct > $0.target }.map { row -> [HTML] in
        [
          HTML.name(shown.title(row.client)), "\(row.area ?? "")", "\(row.distinct)", "\(row.target)",
        ]
      }
      return frame.page(
        language(self == .faces ? .everyClient : .aboveTitle),
        ListTable(language, [.client, .area, .faces, .target], rows).html)
    case .exceptions:
      let rows = plan.instance.exceptions.map { exception -> [HTML] in
        ["\(exception.words(language))", "\(exception.reason)", HTML.name(exception.by ?? "")]
      }
      return frame.page(
        language(.exceptionsTitle), ListTable(language, [.exception, .why, .allowedBy], rows).html)
    case .steady:
      let rows = RosterSteadiness(plan.roster, of: plan.instance).rows
        .filter { $0.spread > RosterSteadiness.steadySpread }.sorted { ($1.spread, $0.client) < ($0.spread, $1.client) }
        .map { row -> [HTML] in
          [
            HTML.name(shown.title(row.client)), "\(LocalDateTime(minuteNumber: row.usual).clock)", "\(row.spread)",
          ]
        }
      return frame.page(
        language(.unsteadyVisits, RosterSteadiness.steadySpread),
        ListTable(language, [.client, .usualTime, .spread], rows).html)
    }
  }
}

/// Who meets whom: clients by staff.
struct FortnightPage {
  let frame: Frame
  let plan: PlanInHand

  var html: String {
    let language = frame.language
    let shown = PlanNames(plan.instance)
    let visits = Dictionary(plan.instance.visits.map { ($0.id, $0.client) }, uniquingKeysWith: { first, _ in first })
    var meetings: [ClientID: [StaffID: Int]] = [:]
    for assignment in plan.roster.assignments {
      guard let client = visits[assignment.visit] else { continue }
      for staff in assignment.staff { meetings[client, default: [:]][staff, default: 0] += 1 }
    }
    let faces = ClientFaces(plan)
    let id = frame.plan?.id ?? 0
    let met = plan.instance.staff.enumerated().filter { member in
      meetings.values.contains { $0[member.element.id] != nil }
    }
    let heads = met.map { _, member -> HTML in
      "<th scope=\"col\"><span>\(HTML.name(shown.title(member.id)))</span></th>"
    }
    let rows = plan.instance.clients.enumerated().map { row, client -> HTML in
      let address: HTML = "/plans/\(id)/meetings?client=\(row)"
      let own = meetings[client.id] ?? [:]
      let cells = met.map { column, member -> HTML in
        guard let count = own[member.id] else { return "<td></td>" }
        let names = "\(shown.title(client.id)), \(shown.title(member.id))"
        return """
          <td class="met"><a href="\(address)&amp;staff=\(column)"><span class="quiet">\(names): </span>\(count)</a></td>
          """
      }
      let distinct = faces[client.id]
      let kind: HTML = distinct > client.targetStaff ? " class=\"above\"" : ""
      return """
        <tr\(kind)><th scope="row"><a href="\(address)">\(HTML.name(shown.title(client.id)))</a></th><td><b>\(distinct)</b></td><td>\(client.targetStaff)</td>\(cells.joined())</tr>
        """
    }
    return frame.page(
      language(.fortnightTitle),
      """
      <p>\(language(.fortnightLead))</p><div class="scroll" tabindex="0" role="region" aria-label="\(language(.fortnightTitle))"><table class="matrix"><thead><tr><th scope="col">\(language.title(.client))</th><th scope="col">\(language.title(.faces))</th><th scope="col">\(language.title(.target))</th>\(heads.joined())</tr></thead><tbody>\(rows.joined())</tbody></table></div>
      """)
  }
}

/// Sheets of paper and files of a plan.
struct PrintPage {
  let frame: Frame
  let plan: PlanInHand

  private static func title(of audience: SheetAudience) -> BoardPhrase {
    switch audience {
    case .staff: .sheetsStaff
    case .clients: .sheetsClients
    case .wall: .sheetsWall
    case .crisis: .sheetsCrisis
    }
  }

  var html: String {
    let language = frame.language
    let id = frame.plan?.id ?? 0
    let sheets = RosterSheets(plan.roster, of: plan.instance, shown: ShownPeople(plan.instance), language: language)
    let parts = SheetAudience.allCases.map { audience -> HTML in
      let items = sheets.pages(for: audience).map { name, _ -> HTML in
        "<li><a data-whole href=\"/plans/\(id)/sheets/\(audience.rawValue)/\(name)\">\(name)</a></li>"
      }
      return "<h2>\(language(Self.title(of: audience)))</h2><ul class=\"sheets\">\(items.joined())</ul>"
    }
    return frame.page(
      language(.navPrint),
      """
      <p>\(language(.printLead, id))</p>\(parts.joined())<h2>\(language(.files))</h2><ul class="sheets">
      <li><a data-whole href="/plans/\(id)/instance.json">\(language(.instanceFile))</a></li>
      <li><a data-whole href="/plans/\(id)/roster.json">\(language(.rosterFile))</a></li></ul>
      """)
  }
}

import Board
import HTTPTypes
import HomeCare
import Hummingbird
import Interchange
import Reports

extension BoardSite {
  /// The pages that only show something: lists, the period, sheets, files and the journal.
  func addLists(to router: Router<SiteContext>) {
    for list in FigureList.allCases {
      router.get("plans/:plan/\(list.rawValue)") { _, context in
        let (id, plan) = try await plan(context)
        return Response.page(list.page(try await frame(context, .other, plan: id), plan))
      }
    }
    router.get("plans/:plan/unassigned") { _, context in
      let (id, plan) = try await plan(context)
      let reasons = try await board.unassignedReasons(of: id)
      return Response.page(
        UnassignedPage(frame: try await frame(context, .other, plan: id), plan: plan, reasons: reasons).html)
    }
    router.get("plans/:plan/meetings") { request, context in
      let (id, plan) = try await plan(context)
      let asked = request.uri.queryParameters
      let client = clientRow(asked["client"].map(String.init), of: plan)
      guard let client = plan.instance.clients.first(where: { $0.id == client }) else { throw HTTPError(.notFound) }
      let floors = try await board.floors(for: client.id, of: id)
      let page = MeetingsPage(
        frame: try await frame(context, .fortnight, plan: id), plan: plan, client: client,
        staff: try staff(asked["staff"].map(String.init), of: plan), floors: floors)
      return Response.page(page.html)
    }
    router.get("plans/:plan/fortnight") { _, context in
      let (id, plan) = try await plan(context)
      return Response.page(FortnightPage(frame: try await frame(context, .fortnight, plan: id), plan: plan).html)
    }
    router.get("plans/:plan/people") { _, context in
      let (id, plan) = try await plan(context)
      return Response.page(StaffPage(frame: try await frame(context, .staff, plan: id), plan: plan).html)
    }
    router.get("compare") { request, context in
      let asked = request.uri.queryParameters
      guard let session = context.session, let first = asked["first"].flatMap({ Int($0) }),
        let second = asked["second"].flatMap({ Int($0) }), let old = try? await board.plan(first),
        let new = try? await board.plan(second)
      else { throw HTTPError(.notFound) }
      let comparison = RosterComparison(old.roster, new.roster, of: old.instance, changed: new.instance)
      let names = [first, second].map { session.language(.planOf, $0, "") }
      return Response.sheet(
        DiffReport(comparison, of: new.instance, names: (names[0], names[1])).html(session.language))
    }
    router.get("plans/:plan/print") { _, context in
      let (id, plan) = try await plan(context)
      return Response.page(PrintPage(frame: try await frame(context, .print, plan: id), plan: plan).html)
    }
    router.get("plans/:plan/sheets/:audience/:name") { _, context in
      let (_, plan) = try await plan(context)
      guard let audience = context.parameters.get("audience").flatMap({ SheetAudience(rawValue: $0) }),
        let name = context.parameters.get("name"), let session = context.session
      else { throw HTTPError(.notFound) }
      let sheets = RosterSheets(
        plan.roster, of: plan.instance, shown: ShownPeople(plan.instance), language: session.language)
      guard let sheet = sheets.pages(for: audience).first(where: { $0.name == name }) else {
        throw HTTPError(.notFound)
      }
      return Response.sheet(sheet.html)
    }
    router.get("plans/:plan/instance.json") { _, context in
      let (id, plan) = try await plan(context)
      return Response.file(plan.instance.json(), type: "application/json", name: "plan-\(id).json")
    }
    router.get("plans/:plan/roster.json") { _, context in
      let (id, plan) = try await plan(context)
      return Response.file(plan.roster.json(), type: "application/json", name: "plan-\(id).roster.json")
    }
    router.get("journal.csv") { _, context in
      guard let session = context.session else { throw HTTPError(.unauthorized) }
      let entries = try await board.journal(limit: .max)
      let plans = await plans(of: entries)
      return Response.file(
        JournalTable(session.language, entries, plans).csv, type: "text/csv; charset=utf-8", name: "journal.csv")
    }
    router.get("journal") { _, context in
      let frame = try await frame(context, .journal)
      let entries = try await board.journal()
      return Response.page(JournalPage(frame: frame, entries: entries, plans: await plans(of: entries)).html)
    }
  }

  /// The plans of which a journal tells, as they stand.
  private func plans(of entries: [JournalEntry]) async -> [Int: PlanInHand] {
    var plans: [Int: PlanInHand] = [:]
    for id in Set(entries.map(\.event.plan)) { plans[id] = try? await board.plan(id) }
    return plans
  }
}

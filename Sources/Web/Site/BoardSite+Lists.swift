import Board
import HTTPTypes
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
    router.get("plans/:plan/fortnight") { _, context in
      let (id, plan) = try await plan(context)
      return Response.page(FortnightPage(frame: try await frame(context, .fortnight, plan: id), plan: plan).html)
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
      var answer = Response.page(sheet.html)
      // Sheets are files that carry their style with them, and run nothing.
      answer.headers[.contentSecurityPolicy] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-modals"
      return answer
    }
    router.get("plans/:plan/instance.json") { _, context in
      let (id, plan) = try await plan(context)
      return Response.file(plan.instance.json(), type: "application/json", name: "plan-\(id).json")
    }
    router.get("plans/:plan/roster.json") { _, context in
      let (id, plan) = try await plan(context)
      return Response.file(plan.roster.json(), type: "application/json", name: "plan-\(id).roster.json")
    }
    router.get("journal") { _, context in
      let frame = try await frame(context, .journal)
      let entries = try await board.journal()
      var plans: [Int: PlanInHand] = [:]
      for id in Set(entries.map(\.event.plan)) { plans[id] = try? await board.plan(id) }
      return Response.page(JournalPage(frame: frame, entries: entries, plans: plans).html)
    }
  }
}

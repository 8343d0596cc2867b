import Board
import HTTPTypes
import Hummingbird
import Reports

extension BoardSite {
  /// The page of all plans, and what can be done with one as a whole.
  func addPlans(to router: Router<SiteContext>) {
    router.get("plans") { request, context in
      let told = request.uri.queryParameters["told"]
      let frame = try await frame(context, .plans, notice: told == "published" ? .isPublished : nil)
      let state = await board.state
      var figures: [Int: BoardFigures] = [:]
      for draft in state.drafts { figures[draft.id] = try? await board.figures(of: draft.id) }
      let page = PlansPage(frame: frame, state: state, figures: figures, run: await board.runStatus)
      return Response.page(page.html)
    }
    router.post("plans/:plan/run") { request, context in
      let (id, _) = try await plan(context)
      let form = try await form(request)
      guard let session = context.session, let seconds = form.number("seconds"), (1...3600).contains(seconds) else {
        throw HTTPError(.badRequest)
      }
      let name = await board.state.plan(id)?.name ?? ""
      do throws(PlanRefusal) {
        try await board.startRun(from: id, seconds: Double(seconds), name: name, by: session.actor)
      } catch {
        return try await refused(error, context, plan: id, "/plans/\(id)/run", form, back: "/plans")
      }
      return Response.seeOther("/plans")
    }
    router.post("run/stop") { _, _ in
      await board.stopRun()
      return Response.seeOther("/plans")
    }
    router.post("plans/:plan/publish") { request, context in
      try await command(request, context, "publish", done: "/plans?told=published", back: "/plans") {
        id, _, who throws(PlanRefusal) in try await board.publish(id, as: who)
      }
    }
    router.post("plans/:plan/discard") { request, context in
      try await command(request, context, "discard", done: "/plans", back: "/plans") {
        id, _, who throws(PlanRefusal) in try await board.discard(id, as: who)
      }
    }
  }

  /// Carries a command on a plan out, and leads to the page that shows what it has done.
  ///
  /// - Parameters:
  ///   - name: The last part of the command's address.
  ///   - namesRows: Whether the form names visits and people by their rows, which must not be others by now.
  ///   - told: What the page is told that shows it; the name by default.
  ///   - done: The page that shows it; the day that the form names by default.
  func command(
    _ request: Request, _ context: SiteContext, _ name: String, namesRows: Bool = false, told: String? = nil,
    done: String? = nil, back: HTML? = nil,
    _ carryOut: (Int, Form, Standpoint) async throws(PlanRefusal) -> Int
  ) async throws -> Response {
    let (id, plan) = try await plan(context)
    let form = try await form(request)
    let who = try standpoint(context, form)
    let day = day(form["day"], of: plan)
    let view = form["view"].flatMap { DayView(rawValue: $0) } ?? .staff
    do throws(PlanRefusal) {
      if namesRows, let reshaped = await board.state.plan(id)?.reshaped, reshaped > who.revision {
        throw .stale(meanwhile: try await board.journal(of: id, after: who.revision), now: .reshaped)
      }
      _ = try await carryOut(id, form, who)
    } catch {
      return try await refused(
        error, context, plan: id, "/plans/\(id)/\(name)", form, back: back ?? view.address(id, day))
    }
    return Response.seeOther(done ?? "/plans/\(id)/\(view.rawValue)?day=\(day)&told=\(told ?? name)")
  }
}

import Board
import HTTPTypes
import HomeCare
import Hummingbird
import Reports

extension BoardSite {
  /// The day by staff, and what is done there.
  func addDay(to router: Router<SiteContext>) {
    for view in DayView.allCases {
      router.get("plans/:plan/\(view.rawValue)") { request, context in try await day(request, context, view) }
    }
    router.post("plans/:plan/give") { request, context in
      let (_, plan) = try await plan(context)
      return try await command(request, context, "give", namesRows: true) { id, form, who throws(PlanRefusal) in
        guard let visit = visitRow(form["visit"], of: plan), let staff = staffRow(form["staff"], of: plan) else {
          throw .noAnswer(.unknownVisit(VisitID(form["visit"] ?? "")))
        }
        return try await board.give(
          visit, to: staff, insteadOf: staffRow(form["replacing"], of: plan),
          reason: String((form["reason"] ?? "").prefix(300)), in: id, as: who)
      }
    }
    router.post("plans/:plan/leave") { request, context in
      let (_, plan) = try await plan(context)
      return try await command(request, context, "leave", namesRows: true) { id, form, who throws(PlanRefusal) in
        guard let visit = visitRow(form["visit"], of: plan) else {
          throw .noAnswer(.unknownVisit(VisitID(form["visit"] ?? "")))
        }
        return try await board.leave(visit, in: id, as: who)
      }
    }
    router.post("plans/:plan/undo") { request, context in
      try await command(request, context, "undo") { id, _, who throws(PlanRefusal) in
        try await board.undo(in: id, as: who)
      }
    }
    router.post("plans/:plan/redo") { request, context in
      try await command(request, context, "redo") { id, _, who throws(PlanRefusal) in
        try await board.redo(in: id, as: who)
      }
    }
  }

  /// A day, with the visit that the address picks up.
  private func day(_ request: Request, _ context: SiteContext, _ view: DayView) async throws -> Response {
    let (id, plan) = try await plan(context)
    let asked = request.uri.queryParameters
    let date = day(asked["day"].map(String.init), of: plan)
    let told: BoardPhrase? =
      switch asked["told"] {
      case "give", "leave", "mend", "redo": .done
      case "undo": .undone
      default: nil
      }
    var picked: PickedUp?
    if let row = asked["visit"].flatMap({ Int($0) }) {
      guard plan.instance.visits.indices.contains(row) else { throw HTTPError(.notFound) }
      let replacing = try staff(asked["replacing"].map(String.init), of: plan)
      do throws(PlanRefusal) {
        picked = PickedUp(
          row: row,
          suggestions: try await board.suggestions(
            for: plan.instance.visits[row].id, of: id, replacing: replacing))
      } catch {
        return try await refused(error, context, plan: id, "", .empty, back: view.address(id, date))
      }
    }
    let frame = try await frame(context, view == .staff ? .day : .clients, plan: id, notice: told)
    let parts = DayParts(frame, plan, view, date, picked: picked)
    switch view {
    case .staff: return Response.page(StaffDayPage(parts, plan, StaffDay(date, of: plan)).html)
    case .clients: return Response.page(ClientDayPage(parts, ClientDay(date, of: plan)).html)
    }
  }

  /// The day that is asked for where the plan has it; else today, where it has that; else its first.
  func day(_ asked: String?, of plan: PlanInHand) -> LocalDate {
    let horizon = plan.instance.horizon
    if let day = asked.flatMap({ LocalDate($0) }), horizon.start <= day, day <= horizon.lastDate { return day }
    let today = today
    return horizon.start <= today && today <= horizon.lastDate ? today : horizon.start
  }
}

import Board
import HTTPTypes
import HomeCare
import Hummingbird
import Reports

extension BoardSite {
  /// What has happened, what can be done about it, and whom to phone.
  func addRepairs(to router: Router<SiteContext>) {
    router.get("plans/:plan/repair") { request, context in
      let (id, plan) = try await plan(context)
      let asked = request.uri.queryParameters
      let day = day(asked["day"].map(String.init), of: plan)
      var repair: RepairInHand?
      if let number = asked["repair"].flatMap({ Int($0) }) {
        repair = await board.repair(number)
        if repair == nil || repair?.plan != id {
          return try await refused(.noRepair, context, plan: id, "", .empty, back: Self.repairs(id, day))
        }
      }
      // What others have done since is heeded: the ways are looked for anew.
      if let old = repair, await board.state.plan(id)?.changed != old.changed {
        do throws(PlanRefusal) { repair = try await board.findRepair(after: old.happenings, in: id) } catch {
          return try await refused(error, context, plan: id, "", .empty, back: Self.repairs(id, day))
        }
        return Response.seeOther("/plans/\(id)/repair?day=\(day)&repair=\(repair?.id ?? 0)")
      }
      return Response.page(RepairPage(try await frame(context, .repair, plan: id), plan, day: day, repair).html)
    }
    router.post("plans/:plan/repair") { request, context in
      let (id, plan) = try await plan(context)
      let form = try await form(request)
      let day = day(form["day"], of: plan)
      let who = try standpoint(context, form)
      let earlier = await told(form, of: id)
      guard
        let happening = HappeningForm(form, day: day).happening(
          staff: staffRow(form["staff"], of: plan), client: clientRow(form["client"], of: plan),
          visit: visitRow(form["visit"], of: plan), shift: shiftRow(form["shift"], of: plan),
          newVisit: { Self.newVisit(in: plan.instance, besides: earlier) })
      else { throw HTTPError(.badRequest) }
      if let reshaped = await board.state.plan(id)?.reshaped, reshaped > who.revision {
        return try await refused(.reshaped, context, plan: id, "", form, back: Self.repairs(id, day))
      }
      return try await found(earlier + [happening], context, id, day, form)
    }
    router.post("plans/:plan/repair/forget") { request, context in
      let (id, plan) = try await plan(context)
      let form = try await form(request)
      let day = day(form["day"], of: plan)
      var happenings = await told(form, of: id)
      if let row = form.number("row"), happenings.indices.contains(row) { happenings.remove(at: row) }
      if happenings.isEmpty { return Response.seeOther("/plans/\(id)/repair?day=\(day)") }
      return try await found(happenings, context, id, day, form)
    }
    router.post("plans/:plan/repair/take") { request, context in
      let (id, _) = try await plan(context)
      return try await command(request, context, "repair/take", told: "mend") { _, form, who throws(PlanRefusal) in
        guard let number = form.number("repair"), await board.repair(number)?.plan == id else { throw .noRepair }
        let rows = form.entries.compactMap { $0.name.hasPrefix("row") ? Int($0.name.dropFirst(3)) : nil }
        return try await board.mend(
          by: number, option: form.number("option") ?? 0, accepting: form["part"] == nil ? nil : Set(rows),
          takesAlong: form["along"] != nil, reason: String((form["reason"] ?? "").prefix(300)), as: who)
      }
    }
    router.get("plans/:plan/call") { request, context in
      let (id, plan) = try await plan(context)
      let asked = request.uri.queryParameters
      let absences = await board.absences(in: id, repair: asked["repair"].flatMap { Int($0) })
      let visit = visitRow(asked["visit"].map(String.init), of: plan)
      let shift = shiftRow(asked["shift"].map(String.init), of: plan)
      let rules = LabourRules.seMunicipal
      guard
        let list = shift.flatMap({
          CallList(for: $0, in: plan.roster, of: plan.instance, rules: rules, absences: absences)
        })
          ?? visit.flatMap({
            CallList(for: $0, in: plan.roster, of: plan.instance, rules: rules, absences: absences)
          })
      else { throw HTTPError(.notFound) }
      return Response.page(CallPage(frame: try await frame(context, .repair, plan: id), plan: plan, list: list).html)
    }
  }

  /// Shows what can be done after all that was told.
  private func found(
    _ happenings: [Happening], _ context: SiteContext, _ id: Int, _ day: LocalDate, _ form: Form
  ) async throws -> Response {
    do throws(PlanRefusal) {
      let repair = try await board.findRepair(after: happenings, in: id)
      return Response.seeOther("/plans/\(id)/repair?day=\(day)&repair=\(repair.id)")
    } catch {
      return try await refused(error, context, plan: id, "", form, back: Self.repairs(id, day))
    }
  }

  /// What was told before, by the repair that a form names.
  private func told(_ form: Form, of plan: Int) async -> [Happening] {
    guard let number = form.number("repair"), let repair = await board.repair(number), repair.plan == plan else {
      return []
    }
    return repair.happenings
  }

  private static func repairs(_ plan: Int, _ day: LocalDate) -> HTML { "/plans/\(plan)/repair?day=\(day)" }

  /// What a further visit is called: the first number that no other visit has.
  private static func newVisit(in instance: Instance, besides told: [Happening]) -> VisitID {
    let taken = Set(instance.visits.map(\.id)).union(told.compactMap(\.visit))
    var number = 1
    while taken.contains(VisitID("extra-\(number)")) { number += 1 }
    return VisitID("extra-\(number)")
  }
}

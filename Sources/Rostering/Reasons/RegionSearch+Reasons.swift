import HomeCare

extension RegionSearch {
  /// Why each unassigned visit of the joined roster is left, as far as its region's shifts go.
  func reasons(for roster: Roster) -> [UnassignedReason] {
    if roster.unassigned.isEmpty { return [] }
    let parts = self.parts.withLock { $0 }
    var found: [VisitID: UnassignedReason] = [:]
    for part in parts where !part.roster.unassigned.isEmpty {
      let state = SearchState(CompiledProblem(part.instance))
      state.load(part.roster)
      for reason in UnassignedExplainer(state).reasons() { found[reason.visit] = reason }
    }
    soften(&found)
    return roster.unassigned.map { visit in
      found[visit]
        ?? UnassignedReason(
          visit: visit, isImpossible: false, summary: "pinned to staff of several regions; plan it by hand",
          candidates: [])
    }
  }

  /// Takes back that visits are impossible which staff of other regions may be able to serve.
  private func soften(_ reasons: inout [VisitID: UnassignedReason]) {
    let impossible = whole.visits.filter { reasons[$0.id]?.isImpossible == true }
    if impossible.isEmpty { return }
    let clients = Set(impossible.map(\.client))
    let part = Region(
      clients: whole.clients.indices.filter { clients.contains(whole.clients[$0].id) },
      staff: Array(whole.staff.indices))
    var confirmed: Set<VisitID> = []
    // In a matrix a detour by clients of other regions can save time, so nothing is certain there.
    if case .coordinates = whole.travel, let instance = try? whole.restricted(to: part) {
      let explainer = UnassignedExplainer(SearchState(CompiledProblem(instance)))
      for (row, visit) in instance.visits.enumerated() where reasons[visit.id]?.isImpossible == true {
        if explainer.isImpossible(VisitRow(row)) { confirmed.insert(visit.id) }
      }
    }
    for visit in impossible where !confirmed.contains(visit.id) {
      reasons[visit.id]?.isImpossible = false
      reasons[visit.id]?.summary =
        "no staff of its region can serve it; others may: give the region one of them, or plan it by hand"
    }
  }
}

/// What the links of a visit ask of its start and its staff.
extension SearchState {
  /// The starts that a visit's own window and its links to assigned visits leave; `nil` where none.
  func linkedWindow(_ visit: Int32, _ row: CompiledVisit) -> ClosedRange<Int32>? {
    var earliest = row.earliest
    var latest = row.latest
    for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1]) {
      let link = problem.links[index]
      if !isAssigned(link.other) { continue }
      let other = low[link.other]
      earliest = max(earliest, other - link.maxGap)
      latest = min(latest, other - link.minGap)
    }
    return earliest <= latest ? earliest...latest : nil
  }

  /// Whether the links of a visit that is not yet fully served allow a staff member on it.
  func linksAllow(_ visit: Int32, _ staff: Int32, _ need: Int32) -> Bool {
    for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1]) {
      let link = problem.links[index]
      if link.staffRule == 0 || !isAssigned(link.other) { continue }
      let other = problem.visits[link.other]
      var shared = false
      for slot in other.firstSlot..<other.firstSlot + other.need where self.staff(of: slot) == staff { shared = true }
      if shared != (link.staffRule == 1) { return false }
    }
    return true
  }

  /// Whether a fully served visit has the same set of staff as each visit it is linked to with `same`.
  func teamLinksHold(_ visit: Int32, _ row: CompiledVisit) -> Bool {
    for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1]) {
      let link = problem.links[index]
      if link.staffRule == 1 && isAssigned(link.other) && problem.visits[link.other].need != row.need { return false }
    }
    return true
  }
}

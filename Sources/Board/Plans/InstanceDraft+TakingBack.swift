import HomeCare

extension InstanceDraft {
  /// The tables without what came with a change, and with what went with it; what others have changed since stays.
  ///
  /// - Parameters:
  ///   - before: The tables before the change that is taken back.
  ///   - after: The tables after it.
  func takingBack(_ after: InstanceDraft, to before: InstanceDraft) -> InstanceDraft {
    if self == after { return before }
    var result = self
    result.locations = Self.rows(locations, after.locations, before.locations)
    result.staff = Self.rows(staff, after.staff, before.staff)
    result.shifts = Self.rows(shifts, after.shifts, before.shifts)
    result.clients = Self.rows(clients, after.clients, before.clients)
    result.series = Self.rows(series, after.series, before.series)
    result.visits = Self.rows(visits, after.visits, before.visits)
    result.alternatives = Self.rows(alternatives, after.alternatives, before.alternatives)
    result.links = Self.rows(links, after.links, before.links)
    result.history = Self.rows(history, after.history, before.history)
    result.exceptions = Self.rows(exceptions, after.exceptions, before.exceptions)
    return result
  }

  /// The rows of one table: those of before in their order, then those that others have added.
  private static func rows<Row: Hashable>(_ now: [Row], _ after: [Row], _ before: [Row]) -> [Row] {
    let (present, new, old) = (Set(now), Set(after), Set(before))
    if new == old { return now }
    return before.filter { present.contains($0) || !new.contains($0) }
      + now.filter { !old.contains($0) && !new.contains($0) }
  }
}

import HomeCare

extension Instance {
  /// The regions in which a city is planned, each an instance of its own with a number behind its name; the instance
  /// itself where it is no larger than a unit.
  ///
  /// Clients of one area stay together where areas have a unit's size. Visits pinned to staff of several regions are in
  /// none of them.
  public func regions() throws(InvalidInstance) -> [Instance] {
    let regions = RegionSplit(self).regions()
    guard regions.count > 1 else { return [self] }
    let digits = String(regions.count).count
    var instances: [Instance] = []
    for (index, region) in regions.enumerated() {
      var draft = try restricted(to: region).tables
      draft.name += "-" + padded(index + 1, to: digits)
      instances.append(try Instance(validating: draft))
    }
    return instances
  }

  /// The instance of one region: its clients and staff, and what belongs to them.
  ///
  /// Visits that are pinned to staff elsewhere are left out; who plans the regions sees to them.
  func restricted(to region: Region) throws(InvalidInstance) -> Instance {
    let clientIDs = Set(region.clients.map { clients[$0].id })
    let staffIDs = Set(region.staff.map { staff[$0].id })
    var draft = InstanceDraft(format: format, name: name, horizon: horizon, travel: travel)
    draft.weights = weights
    draft.clients = region.clients.map { index in
      var client = clients[index]
      client.preferred.removeAll { !staffIDs.contains($0) }
      client.blocked.removeAll { !staffIDs.contains($0) }
      if let contact = client.contact, !staffIDs.contains(contact) { client.contact = nil }
      return client
    }
    draft.staff = region.staff.map { staff[$0] }
    draft.shifts = shifts.filter { staffIDs.contains($0.staff) }
    draft.visits = visits.filter { clientIDs.contains($0.client) && $0.pinned.allSatisfy(staffIDs.contains) }
    let visitIDs = Set(draft.visits.map(\.id))
    draft.links = links.filter { visitIDs.contains($0.first) && visitIDs.contains($0.second) }
    draft.history = history.filter { clientIDs.contains($0.client) && staffIDs.contains($0.staff) }
    let used = Set(draft.clients.map(\.location) + draft.staff.compactMap(\.location))
    let kept = locations.indices.filter { used.contains(locations[$0].id) }
    draft.locations = kept.map { locations[$0] }
    func restricted(_ travel: Travel) -> Travel {
      guard case .matrix(let rows) = travel else { return travel }
      return .matrix(kept.map { from in kept.map { rows[from][$0] } })
    }
    draft.travel = restricted(travel)
    draft.travelModes = travelModes.map { TravelMode(id: $0.id, travel: restricted($0.travel)) }
    draft.series = series.filter { clientIDs.contains($0.client) }
    draft.alternatives = alternatives.filter { visitIDs.contains($0.visit) }
    let shiftIDs = Set(draft.shifts.map(\.id))
    draft.exceptions = exceptions.filter { exception in
      [exception.visit, exception.second].allSatisfy { $0.map(visitIDs.contains) ?? true }
        && (exception.staff.map(staffIDs.contains) ?? true) && (exception.shift.map(shiftIDs.contains) ?? true)
    }
    return try Instance(validating: draft)
  }
}

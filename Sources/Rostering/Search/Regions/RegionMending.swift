import HomeCare

/// Mending: visits that no staff of their own region could take are planned together with a neighbouring region.
extension RegionSearch {
  /// The temperature that a joined roster is annealed from: enough to make room, too little to undo it.
  private static let mendingTemperature = 8.0
  /// Attempts among a thousand moves to fit in an unassigned visit: that is what mending is for.
  private static let mendingRoom = 200.0
  /// Part of the iterations, where they are limited, for each pair of regions.
  private static let mendingIterations = 0.01

  /// Joins regions that have unassigned visits with others, one after another, while there is time and hope.
  func mend(within budget: SearchBudget, each report: () -> Void) {
    var tried: Set<[VisitID]> = []
    while budget.progress(after: 0) < 1, let (first, second) = pair(notIn: &tried) {
      let parts = self.parts.withLock { ($0[first], $0[second], $0.filter { !$0.roster.unassigned.isEmpty }.count) }
      let region = Region(
        clients: (parts.0.region.clients + parts.1.region.clients).sorted(),
        staff: (parts.0.region.staff + parts.1.region.staff).sorted())
      guard let instance = try? whole.restricted(to: region) else { continue }
      guard let joined = mended(instance, parts.0, parts.1, region, share: parts.2, budget) else { continue }
      self.parts.withLock {
        $0[first] = joined
        $0.remove(at: second)
      }
      report()
    }
  }

  /// A region with unassigned visits, and the one to ask for help; `nil` where every one has been asked for.
  private func pair(notIn tried: inout Set<[VisitID]>) -> (Int, Int)? {
    let parts = self.parts.withLock { $0 }
    if parts.count < 2 { return nil }
    let served = Set(parts.flatMap { $0.roster.assignments.map(\.visit) })
    let open = whole.visits.filter { !served.contains($0.id) }
    if open.isEmpty { return nil }
    let regionOfClient = index(parts) { $0.region.clients.map { self.whole.clients[$0].id } }
    let regionOfStaff = index(parts) { $0.region.staff.map { self.whole.staff[$0].id } }
    for (home, visits) in Dictionary(grouping: open, by: { regionOfClient[$0.client] ?? 0 }).sorted(by: {
      $0.key < $1.key
    }) {
      // A visit pinned to staff elsewhere says itself whom to ask.
      let pinned = visits.flatMap(\.pinned).compactMap { regionOfStaff[$0] }.first { $0 != home }
      let others = pinned.map { [$0] } ?? neighbours(of: home, parts)
      for other in others where tried.insert(visits.map(\.id) + [VisitID("\(parts[other].region.clients[0])")]).inserted
      {
        return (min(home, other), max(home, other))
      }
    }
    return nil
  }

  private func index<Key: Hashable>(_ parts: [Part], _ keys: (Part) -> [Key]) -> [Key: Int] {
    var found: [Key: Int] = [:]
    for (position, part) in parts.enumerated() { for key in keys(part) { found[key] = position } }
    return found
  }

  /// The two regions whose clients live nearest on the average.
  private func neighbours(of home: Int, _ parts: [Part]) -> [Int] {
    let centres = parts.map { centre($0.region) }
    let squares = centres.map { centre -> Double in
      let (north, east) = (centre.north - centres[home].north, (centre.east - centres[home].east) / 2)
      return north * north + east * east
    }
    return Array(parts.indices.filter { $0 != home }.sorted { (squares[$0], $0) < (squares[$1], $1) }.prefix(2))
  }

  private func centre(_ region: Region) -> (north: Double, east: Double) {
    let places = region.clients.map { whole.locations[whole.index(of: whole.clients[$0].location)] }
    let count = Double(max(1, places.count))
    return (
      places.reduce(0) { $0 + ($1.latitude ?? 0) } / count, places.reduce(0) { $0 + ($1.longitude ?? 0) } / count
    )
  }

  /// Two regions' rosters as one, annealed gently; `nil` where that assigned nothing more.
  private func mended(
    _ instance: Instance, _ first: Part, _ second: Part, _ region: Region, share: Int, _ budget: SearchBudget
  ) -> Part? {
    var gentle = parameters.reheating(to: min(Self.mendingTemperature, parameters.hotTemperature))
    gentle.makeRoom = Self.mendingRoom
    let search = RosterSearch(CompiledProblem(instance), parameters: gentle, seed: seed, threads: 1)
    let apart = first.roster.assignments + second.roster.assignments
    search.adopt(Roster(instance: instance.name, assignments: apart, unassigned: [], score: Score()))
    let own = SearchBudget(
      budget.time.anew, seconds: budget.seconds.map { max(0, $0 - budget.elapsed) / Double(share + 1) },
      iterations: budget.iterations.map { Int(Double($0) * Self.mendingIterations) }, cancellation: budget.cancellation)
    search.anneal(within: own) { _ in }
    let roster = search.best.roster()
    guard roster.assignments.count > apart.count else { return nil }
    return Part(
      region: region, instance: instance, roster: roster,
      evaluated: first.evaluated + second.evaluated + search.evaluated,
      iterations: first.iterations + second.iterations + search.iterations)
  }
}

extension Annealer {
  /// One person, mostly the client's contact, takes over all visits of a series, or all of a client on one day, that they
  /// could serve, also in the places of other visits.
  func takeOver(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    let row = problem.visits[problem.slots[slot].visit]
    let person = successor(of: row.client, &run)
    if !person.exists { return false }
    run.removed.removeAll(keepingCapacity: true)
    if row.series.exists && run.random.chance(Self.seriesChance) {
      for index in problem.members.indices(of: row.series) {
        let visit = problem.members[index]
        if couldTakeOver(person, visit) { run.removed.append(visit) }
      }
    } else {
      for index in visitsOfClient.indices(of: row.client) {
        let visit = visitsOfClient[index]
        if problem.visits[visit].days == row.days && couldTakeOver(person, visit) { run.removed.append(visit) }
      }
    }
    if run.removed.isEmpty || run.removed.count > Self.mostTakenOver { return false }
    let before = state.guide
    let threshold = run.threshold()
    run.journal.clear()
    var missing = 0
    for visit in run.removed {
      if state.isAssigned(visit) { run.journal.removeVisit(visit, in: state) }
      missing += state.costs.leaving(problem.visits[visit])
    }
    for visit in run.removed {
      if state.guide - missing - before > threshold && problem.travelIsMetric { break }
      missing -= state.costs.leaving(problem.visits[visit])
      run.inserter.only = person
      insertEjecting(visit, &run)
      run.inserter.only = .none
      if !state.isAssigned(visit) { insertEjecting(visit, &run) }
    }
    return settle(state.guide - missing - before <= threshold, &run)
  }

  /// Most visits that are taken over together.
  private static let mostTakenOver = 12
  /// How often in 256 a series is taken over, and not a day.
  private static let seriesChance = 80

  /// The client's contact, or one of the staff whom the client meets.
  private func successor(of client: ClientRow, _ run: inout Run) -> StaffRow {
    let contact = problem.clients[client].contact
    if contact.exists && run.random.chance(180) { return contact }
    let known = Int(state.knownCount[client])
    return known == 0 ? contact : state.known[state.knownPlaces(client).lowerBound + run.random.below(known)]
  }

  /// Whether a visit for one is served by another, and some shift of the person could hold it.
  private func couldTakeOver(_ person: StaffRow, _ visit: VisitRow) -> Bool {
    let row = problem.visits[visit]
    if row.need > 1 || state.isAssigned(visit) && state.staff(of: row.firstSlot) == person { return false }
    var eligible = EligibleShifts(of: person, for: row.firstSlot, row, in: problem)
    return eligible.next(in: problem).exists
  }
}

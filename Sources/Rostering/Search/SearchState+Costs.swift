/// What changes of the roster would cost, by the guide and scaled; nothing here changes the roster.
extension SearchState {
  /// Cost of one staff member's part in a visit, whoever else is met.
  @inline(__always)
  func servingCost(_ row: CompiledVisit, from start: Minutes, in shift: ShiftRow) -> Int {
    let shiftRow = problem.shifts[shift]
    let pair = problem.pair(client: row.client, staff: shiftRow.staff)
    return costs.serving(row, from: start, in: shiftRow, problem.pairFlags[pair])
  }

  /// Cost of one more meeting of a visit's client with a staff member.
  @inline(__always)
  func meetingCost(_ visit: VisitRow, _ row: CompiledVisit, _ staff: StaffRow) -> Int {
    let pair = problem.pair(client: row.client, staff: staff)
    var cost = 0
    if row.counts {
      let period = period[visit]
      let count = Int(countedMeetings[countedIndex(pair, period: period)])
      cost += gain[min(count, gain.count - 1)]
      if count == 0 {
        let term = problem.term(of: row.client, in: period)
        if distinct[term] >= problem.clients[row.client].target { cost += costs.overTarget }
      }
    }
    if problem.countsNewFaces && met[pair] == 0 && isNewFace(pair, client: row.client) { cost += costs.newFace }
    return cost
  }

  /// Cost saved by one meeting less.
  @inline(__always)
  func meetingSaving(_ visit: VisitRow, _ row: CompiledVisit, _ staff: StaffRow) -> Int {
    let pair = problem.pair(client: row.client, staff: staff)
    var cost = 0
    if row.counts {
      let period = period[visit]
      let count = Int(countedMeetings[countedIndex(pair, period: period)])
      cost += gain[min(count - 1, gain.count - 1)]
      if count == 1 {
        let term = problem.term(of: row.client, in: period)
        if distinct[term] > problem.clients[row.client].target { cost += costs.overTarget }
      }
    }
    if problem.countsNewFaces && met[pair] == 1 && isNewFace(pair, client: row.client) { cost += costs.newFace }
    return cost
  }

  /// Cost of handing one staff member's part in a visit from a shift to another, ways and the opening of shifts apart.
  @inline(__always)
  func exchangeCost(_ visit: VisitRow, _ row: CompiledVisit, from old: ShiftRow, to new: ShiftRow) -> Int {
    let (oldStaff, newStaff) = (problem.shifts[old].staff, problem.shifts[new].staff)
    var cost =
      servingCost(row, from: earliestStart[visit], in: new) - servingCost(row, from: earliestStart[visit], in: old)
    if oldStaff == newStaff { return cost }
    cost += meetingCost(visit, row, newStaff) - meetingSaving(visit, row, oldStaff)
    if row.counts {
      // At the target, a new face that comes as an old one goes changes nothing.
      let period = period[visit]
      let term = problem.term(of: row.client, in: period)
      if distinct[term] == problem.clients[row.client].target
        && countedMeetings[countedIndex(problem.pair(client: row.client, staff: newStaff), period: period)] == 0
        && countedMeetings[countedIndex(problem.pair(client: row.client, staff: oldStaff), period: period)] == 1
      {
        cost -= costs.overTarget
      }
    }
    if row.need > 1 { cost += contactStep(row, from: oldStaff, to: newStaff) * costs.teamWithoutContact }
    return cost
  }

  /// What changes in the number of visits without their contact where one member of a team is exchanged.
  func contactStep(_ row: CompiledVisit, from old: StaffRow, to new: StaffRow) -> Int {
    let contact = problem.clients[row.client].contact
    if !contact.exists || old == new || (old != contact && new != contact) { return 0 }
    return new == contact ? -1 : 1
  }

  /// Cost of a shift's first visit, where it has none.
  @inline(__always)
  func openingCost(_ shift: ShiftRow) -> Int {
    let cost = costs.opening(problem.shifts[shift])
    return cost != 0 && length[shift] == 0 ? cost : 0
  }

  /// Cost saved by taking the only visit out of a shift, where it is the only one.
  @inline(__always)
  func closingSaving(_ shift: ShiftRow) -> Int {
    let cost = costs.opening(problem.shifts[shift])
    return cost != 0 && length[shift] == 1 ? cost : 0
  }

  /// Cost of giving a staff member so many more minutes with clients; asked only where the score weighs balance.
  func balanceCost(_ staff: StaffRow, by minutes: Minutes) -> Int {
    imbalanceStep(staff, by: minutes) * costs.imbalance
  }

  /// Cost of giving one staff member's minutes with clients to another.
  func balanceCost(from old: StaffRow, to new: StaffRow, _ minutes: Minutes) -> Int {
    old == new ? 0 : balanceCost(old, by: -minutes) + balanceCost(new, by: minutes)
  }

  /// What changes in the imbalance where a staff member's minutes with clients change.
  @inline(__always)
  func imbalanceStep(_ staff: StaffRow, by minutes: Minutes) -> Int {
    CostModel.imbalance(of: served[staff], fairShare: problem.fairShare[staff], changedBy: minutes)
  }
}

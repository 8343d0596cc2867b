import HomeCare

/// Finds one option of a repair: places what has lost its place, then improves it by taking a few visits out and putting
/// them back, those in the way included (P. Shaw, "Using constraint programming and local search methods to solve
/// vehicle routing problems", CP 1998).
final class RepairSearch {
  let basis: RepairBasis
  let problem: CompiledProblem
  let state: SearchState
  let objective: RepairObjective
  private let inserter: Inserter<RepairPrices>
  /// Most visits that may change beside those the changes touch, cover apart.
  let sideLimit: Int
  var random: RandomSource
  /// Visits other than orphans that have ever moved.
  private(set) var movedEver: [VisitRow] = []
  private var hasMovedEver: RowArray<VisitRow, Bool>
  let isOrphan: RowArray<VisitRow, Bool>

  init(_ basis: RepairBasis, _ label: RepairOption.Label, sideShare: Double, seed: UInt64) {
    self.basis = basis
    problem = basis.problem
    state = SearchState(problem)
    state.assign(from: basis.state)
    objective = RepairObjective(label, problem.costs)
    inserter = Inserter(prices: RepairPrices(basis: basis, objective: objective))
    sideLimit = Int(Double(basis.touched) * sideShare)
    random = RandomSource(seed: seed)
    hasMovedEver = RowArray(count: problem.visitCount, repeating: false)
    var isOrphan = hasMovedEver
    for visit in basis.orphans { isOrphan[visit] = true }
    self.isOrphan = isOrphan
  }

  /// A search that goes on from where another one, by another label, has come to.
  convenience init(_ other: RepairSearch, _ label: RepairOption.Label, sideShare: Double, seed: UInt64) {
    self.init(other.basis, label, sideShare: sideShare, seed: seed)
    takeOver(other)
  }

  /// Goes on from where another search has come to where that is better by this one's order.
  ///
  /// - Returns: Whether it is.
  func goesOn(from other: RepairSearch) -> Bool {
    if other.cost(by: objective) >= cost() { return false }
    takeOver(other)
    return true
  }

  private func takeOver(_ other: RepairSearch) {
    state.assign(from: other.state)
    note(other.movedEver)
  }

  /// Runs the search; stops early where nothing has got better for a third of the rounds.
  func improve(rounds: Int, until cancellation: Cancellation) {
    if basis.orphans.isEmpty { return }
    tries(rounds, patience: max(200, rounds / 3), until: cancellation) { self.shake(&$0) }
  }

  /// Takes whole stretches of the day apart around visits that are still open, until none is or the rounds are over.
  func cover(rounds: Int, until cancellation: Cancellation) {
    var left = rounds
    while left > 0 && !openVisits.isEmpty && !cancellation.isCancelled {
      tries(min(left, 200), patience: rounds, until: cancellation) { self.makeRoom(&$0) }
      left -= 200
    }
  }

  /// Carries out one step after another; each stands where it does not cost more.
  private func tries(
    _ rounds: Int, patience: Int, until cancellation: Cancellation, step: (inout Journal) -> Void
  ) {
    var cost = cost()
    var idle = 0
    for round in 0..<rounds where idle < patience {
      if round % 64 == 0 && cancellation.isCancelled { return }
      idle += 1
      var journal = Journal()
      step(&journal)
      let new = self.cost()
      if new > cost {
        journal.undo(in: state)
      } else {
        if new < cost { idle = 0 }
        cost = new
      }
    }
  }

  // MARK: What a roster comes to

  /// The roster's cost by the option's order; differences of it compare rosters.
  func cost() -> Int { cost(by: objective) }

  private func cost(by objective: RepairObjective) -> Int {
    var parts = state.score
    parts.overTarget = basis.newlyAboveTarget(in: state)
    parts.newFace = basis.newFaces(in: state)
    // Of the distinct staff whom clients meet, those count who are more than before.
    parts.distinct = basis.addedStaff(in: state)
    // Wishes only settle between places for one visit.
    parts.notContact = 0
    parts.notPreferred = 0
    let side = sideChanges
    return objective.costs.total(of: parts) + basis.newlyUnassigned(in: state) * RepairObjective.newlyUnassigned
      + max(0, side - sideLimit) * RepairObjective.excess
      + side * objective.sideChange
  }

  /// Visits changed though the changes do not touch them.
  var sideChanges: Int { movedEver.count { !isAtHome($0) } }

  /// Whether a visit has its old staff, and its old start but for the tolerance.
  func isAtHome(_ visit: VisitRow) -> Bool {
    let row = problem.visits[visit]
    let (start, tolerance) = (basis.oldStart[visit], basis.tolerance[visit])
    guard start >= 0, state.earliestStart[visit] >= start - tolerance, state.latestStart[visit] <= start + tolerance
    else { return false }
    for slot in row.slots
    where !state.slotShift[slot].exists || state.slotShift[slot] != basis.oldShift[slot] { return false }
    return true
  }

  // MARK: Steps

  /// Places the orphans, those with the fewest shifts first.
  func fill() {
    let order = basis.orphans.sorted { left, right in
      let (a, b) = (problem.visits[left], problem.visits[right])
      let (first, second) = (room(left), room(right))
      return (-a.priority, -a.need, first, left) < (-b.priority, -b.need, second, right)
    }
    var journal = Journal()
    for visit in order { insert(visit, &journal) }
  }

  /// Assigns an open visit; leaves it open where no shift has room.
  func insert(_ visit: VisitRow, _ journal: inout Journal) {
    var looks = 0
    inserter.insert(visit, in: state, journal: &journal, random: &random, evaluated: &looks)
  }

  /// Shifts that could take a visit's first slot.
  func room(_ visit: VisitRow) -> Int {
    let slot = problem.slots[problem.visits[visit].firstSlot]
    return slot.eligible.count
  }

  /// Takes some orphans out, and often a visit in the way of one of them or one that moved before, and puts all back.
  private func shake(_ journal: inout Journal) {
    var removed: [VisitRow] = []
    let orphans = basis.orphans
    let seed =
      state.score.openCount > 0 && random.chance(128)
      ? state.open[random.below(state.score.openCount)] : orphans[random.below(orphans.count)]
    if isOrphan[seed] { removed.append(seed) }
    for _ in 0..<random.below(3) {
      let other = orphans[random.below(orphans.count)]
      if !removed.contains(other) { removed.append(other) }
    }
    if random.chance(150) {
      for _ in 0..<1 + random.below(2) {
        if let other = visitInTheWay(of: seed), !removed.contains(other) { removed.append(other) }
      }
    }
    if !movedEver.isEmpty && random.chance(100) {
      let other = movedEver[random.below(movedEver.count)]
      if !removed.contains(other) { removed.append(other) }
    }
    for visit in removed where state.isAssigned(visit) { journal.removeVisit(visit, in: state) }
    // The seed mostly goes first, into the room just made.
    if random.chance(80) {
      for index in stride(from: removed.count - 1, to: 0, by: -1) { removed.swapAt(index, random.below(index + 1)) }
    }
    for visit in removed { insert(visit, &journal) }
    note(removed)
  }

  /// Remembers which visits, orphans apart, may stand elsewhere now.
  func note(_ removed: [VisitRow]) {
    for visit in removed where !isOrphan[visit] && !hasMovedEver[visit] {
      hasMovedEver[visit] = true
      movedEver.append(visit)
    }
  }

  /// A visit whose time collides with another's in a shift that could take the other, mostly of someone known to the
  /// client.
  private func visitInTheWay(of visit: VisitRow) -> VisitRow? {
    let row = problem.visits[visit]
    let slot = problem.slots[row.firstSlot]
    let count = slot.eligible.count
    if count == 0 { return nil }
    var shift = problem.eligible[slot.eligible.lowerBound + random.below(count)]
    if random.chance(170) {
      for _ in 0..<6 where !basis.isKnown[problem.pair(client: row.client, staff: problem.shifts[shift].staff)] {
        shift = problem.eligible[slot.eligible.lowerBound + random.below(count)]
      }
    }
    let near = (0..<state.length[shift]).map {
      problem.slots[state.stops[state.stopIndex(shift, $0 + 1)].slot].visit
    }.filter { other in
      let otherRow = problem.visits[other]
      return isMovable(other) && state.latestStart[other] + otherRow.minutes + 20 > row.earliest
        && state.earliestStart[other] < row.latest + row.minutes + 20
    }
    return near.isEmpty ? nil : near[random.below(near.count)]
  }

  /// Whether a visit may be changed for another's sake: for one, without links, not pinned and not started.
  func isMovable(_ visit: VisitRow) -> Bool {
    !problem.visits[visit].choosesStart && !state.hasLinks(visit) && !basis.isFixed[visit]
  }
}

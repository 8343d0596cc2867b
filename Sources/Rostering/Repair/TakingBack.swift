import HomeCare

/// Takes back what a repair changes without need, until no change and no two of them can be taken back any more.
///
/// A change can be taken back where the visit stands again as it stood before, everything else as it stands, and neither a
/// rule nor the order of the option's label is the worse for it. Of two changes that have neither a staff member nor a client
/// nor a link in common, both can be taken back only where one of them can, so that such pairs need no look.
struct TakingBack {
  /// Most visits taken back at once for one of them.
  private static let mostAtOnce = 12

  private let basis: RepairBasis
  private let label: RepairOption.Label
  private let keeper: RuleKeeper
  private let state: SearchState
  private var rank: [Int] = []
  private var violations: [Violation] = []

  init(_ basis: RepairBasis, _ label: RepairOption.Label, _ keeper: RuleKeeper) {
    (self.basis, self.label, self.keeper) = (basis, label, keeper)
    state = SearchState(basis.problem)
  }

  /// A roster of the changed instance without needless changes.
  mutating func applied(to roster: Roster) -> Roster {
    let left = state.hold(state.assignments(of: roster))
    let out = Set(basis.leftOut.map(\.visit))
    // What the search does not see whole is not for it to judge.
    guard left.allSatisfy({ out.contains(basis.problem.instance[$0.visit].id) }) else { return roster }
    rank = basis.tally(of: state).rank(by: label)
    if !basis.broken.isEmpty { violations = keeper.violations(of: standing) }
    while takeBackOne() || takeBackTwo() {}
    settleStarts()
    return standing
  }

  private var standing: Roster { keeper.whole(state.roster(keepingStarts: true)) }

  /// The changed visits that could stand as they stood, were there room.
  private var candidates: [VisitRow] {
    basis.problem.visitRows.filter { basis.homes[$0] != nil && basis.isChanged($0, in: state) }
  }

  private mutating func takeBackOne() -> Bool {
    var progress = false
    for visit in candidates where basis.isChanged(visit, in: state) && takeBackWithThoseInTheWay(visit) {
      progress = true
    }
    return progress
  }

  private mutating func takeBackTwo() -> Bool {
    let visits = candidates
    for (place, first) in visits.enumerated() {
      for second in visits[(place + 1)...] where haveToDoWithEachOther(first, second) {
        if takeBack([first, second]) { return true }
      }
    }
    return false
  }

  /// Takes a change back, and with it those that stand where it has to go.
  private mutating func takeBackWithThoseInTheWay(_ visit: VisitRow) -> Bool {
    var visits = [visit]
    while true {
      if takeBack(visits) { return true }
      guard visits.count < Self.mostAtOnce, let other = inTheWay(of: visits) else { return false }
      visits.append(other)
    }
  }

  /// Of the other changed visits that serve in the shifts in which some visits stood, the nearest in time.
  private func inTheWay(of visits: [VisitRow]) -> VisitRow? {
    var nearest: (visit: VisitRow, minutes: Minutes)?
    for visit in visits {
      guard let home = basis.homes[visit] else { continue }
      for shift in home.shifts {
        for position in 0..<state.length[shift] {
          let slot = state.stops[state.stopIndex(shift, position + 1)].slot
          let other = basis.problem.slots[slot].visit
          if visits.contains(other) || basis.homes[other] == nil || !basis.isChanged(other, in: state) { continue }
          let minutes = abs(state.earliestStart[other] - home.start)
          if nearest.map({ (minutes, other) < ($0.minutes, $0.visit) }) ?? true { nearest = (other, minutes) }
        }
      }
    }
    return nearest?.visit
  }

  /// Puts visits back where they stood; false, with nothing changed, where a rule or the order is the worse for it.
  private mutating func takeBack(_ visits: [VisitRow], needsNoGain: Bool = false) -> Bool {
    let homes = visits.compactMap { basis.homes[$0] }.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }
    var shifts = Set(homes.flatMap(\.shifts))
    var journal = Journal()
    for visit in visits where state.isAssigned(visit) {
      for slot in basis.problem.visits[visit].slots { shifts.insert(state.slotShift[slot]) }
      journal.removeVisit(visit, in: state)
    }
    var fits = homes.count == visits.count
    for home in homes where fits { fits = state.hold(home, &journal) }
    if fits && shifts.allSatisfy(state.keepsTime) {
      let new = basis.tally(of: state).rank(by: label)
      if new.lexicographicallyPrecedes(rank) || needsNoGain && new == rank {
        if keepsWhatIsBroken() {
          rank = new
          return true
        }
      }
    }
    journal.undo(in: state)
    return false
  }

  /// Whether nothing more is broken than before, where something is.
  private mutating func keepsWhatIsBroken() -> Bool {
    if basis.broken.isEmpty { return true }
    let now = keeper.violations(of: standing)
    if !now.beyond(violations).isEmpty { return false }
    violations = now
    return true
  }

  private func haveToDoWithEachOther(_ first: VisitRow, _ second: VisitRow) -> Bool {
    let problem = basis.problem
    if problem.visits[first].client == problem.visits[second].client { return true }
    if problem.links.indices(of: first).contains(where: { problem.links[$0].other == second }) { return true }
    return !staff(of: first).isDisjoint(with: staff(of: second))
  }

  /// Who served a visit and who serves it.
  private func staff(of visit: VisitRow) -> Set<StaffRow> {
    var staff = Set(basis.oldStaff[visit])
    if state.isAssigned(visit) { staff.formUnion(basis.problem.visits[visit].slots.map { state.staff(of: $0) }) }
    return staff
  }

  /// Puts starts back that differ without being a change, as far as they can be.
  private mutating func settleStarts() {
    for visit in basis.problem.visitRows where state.isAssigned(visit) && !basis.isChanged(visit, in: state) {
      if state.earliestStart[visit] != basis.oldStart[visit], basis.homes[visit] != nil {
        _ = takeBack([visit], needsNoGain: true)
      }
    }
  }
}

/// Freed visits that one shift could take together: one choice of the integer program.
struct Placement {
  /// One slot and the stop behind which it goes, once those before it are in.
  struct Step {
    let slot: Int32
    let position: Int32
  }

  let shift: Int32
  let steps: [Step]
  /// Minutes of travel added to the route.
  let travel: Int
  /// Minutes of service and travel added to the staff member's load.
  let minutes: Int
  /// Points added to the score, those for meeting somebody left out.
  let cost: Int
}

/// Lists what each shift could take of a set of freed visits.
struct PlacementLister {
  /// Visits in one placement at most.
  private static let mostVisits = 4
  /// Placements of one shift, and of all shifts.
  private static let mostOfShift = 150
  private static let mostInAll = 6_000

  private let state: SearchState
  private let problem: CompiledProblem
  private(set) var placements: [Placement] = []

  init(_ state: SearchState) {
    self.state = state
    problem = state.problem
  }

  /// Adds every placement of some of the slots, all free now, in a shift; the state is as before afterwards.
  mutating func list(_ slots: [Int32], in shift: Int32) {
    let first = placements.count
    let opens = state.length[shift] == 0
    extend([], slots[...], in: shift, travel: 0, service: 0, wishes: 0, opens: opens, since: first)
  }

  /// Adds the placement that a shift has now: its slots of the set, in the order of the route.
  mutating func listNow(_ slots: [Int32], in shift: Int32, opens: Bool, travel: Int) {
    let steps = slots.map { Placement.Step(slot: $0, position: state.slotPosition[$0] - 1) }
    let service = slots.reduce(0) { $0 + Int(problem.visits[problem.slots[$1].visit].minutes) }
    let wishes = slots.reduce(0) { $0 + wish($1, shift) }
    add(steps, shift, travel: travel, service: service, wishes: wishes, opens: opens)
  }

  private mutating func extend(
    _ steps: [Placement.Step], _ slots: ArraySlice<Int32>, in shift: Int32, travel: Int, service: Int, wishes: Int,
    opens: Bool, since first: Int
  ) {
    let staff = problem.shifts[shift].staff
    for index in slots.indices {
      if placements.count - first >= Self.mostOfShift || placements.count >= Self.mostInAll { return }
      let slot = slots[index]
      let row = problem.visits[problem.slots[slot].visit]
      let place = state.bestPlace(row.location, row.earliest, row.latest, row.minutes, in: shift)
      guard place.exists, state.load[staff] + place.travel + row.minutes <= problem.cap[staff] else { continue }
      let longer = steps + [Placement.Step(slot: slot, position: place.position)]
      let (travel, service) = (travel + Int(place.travel), service + Int(row.minutes))
      let wishes = wishes + wish(slot, shift)
      add(longer, shift, travel: travel, service: service, wishes: wishes, opens: opens)
      if longer.count == Self.mostVisits { continue }
      state.insert(slot, into: shift, after: place.position)
      extend(
        longer, slots[(index + 1)...], in: shift, travel: travel, service: service, wishes: wishes, opens: opens,
        since: first)
      state.remove(slot)
    }
  }

  private mutating func add(
    _ steps: [Placement.Step], _ shift: Int32, travel: Int, service: Int, wishes: Int, opens: Bool
  ) {
    let called = opens && problem.shifts[shift].isPool != 0 ? problem.weights.poolShift : 0
    placements.append(
      Placement(
        shift: shift, steps: steps, travel: travel, minutes: travel + service,
        cost: travel * problem.weights.travel + wishes + called))
  }

  /// What contact and preferences cost where a shift's staff member serves a slot.
  private func wish(_ slot: Int32, _ shift: Int32) -> Int {
    let client = problem.visits[problem.slots[slot].visit].client
    return Int(problem.pairCost[problem.pair(client: client, staff: problem.shifts[shift].staff)])
  }
}

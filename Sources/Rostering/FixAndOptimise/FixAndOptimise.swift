import IntegerProgram

/// A large neighbourhood that an integer program searches: all visits of a few clients are taken out over all days and
/// put back at once, while the rest of the roster stands (*fix and optimise*; S. Helber, F. Sahling, "A fix-and-optimize
/// approach for the multi-level capacitated lot sizing problem", International Journal of Production Economics 123, 2010).
struct FixAndOptimise {
  /// Clients freed together at first, and at most.
  private static let clientsAtFirst = 2
  private static let mostClients = 8
  /// Nodes of one program, and its seconds where the run has any.
  private static let nodes = 400
  private static let seconds = 1.0

  private let problem: CompiledProblem
  private let state: SearchState
  private let kept: SearchState
  private var random: RandomSource
  private var clients = Self.clientsAtFirst
  /// Programs solved so far.
  private(set) var programs = 0

  /// Begins from a roster; the guide plays no part.
  init(_ roster: SearchState, seed: UInt64) {
    problem = roster.problem
    state = SearchState(problem)
    kept = SearchState(problem)
    random = RandomSource(seed: seed)
    state.assign(from: roster)
  }

  /// The roster as it stands.
  var roster: SearchState { state }

  /// Solves one program; `true` where the roster has become better.
  mutating func improve(within budget: SearchBudget) -> Bool {
    programs += 1
    kept.assign(from: state)
    let visits = free(chooseClients())
    var limits = SolveLimits(nodes: Self.nodes)
    if let seconds = budget.seconds { limits.seconds = min(Self.seconds, max(0, seconds - budget.elapsed)) }
    var lister = PlacementLister(state)
    listPresent(visits, &lister)
    take(visits)
    list(visits, &lister)
    let program = PlacementProgram(state, visits, lister.placements)
    let (chosen, isSolved) = program.best(below: kept.total - base(visits), limits, until: budget.cancellation)
    clients = max(1, min(Self.mostClients, problem.clientCount, clients + (isSolved ? 1 : -1)))
    if let chosen {
      apply(chosen)
      if state.total < kept.total { return true }
    }
    state.assign(from: kept)
    return false
  }

  /// A client who meets many staff, and others who meet somebody that the first one meets too.
  private mutating func chooseClients() -> [Int32] {
    var chosen = [Int32(random.below(problem.clientCount))]
    for _ in 0..<3 {
      let other = Int32(random.below(problem.clientCount))
      if state.knownCount[other] > state.knownCount[chosen[0]] { chosen[0] = other }
    }
    for _ in 0..<clients * 8 where chosen.count < clients {
      let other = Int32(random.below(problem.clientCount))
      if chosen.contains(other) || state.knownCount[chosen[0]] == 0 { continue }
      let row = Int(chosen[0]) * problem.staffCount
      let staff = state.known[row + random.below(Int(state.knownCount[chosen[0]]))]
      if state.knownPosition[problem.pair(client: other, staff: staff)] >= 0 { chosen.append(other) }
    }
    return chosen
  }

  /// The visits of some clients that can be freed: assigned or open, by one staff member, at a start of their own.
  private func free(_ clients: [Int32]) -> [Int32] {
    (0..<Int32(problem.visitCount)).filter { visit in
      let row = problem.visits[visit]
      return clients.contains(row.client) && row.choosesStart == 0 && row.need == 1
        && (!state.isAssigned(visit) || problem.travelIsMetric)
    }
  }

  /// The placements that the shifts have now, so that the program knows the roster it begins from.
  private func listPresent(_ visits: [Int32], _ lister: inout PlacementLister) {
    let slots = visits.map { problem.visits[$0].firstSlot }.filter { state.slotShift[$0] >= 0 }
    let byShift = Dictionary(grouping: slots) { state.slotShift[$0] }
    for (shift, own) in byShift.sorted(by: { $0.key < $1.key }) {
      let ordered = own.sorted { state.slotPosition[$0] < state.slotPosition[$1] }
      lister.listNow(
        ordered, in: shift, opens: Int(state.length[shift]) == own.count, travel: travelSaved(by: ordered, in: shift))
    }
  }

  /// Minutes of travel that the route loses with some of its slots, in the order of the route.
  private func travelSaved(by slots: [Int32], in shift: Int32) -> Int {
    func travel(_ stops: [Int32]) -> Int {
      zip(stops, stops.dropFirst()).reduce(0) { $0 + Int(problem.minutes($1.0, $1.1)) }
    }
    let leaving = Set(slots)
    let route = (0...Int(state.length[shift]) + 1).map { state.stops[state.stopIndex(shift, Int32($0))] }
    let left = route.filter { $0.slot < 0 || !leaving.contains($0.slot) }
    return travel(route.map(\.location)) - (left.count == 2 ? 0 : travel(left.map(\.location)))
  }

  private func take(_ visits: [Int32]) {
    for visit in visits where state.isAssigned(visit) { state.removeVisit(visit) }
  }

  private func list(_ visits: [Int32], _ lister: inout PlacementLister) {
    var slots: [Int32: [Int32]] = [:]
    let ordered = visits.sorted { (problem.visits[$0].earliest, $0) < (problem.visits[$1].earliest, $1) }
    for slot in ordered.map({ problem.visits[$0].firstSlot }) {
      let row = problem.slots[slot]
      for index in row.eligibleStart..<row.eligibleEnd { slots[problem.eligible[index], default: []].append(slot) }
    }
    for (shift, own) in slots.sorted(by: { $0.key < $1.key }) { lister.list(own, in: shift) }
  }

  /// The total of the roster without the freed visits, their being left not counted.
  private func base(_ visits: [Int32]) -> Int {
    let left = visits.reduce(0) { $0 + Int(problem.visits[$1].priority) * Int(problem.visits[$1].need) }
    return state.total - problem.weights.unassigned * left
  }

  private func apply(_ placements: [Placement]) {
    for placement in placements {
      for step in placement.steps {
        state.insert(step.slot, into: placement.shift, after: step.position)
        state.close(problem.slots[step.slot].visit)
      }
    }
  }
}

/// What one client asks for in one continuity period, as the pricing sees it: needs for staff, what each costs to meet,
/// and the arcs by which a staff member serves a need.
struct PlanBlock {
  /// So many distinct staff out of those with arcs.
  struct Row {
    var need: Int
    /// For each candidate staff member (a local number), what serving costs apart from prices, and by which arcs.
    var cells: [(staff: Int, cost: Int, arcs: [ArcRow])]
    /// What leaving the row unserved costs in the score's own units; `nil` where it may not be left.
    var penalty: Int?
  }

  /// Whose needs they are.
  let client: ClientRow
  /// The continuity period; none for a visit whose staff are not counted, or may be counted in either of two.
  let period: Int?
  var rows: [Row] = []
  /// Cost of meeting each staff member, in the score's own units.
  var opening: [Int] = []
  /// The least number of staff with an opening cost in any plan.
  var leastStaff = 0
  /// Staff (local numbers) of one smallest plan, where known; those met anyhow are added to it.
  var smallestPlan: [Int] = []
  /// What the block costs whatever the plan: staff met anyhow, and the target overstepped by the fewest staff.
  var constant = 0
  /// What one more staff member may cost beyond opening.
  var reserve = 0
}

/// Sets up the blocks of an instance.
struct PlanBlockBuilder {
  /// What a plan's cost is to bound.
  enum Measure {
    /// Distinct staff, of rosters that leave only visits that nobody can serve.
    case distinct
    /// Distinct staff plus so much per visit, times priority and staff, left out that could be served.
    case distinctOrLeft(penalty: Int)
    /// The score's parts for continuity, preferences and contacts, with so many 256ths of the cost of unassigned visits;
    /// without travel and pool shifts.
    case score(share: Int)
  }

  let problem: CompiledProblem
  let arcs: BoundArcs
  let finder: FloorFinder
  let measure: Measure
  /// Visits looked at; the others may be left out at no cost.
  let assured: RowArray<VisitRow, Bool>
  let covers: SmallestCovers

  init(
    _ problem: CompiledProblem, arcs: BoundArcs, assured: RowArray<VisitRow, Bool>, covers: SmallestCovers,
    measure: Measure
  ) {
    self.assured = assured
    self.covers = covers
    self.problem = problem
    self.arcs = arcs
    self.measure = measure
    finder = FloorFinder(problem)
  }

  private var mayLeave: Bool { if case .distinct = measure { false } else { true } }

  func blocks(threads: Int) -> [PlanBlock] {
    var blocks = SharedWork.map(problem.clientCount * problem.periodCount, threads: threads) { index in
      let (client, period) = index.quotientAndRemainder(dividingBy: problem.periodCount)
      let visits = finder.visits(ofClient: ClientRow(client), period: period)
      return block(ofVisits: visits, client: ClientRow(client), period: period)
    }
    // Visits whose staff are not counted, or may be counted in either period, cost no meetings but take up shifts.
    let counted = Set(
      problem.clientRows.flatMap { client in
        (0..<problem.periodCount).flatMap { finder.visits(ofClient: client, period: $0) }
      })
    for visit in problem.visitRows where !counted.contains(visit) && assured[visit] {
      blocks.append(block(ofVisits: [visit], client: problem.visits[visit].client, period: nil))
    }
    return blocks.filter { !$0.rows.isEmpty || $0.constant > 0 }
  }

  private func block(ofVisits visits: [VisitRow], client: ClientRow, period: Int?) -> PlanBlock {
    var block = PlanBlock(client: client, period: period)
    var local: [StaffRow: Int] = [:]
    var members: [StaffRow] = []
    func number(of staff: StaffRow) -> Int {
      if let known = local[staff] { return known }
      local[staff] = members.count
      members.append(staff)
      return members.count - 1
    }
    let visits = visits.filter { assured[$0] && !isCheaperLeft($0) }
    for visit in visits {
      guard
        let candidates = mayLeave
          ? finder.candidatesAlone(for: visit) : finder.candidates(for: visit, where: { assured[$0] })
      else { continue }
      let open = Int(problem.visits[visit].need) - candidates.pinned.count
      for pin in candidates.pinned { block.rows.append(row(visit, need: 1, staff: [pin], number)) }
      if open > 0 { block.rows.append(row(visit, need: open, staff: candidates.others, number)) }
    }
    guard period != nil else {
      block.opening = members.map { _ in 0 }
      return block
    }
    let met = finder.staffAlreadyMet(by: client)
    block.opening = members.map { opening(client: client, staff: $0, met: met) }
    let needs = finder.needs(among: visits, alone: mayLeave, where: { assured[$0] })
    let smallest = covers.smallest(needs, free: met)
    block.leastStaff = smallest.count
    block.smallestPlan = smallest.staff.compactMap { local[$0] }
    block.constant = met.count
    if case .score = measure {
      let target = Int(problem.clients[client].target)
      block.constant = problem.costs.distinct * met.count
      block.constant += problem.costs.overTarget * max(0, met.count + smallest.count - target)
      block.reserve = problem.costs.overTarget
    }
    return block
  }

  private func row(_ visit: VisitRow, need: Int, staff: [StaffRow], _ number: (StaffRow) -> Int) -> PlanBlock.Row {
    let visitRow = problem.visits[visit]
    var arcsOf: [StaffRow: [ArcRow]] = [:]
    for arc in arcs.arcs(of: visit) {
      arcsOf[problem.shifts[arcs.shift[arc]].staff, default: []].append(arc)
    }
    let cells = staff.map { member in
      (staff: number(member), cost: serving(visitRow, by: arcsOf[member] ?? []), arcs: arcsOf[member] ?? [])
    }
    return PlanBlock.Row(need: need, cells: cells, penalty: penaltyEach(visitRow).map { $0 * need })
  }

  /// What leaving a visit out costs for each staff member it asks for; `nil` where it may not be left.
  private func penaltyEach(_ visit: CompiledVisit) -> Int? {
    switch measure {
    case .distinct: nil
    case .distinctOrLeft(let each): each * Int(visit.priority)
    case .score(let share): problem.costs.leaving(visit) / Int(visit.need) * share / 256
    }
  }

  /// Whether leaving the visit out could cost less than meeting one more staff member; nothing is asked of it then.
  private func isCheaperLeft(_ visit: VisitRow) -> Bool {
    guard let each = penaltyEach(problem.visits[visit]) else { return false }
    guard case .score = measure else { return each < 1 }
    return each < problem.costs.dearestMeeting
  }

  /// Cost of meeting a staff member at all.
  private func opening(client: ClientRow, staff: StaffRow, met: Set<StaffRow>) -> Int {
    let isMet = met.contains(staff)
    guard case .score = measure else { return isMet ? 0 : 1 }
    var cost = isMet ? 0 : problem.costs.distinct
    let flags = problem.pairFlags[problem.pair(client: client, staff: staff)]
    // With several periods a new face is counted once, so none of them may count it.
    if problem.periodCount == 1 && CostModel.isNewFace(problem.clients[client], flags) {
      cost += problem.costs.newFace
    }
    return cost
  }

  /// The least cost of a staff member's part in a visit by any of some arcs, apart from continuity and travel.
  private func serving(_ visit: CompiledVisit, by arcs: [ArcRow]) -> Int {
    guard case .score = measure else { return 0 }
    return arcs.map { arc in
      let shift = problem.shifts[self.arcs.shift[arc]]
      let pair = problem.pairFlags[problem.pair(client: visit.client, staff: shift.staff)]
      return problem.costs.leastServing(visit, in: shift, pair, problem.instance.horizon)
    }.min() ?? 0
  }
}

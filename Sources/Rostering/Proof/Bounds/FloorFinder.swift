import HomeCare

/// Sets up and solves each client's covering problem.
struct FloorFinder {
  let problem: CompiledProblem
  /// Counted visits of each client and period.
  private let visitsOf: RowArray<ClientTerm, [VisitRow]>
  /// Whether nobody is ever in two shifts at once, as overtime could have it.
  private let shiftsAreApart: Bool

  init(_ problem: CompiledProblem) {
    self.problem = problem
    var visitsOf = RowArray<ClientTerm, [VisitRow]>(count: problem.clientCount * problem.periodCount, repeating: [])
    for visit in problem.visitRows {
      let row = problem.visits[visit]
      // A visit that may start in either of two periods forces neither.
      let periods = problem.windows.indices(of: visit).flatMap { index in
        [problem.windows[index].earliest, problem.windows[index].latest].map {
          CostModel.period(of: $0, problem.instance.horizon)
        }
      }
      guard row.counts, periods.allSatisfy({ $0 == Int(row.period) }) else { continue }
      visitsOf[problem.term(of: row.client, in: row.period)].append(visit)
    }
    self.visitsOf = visitsOf
    shiftsAreApart = problem.staffRows.allSatisfy { staff in
      let shifts = problem.staffShifts.indices(of: staff).map { problem.shifts[problem.staffShifts[$0]] }
      return zip(shifts, shifts.dropFirst()).allSatisfy { $0.end <= $1.start }
    }
  }

  /// The floors of all clients, or of one.
  func floors(witnesses: Bool, of only: ClientID? = nil) -> [ContinuityFloor] {
    var result: [ContinuityFloor] = []
    for client in problem.clientRows where only == nil || problem.instance[client].id == only {
      for period in 0..<problem.periodCount {
        let met = staffAlreadyMet(by: client)
        let needs = needs(among: visits(ofClient: client, period: period))
        let smallest = StaffCover(needs, free: met).smallest()
        let forcing = witnesses ? witness(of: needs, free: met, count: smallest.count) : []
        result.append(
          ContinuityFloor(
            client: problem.instance[client].id, period: period, staff: met.count + smallest.count,
            alreadyMet: met.count, isExact: smallest.isExact,
            witness: forcing.map { problem.instance[$0].id }))
      }
    }
    return result
  }

  /// The client's counted visits that start in the period.
  func visits(ofClient client: ClientRow, period: Int) -> [VisitRow] {
    visitsOf[problem.term(of: client, in: Int32(period))]
  }

  /// Staff whom history of the continuity period counts.
  func staffAlreadyMet(by client: ClientRow) -> Set<StaffRow> {
    Set(
      problem.staffRows.filter {
        problem.pairFlags[problem.pair(client: client, staff: $0)].contains(.alreadyCounted)
      })
  }

  /// What counted visits of one client and period ask for.
  ///
  /// With `alone`, what visits of the client ask of each other is passed over: only that holds where some are left out.
  func needs(
    among visits: [VisitRow], alone: Bool = false, where isAssured: (VisitRow) -> Bool = { _ in true }
  ) -> [StaffCover.Need] {
    var needs: [StaffCover.Need] = []
    for (index, visit) in visits.enumerated() {
      guard let candidates = alone ? candidatesAlone(for: visit) : candidates(for: visit, where: isAssured)
      else { continue }
      for pin in candidates.pinned { needs.append(.init(count: 1, staff: [pin], visit: visit)) }
      let open = Int(problem.visits[visit].need) - candidates.pinned.count
      if open > 0 { needs.append(.init(count: open, staff: candidates.others, visit: visit)) }
      for other in visits[..<index] where !alone && mustDiffer(visit, other) {
        guard let second = self.candidates(for: other, where: isAssured) else { continue }
        let all = Set(candidates.all).union(second.all).sorted()
        let count = Int(problem.visits[visit].need + problem.visits[other].need)
        needs.append(.init(count: count, staff: all, visit: visit))
      }
    }
    return needs
  }

  /// Who may serve a visit.
  struct Candidates {
    var pinned: [StaffRow]
    var others: [StaffRow]
    var all: [StaffRow] { (pinned + others).sorted() }
  }

  /// Who may serve a visit, with regard to visits of the client that ask for the same staff; `nil` where nobody can.
  func candidates(for visit: VisitRow, where isAssured: (VisitRow) -> Bool = { _ in true }) -> Candidates? {
    guard let alone = candidatesAlone(for: visit) else { return nil }
    var pinned = alone.pinned
    var others = Set(alone.others)
    for index in problem.links.indices(of: visit) where problem.links[index].staffRule == .same {
      let other = problem.links[index].other
      guard problem.visits[other].client == problem.visits[visit].client, isAssured(other),
        let theirs = candidatesAlone(for: other)
      else { continue }
      others.formIntersection(theirs.all)
      for pin in theirs.pinned where others.contains(pin) {
        pinned.append(pin)
        others.remove(pin)
      }
    }
    let joint = Candidates(pinned: pinned, others: others.sorted())
    // Where the link cannot be kept, one of the two is left out and the link asks nothing of the other.
    return joint.all.count >= Int(problem.visits[visit].need) ? joint : alone
  }

  /// Who may serve a visit were it alone; `nil` where there are too few.
  func candidatesAlone(for visit: VisitRow) -> Candidates? {
    let row = problem.visits[visit]
    var found = Candidates(pinned: [], others: [])
    for index in row.slots {
      let slot = problem.slots[index]
      var staff: [StaffRow] = []
      for run in slot.eligible {
        let member = problem.shifts[problem.eligible[run]].staff
        if staff.last != member { staff.append(member) }
      }
      if staff.isEmpty { return nil }
      if slot.pinned.exists { found.pinned.append(slot.pinned) } else { found.others = staff }
    }
    return found.pinned.count + found.others.count >= Int(row.need) ? found : nil
  }

  /// Whether no one can be on both visits: a link says so, or they overlap wherever they start.
  private func mustDiffer(_ first: VisitRow, _ second: VisitRow) -> Bool {
    if shiftsAreApart && problem.alwaysOverlap(first, second) { return true }
    for index in problem.links.indices(of: first) {
      if problem.links[index].other == second && problem.links[index].staffRule == .different { return true }
    }
    return false
  }

  /// The fewest needs, by leaving out one after another, that still force `count` staff; as visits.
  private func witness(of needs: [StaffCover.Need], free: Set<StaffRow>, count: Int) -> [VisitRow] {
    if count == 0 { return [] }
    var kept = needs
    // Those with many candidates force least: try to do without them first.
    var order = Array(Set(needs.map(\.visit))).sorted()
    let width = Dictionary(needs.map { ($0.visit, $0.staff.count) }, uniquingKeysWith: min)
    order.sort { (width[$0, default: 0], $0) > (width[$1, default: 0], $1) }
    for visit in order {
      let rest = kept.filter { $0.visit != visit }
      if StaffCover(rest, free: free).forces(count) { kept = rest }
    }
    return Array(Set(kept.map(\.visit))).sorted()
  }
}

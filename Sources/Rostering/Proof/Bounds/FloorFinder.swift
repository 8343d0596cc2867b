import HomeCare

/// Sets up and solves each client's covering problem.
struct FloorFinder {
  let problem: CompiledProblem
  /// Counted visits of each client and period.
  private let visitsOf: [[Int32]]

  init(_ problem: CompiledProblem) {
    self.problem = problem
    var visitsOf = [[Int32]](repeating: [], count: problem.clientCount * problem.periodCount)
    for visit in 0..<Int32(problem.visitCount) {
      let row = problem.visits[visit]
      let lastDay = Int(row.latest) / LocalDateTime.minutesPerDay
      // A visit that may start in either of two periods forces neither.
      guard row.counts == 1, problem.instance.horizon.period(ofDay: lastDay) == Int(row.period) else { continue }
      visitsOf[Int(row.client) * problem.periodCount + Int(row.period)].append(visit)
    }
    self.visitsOf = visitsOf
  }

  /// The floors of all clients, or of one.
  func floors(witnesses: Bool, of only: ClientID? = nil) -> [ContinuityFloor] {
    var result: [ContinuityFloor] = []
    for client in 0..<problem.clientCount where only == nil || problem.instance.clients[client].id == only {
      for period in 0..<problem.periodCount {
        let met = staffAlreadyMet(by: client)
        let needs = needs(among: visits(ofClient: client, period: period))
        let smallest = StaffCover(needs, free: met).smallest()
        let forcing = witnesses ? witness(of: needs, free: met, count: smallest.count) : []
        result.append(
          ContinuityFloor(
            client: problem.instance.clients[client].id, period: period, staff: met.count + smallest.count,
            alreadyMet: met.count, isExact: smallest.isExact,
            witness: forcing.map { problem.instance.visits[Int($0)].id }))
      }
    }
    return result
  }

  /// The client's counted visits that start in the period.
  func visits(ofClient client: Int, period: Int) -> [Int32] { visitsOf[client * problem.periodCount + period] }

  /// Staff whom history of the continuity period counts.
  func staffAlreadyMet(by client: Int) -> Set<Int32> {
    Set(
      (0..<Int32(problem.staffCount)).filter {
        problem.pairFlags[problem.pair(client: Int32(client), staff: $0)] & PairFlag.alreadyCounted != 0
      })
  }

  /// What counted visits of one client and period ask for.
  ///
  /// With `alone`, what visits of the client ask of each other is passed over: only that holds where some are left out.
  func needs(
    among visits: [Int32], alone: Bool = false, where isAssured: (Int32) -> Bool = { _ in true }
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
    var pinned: [Int32]
    var others: [Int32]
    var all: [Int32] { (pinned + others).sorted() }
  }

  /// Who may serve a visit, with regard to visits of the client that ask for the same staff; `nil` where nobody can.
  func candidates(for visit: Int32, where isAssured: (Int32) -> Bool = { _ in true }) -> Candidates? {
    guard let alone = candidatesAlone(for: visit) else { return nil }
    var pinned = alone.pinned
    var others = Set(alone.others)
    for index in problem.linkStart[visit]..<problem.linkStart[visit + 1] where problem.links[index].staffRule == 1 {
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
  func candidatesAlone(for visit: Int32) -> Candidates? {
    let row = problem.visits[visit]
    var found = Candidates(pinned: [], others: [])
    for index in row.firstSlot..<row.firstSlot + row.need {
      let slot = problem.slots[index]
      var staff: [Int32] = []
      for run in slot.eligibleStart..<slot.eligibleEnd {
        let member = problem.shifts[problem.eligible[run]].staff
        if staff.last != member { staff.append(member) }
      }
      if staff.isEmpty { return nil }
      if slot.pinned >= 0 { found.pinned.append(slot.pinned) } else { found.others = staff }
    }
    return found.pinned.count + found.others.count >= Int(row.need) ? found : nil
  }

  /// Whether no one can be on both visits: a link says so, or they overlap wherever they start.
  private func mustDiffer(_ first: Int32, _ second: Int32) -> Bool {
    let (a, b) = (problem.visits[first], problem.visits[second])
    if a.earliest + a.minutes > b.latest && b.earliest + b.minutes > a.latest { return true }
    for index in problem.linkStart[first]..<problem.linkStart[first + 1] {
      if problem.links[index].other == second && problem.links[index].staffRule == 2 { return true }
    }
    return false
  }

  /// The fewest needs, by leaving out one after another, that still force `count` staff; as visits.
  private func witness(of needs: [StaffCover.Need], free: Set<Int32>, count: Int) -> [Int32] {
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

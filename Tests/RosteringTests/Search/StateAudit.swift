import HomeCare

@testable import Rostering

/// Recomputes, from the routes and chosen starts of a search state alone, all else that the state keeps up to date.
///
/// Reads the instance rather than its compiled form, so that a mistake of the compiler shows as well.
struct StateAudit {
  private let problem: CompiledProblem
  private let instance: Instance
  /// Minutes between locations, for each shift.
  private let travel: [[[Int]]]
  private let allowances: Allowances
  private let homes: [Int]
  private let bases: [Int?]
  private let clientOfVisit: [Int]
  private let staffOfShift: [Int]
  /// Pairs (client, staff) met before: ever, and on days that count in the one continuity period.
  private var metBefore: Set<[Int]> = []
  private var countedBefore: Set<[Int]> = []

  init(_ problem: CompiledProblem) {
    self.problem = problem
    let instance = problem.instance
    self.instance = instance
    let clientRows = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    let staffRows = Dictionary(uniqueKeysWithValues: instance.staff.enumerated().map { ($1.id, $0) })
    travel = instance.shifts.map { shift in
      let way = instance.travel(of: shift)
      return instance.locations.enumerated().map { from in
        instance.locations.enumerated().map { way.minutes(from: (from.offset, from.element), to: ($0, $1)) }
      }
    }
    allowances = Allowances(instance)
    homes = instance.clients.map { instance.index(of: $0.location) }
    bases = instance.staff.map { $0.location.map(instance.index) }
    clientOfVisit = instance.visits.map { clientRows[$0.client] ?? -1 }
    staffOfShift = instance.shifts.map { staffRows[$0.staff] ?? -1 }
    let period = instance.horizon.dates(ofPeriod: 0)
    for meeting in instance.history {
      guard let client = clientRows[meeting.client], let staff = staffRows[meeting.staff] else { continue }
      metBefore.insert([client, staff])
      if instance.horizon.isSinglePeriod && period.contains(meeting.date) { countedBefore.insert([client, staff]) }
    }
  }

  /// Everything in which the state differs from its recomputation; empty where it is sound.
  func faults(of state: SearchState) -> [String] {
    var faults: [String] = []
    func expect(_ found: Int, _ expected: Int, _ what: @autoclosure () -> String) {
      if found != expected { faults.append("\(what()): \(found) found, \(expected) expected") }
    }
    let teams = checkRoutes(of: state, expect)
    checkVisits(of: state, teams, expect)
    var score = checkMeetings(of: state, teams, expect)
    checkSteadiness(of: state, teams, &score, expect)
    for part in ScorePart.allCases {
      expect(state.fullScore[part], score[part], part.name)
    }
    expect(state.fullScore.total, score.total(under: instance.weights), "total")
    expect(state.total, score.total(under: instance.weights), "total of the search")
    let plain = score.total(under: instance.weights) - instance.weights[.distinct] * score[.distinct]
    let pull = (state.costs.notContact - SearchState.scale * instance.weights[.notContact]) * score[.notContact]
    expect(state.guide, SearchState.scale * plain + pull + state.score.meetingGuide, "guide")
    return faults
  }

  private typealias Expect = (Int, Int, @autoclosure () -> String) -> Void

  /// Checks where slots stand and how routes are timed; gives each visit's staff.
  private func checkRoutes(of state: SearchState, _ expect: Expect) -> [[Int]] {
    var teams = [[Int]](repeating: [], count: instance.visits.count)
    var shiftOfSlot = RowArray<SlotRow, ShiftRow>(count: problem.slotCount, repeating: .none)
    for shift in problem.shiftRows {
      let base = state.stopIndex(shift, 0)
      let kept = (0...Int(state.length[shift]) + 1).map { state.stops[base + $0] }
      for position in 1..<Int32(kept.count - 1) {
        let slot = kept[Int(position)].slot
        shiftOfSlot[slot] = shift
        teams[problem.slots[slot].visit.index].append(staffOfShift[shift.index])
        expect(Int(state.slotPosition[slot]), Int(position), "position of slot \(slot.index)")
      }
      expect(state.retime(shift) ? 1 : 0, 1, "shift \(shift.index) feasible")
      for (index, stop) in kept.enumerated() {
        let fresh = state.stops[base + index]
        expect(Int(stop.endBefore), Int(fresh.endBefore), "endBefore of stop \(index) in shift \(shift.index)")
        expect(Int(stop.endAfter), Int(fresh.endAfter), "endAfter of stop \(index) in shift \(shift.index)")
        expect(Int(stop.latestBefore), Int(fresh.latestBefore), "latestBefore of stop \(index) in shift \(shift.index)")
        expect(Int(stop.latestAfter), Int(fresh.latestAfter), "latestAfter of stop \(index) in shift \(shift.index)")
      }
    }
    for slot in problem.slotRows { expect(state.slotShift[slot].index, shiftOfSlot[slot].index, "slot \(slot.index)") }
    return teams
  }

  /// Checks windows, periods and the list of open visits.
  private func checkVisits(of state: SearchState, _ teams: [[Int]], _ expect: Expect) {
    var open: Set<VisitRow> = []
    let origin = instance.horizon.firstMinute
    for (index, visit) in instance.visits.enumerated() {
      let windows = allowances.windows(of: index, in: instance).map { window in
        let (first, last) = (window.earliest.minutes(since: origin), window.latest.minutes(since: origin))
        let pin = visit.pinnedStart?.minutes(since: origin)
        return (first: max(first, pin ?? first), last: min(last, pin ?? last))
      }
      var (low, high) = windows.first { $0.first <= $0.last } ?? (0, 0)
      if !teams[index].isEmpty {
        // Windows that exceptions widen may meet; then what it is held to lies in several.
        let held = Int(state.earliestStart[index])
        let around = windows.filter { $0.first <= held && held <= $0.last }
        expect(around.isEmpty ? 0 : 1, 1, "a window around visit \(index)")
        high = around.map(\.last).max() ?? high
        low = around.map(\.first).min() ?? low
      }
      if teams[index].isEmpty {
        open.insert(VisitRow(index))
        expect(Int(state.earliestStart[index]), low, "earliest of open visit \(index)")
        expect(Int(state.latestStart[index]), high, "latest of open visit \(index)")
      } else {
        expect(teams[index].count, visit.staff, "staff on visit \(index)")
        expect(Set(teams[index]).count, visit.staff, "distinct staff on visit \(index)")
        expect(Int(state.openPosition[index]), -1, "open position of served visit \(index)")
        expect(Int(state.earliestStart[index]), max(low, Int(state.earliestStart[index])), "window of visit \(index)")
        expect(Int(state.latestStart[index]), min(high, Int(state.latestStart[index])), "window of visit \(index)")
      }
      for edge in [state.earliestStart[index], state.latestStart[index]] where !teams[index].isEmpty {
        expect(Int(state.period[index]), instance.horizon.period(ofDay: Int(edge) / 1440), "period of visit \(index)")
      }
    }
    expect(state.score.openCount, open.count, "open visits")
    let listed = (0..<state.score.openCount).map { state.open[$0] }
    expect(open.symmetricDifference(listed).count, 0, "visits wrongly listed as open")
    for (position, visit) in listed.enumerated() {
      expect(Int(state.openPosition[visit]), position, "open position of visit \(visit.index)")
    }
  }

  /// Checks counts of meetings, loads and travel; gives the score's parts.
  private func checkMeetings(of state: SearchState, _ teams: [[Int]], _ expect: Expect) -> Score {
    var score = Score()
    var met: [[Int]: Int] = [:]
    var faces: [[Int]: Int] = [:]
    for (index, visit) in instance.visits.enumerated() {
      let client = clientOfVisit[index]
      let row = instance.clients[client]
      if teams[index].isEmpty {
        score[.unassigned] += visit.priority * visit.staff
        continue
      }
      if let contact = row.contact, !teams[index].contains(where: { instance.staff[$0].id == contact }) {
        score[.notContact] += 1
      }
      for staff in teams[index] {
        met[[client, staff], default: 0] += 1
        if visit.counts { faces[[client, staff, Int(state.period[index])], default: 0] += 1 }
        if !row.preferred.isEmpty && !row.preferred.contains(instance.staff[staff].id) { score[.notPreferred] += 1 }
      }
    }
    let known = Set(metBefore.map { $0[0] })
    score[.newFace] = met.keys.count { known.contains($0[0]) && !metBefore.contains($0) }
    var guide = 0
    for (client, row) in instance.clients.enumerated() {
      var listed: Set<Int> = []
      for period in 0..<instance.horizon.periodCount {
        var distinct = 0
        for staff in instance.staff.indices {
          let count = faces[[client, staff, period], default: 0]
          let before = period == 0 && countedBefore.contains([client, staff])
          if count > 0 || before { distinct += 1 }
          if !before { for n in 0..<count { guide += Int(state.gain[n]) } }
          let pair = problem.pair(client: ClientRow(client), staff: StaffRow(staff))
          expect(
            Int(state.countedMeetings[state.countedIndex(pair, period: Int32(period))]),
            count + (before ? Int(SearchState.countedByHistory) : 0), "faces of \(client), \(staff) in \(period)")
          expect(Int(state.met[pair]), met[[client, staff], default: 0], "meetings of \(client), \(staff)")
          if met[[client, staff]] != nil || before { listed.insert(staff) }
        }
        expect(
          Int(state.distinct[problem.term(of: ClientRow(client), in: Int32(period))]), distinct, "distinct of \(client)"
        )
        score[.distinct] += distinct
        score[.overTarget] += max(0, distinct - row.targetStaff)
      }
      let list = state.knownPlaces(ClientRow(client)).map { state.known[$0].index }
      expect(listed.symmetricDifference(list).count + list.count - listed.count, 0, "staff known to \(client)")
      for (position, staff) in list.enumerated() {
        let pair = problem.pair(client: ClientRow(client), staff: StaffRow(staff))
        expect(Int(state.knownPosition[pair]), position, "position of \(staff) among those known to \(client)")
      }
    }
    expect(state.score.meetingGuide, guide, "guide of faces")
    checkLoads(of: state, &score, expect)
    return score
  }

  private func checkLoads(of state: SearchState, _ score: inout Score, _ expect: Expect) {
    var loads = [Int](repeating: 0, count: instance.staff.count)
    for shift in 0..<problem.shiftCount where state.length[shift] > 0 {
      let staff = staffOfShift[shift]
      let travel = travel[shift]
      var place = bases[staff]
      var last: Int?
      for position in 1...state.length[shift] {
        let slot = state.stops[state.stopIndex(ShiftRow(shift), position)].slot
        let visit = problem.slots[slot].visit.index
        let home = homes[clientOfVisit[visit]]
        var leg = place.map { travel[$0][home] } ?? 0
        if let last, let way = allowances.way(from: last, to: visit) { leg = way }
        last = visit
        score[.travel] += leg
        loads[staff] += leg + instance.visits[visit].minutes
        place = home
      }
      if let place, let base = bases[staff] {
        score[.travel] += travel[place][base]
        loads[staff] += travel[place][base]
      }
      if instance.shifts[shift].kind == .pool {
        score[.poolShifts] += 1
        let row = instance.shifts[shift]
        if instance.format == .two {
          score[.poolMinutes] += row.end.minutes(since: row.start) - (row.breakRule?.minutes ?? 0)
        }
      }
    }
    for staff in instance.staff.indices {
      expect(Int(state.load[staff]), loads[staff], "load of \(staff)")
      if let cap = allowances.cap(of: staff) { expect(max(cap, loads[staff]), cap, "load of \(staff) within the cap") }
    }
    if instance.weights[.imbalance] > 0 { checkBalance(of: state, &score, expect) }
  }

  /// Checks how far starts may lie beside usual times, and that visits of one client keep apart.
  private func checkSteadiness(of state: SearchState, _ teams: [[Int]], _ score: inout Score, _ expect: Expect) {
    let origin = instance.horizon.firstMinute
    let series = Dictionary(uniqueKeysWithValues: instance.series.enumerated().map { ($1.id, $0) })
    for (index, visit) in instance.visits.enumerated() {
      var deviation = 0
      if !teams[index].isEmpty, let number = visit.series.flatMap({ series[$0] }) {
        let windows = zip(allowances.windows(of: index, in: instance), instance.windows(of: visit))
        let held = [Int(state.earliestStart[index]), Int(state.latestStart[index])]
        let home = windows.first { wide, _ in
          wide.earliest.minutes(since: origin) <= held[0] && held[0] <= wide.latest.minutes(since: origin)
        }
        let midnight = home?.1.midnight.minutes(since: origin) ?? 0
        let usual = instance.series[number].usual ?? Int(state.usual[SeriesRow(number)])
        expect(Int(state.usual[SeriesRow(number)]), usual, "usual time of series \(number)")
        deviation = held.map { max(0, abs($0 - midnight - usual) - instance.series[number].tolerance) }.max() ?? 0
      }
      expect(Int(state.deviation[index]), deviation, "deviation of visit \(index)")
      score[.unsteadyMinutes] += deviation
    }
    if instance.format == .two { checkOwnTime(of: state, teams, expect) }
  }

  private func checkOwnTime(of state: SearchState, _ teams: [[Int]], _ expect: Expect) {
    let tied = Set(instance.links.map { Set([$0.first, $0.second]) })
    for (first, one) in instance.visits.enumerated() where !teams[first].isEmpty && !one.alongside {
      for (second, other) in instance.visits.enumerated() where second > first && other.client == one.client {
        if teams[second].isEmpty || other.alongside || tied.contains([one.id, other.id]) { continue }
        if allowances.mayOverlap(first, second) { continue }
        let shifts = [first, second].map { index in
          Set(problem.visits[VisitRow(index)].slots.map { state.slotShift[$0].index })
        }
        let meet =
          Int(state.earliestStart[first]) < Int(state.latestStart[second]) + other.minutes
          && Int(state.earliestStart[second]) < Int(state.latestStart[first]) + one.minutes
        expect(meet && shifts[0].isDisjoint(with: shifts[1]) ? 1 : 0, 0, "visits \(first) and \(second) overlap")
      }
    }
  }

  private func checkBalance(of state: SearchState, _ score: inout Score, _ expect: Expect) {
    var served = [Int](repeating: 0, count: instance.staff.count)
    for slot in problem.slotRows where state.slotShift[slot].exists {
      let visit = problem.slots[slot].visit.index
      served[staffOfShift[state.slotShift[slot].index]] += instance.visits[visit].minutes
    }
    for (staff, share) in instance.fairShares.enumerated() {
      expect(Int(state.served[staff]), served[staff], "minutes with clients of \(staff)")
      if let share { score[.imbalance] += max(0, served[staff] - share) }
    }
  }
}

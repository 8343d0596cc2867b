import HomeCare
import IntegerProgram

/// The choice of routes as an integer program, all coefficients whole.
///
/// One column per route stands for "the shift works it"; routes are too many to write down, so they join the linear
/// program only where they can better it. Everything else the score and the rules speak of is a *side variable*:
/// visits left, shifts unused, clients who meet a staff member, staff above target, new faces, missing contacts, minutes
/// beside the usual times of series.
struct ExactMaster {
  /// What a side variable stands for.
  enum Role: Hashable {
    case unassigned(visit: VisitRow)
    case start(task: Int)
    case unused(shift: ShiftRow)
    case meets(client: ClientRow, staff: StaffRow, period: Int)
    case aboveTarget(client: ClientRow, period: Int)
    case newFace(client: ClientRow, staff: StaffRow)
    case withoutContact(visit: VisitRow)
    case imbalance(staff: StaffRow)
    case unsteady(series: SeriesRow)
  }

  struct Coefficient {
    var row: Int
    var value: Int
  }

  struct SideVariable {
    var role: Role
    var cost: Int
    var lower = 0
    var upper = 1
    var terms: [Coefficient] = []
  }

  struct Row {
    enum Kind { case equal, atLeast, atMost }
    var kind: Kind
    var bound: Int
  }

  /// Tasks of a shift of which a route that holds any counts once in a row, with coefficient −1.
  struct Touch {
    var mask: UInt64
    var row: Int
    /// The side variable bounded from below by the row.
    var variable: Int
  }

  private(set) var rows: [Row] = []
  private(set) var side: [SideVariable] = []
  private(set) var unassigned = RowArray<VisitRow, Int>([])
  private(set) var unused: [Int] = []
  private(set) var shiftRow: [Int] = []
  /// For each shift and each of its tasks, where a route with the task stands.
  private(set) var taskTerms: [[[Coefficient]]] = []
  private(set) var touches: [[Touch]] = []
  /// Row of the hours cap of each shift's staff member, coefficient the route's minutes; −1 without a cap.
  private(set) var capRow: [Int] = []
  /// For each shift and each of its tasks, what serving it costs beside travel and meeting.
  private(set) var taskCost: [[Int]] = []
  private(set) var routeCost: [Int] = []
  /// The variable of each series' unsteady minutes beyond those that routes have by themselves; −1 where none count.
  private(set) var unsteady = RowArray<SeriesRow, Int>([])

  private let problem: CompiledProblem
  private let table: ExactTasks
  private let costs: CostModel
  private let rules: TimingRules
  /// Where each visit stands among the tasks of the shifts: (shift, position).
  private var places = RowArray<VisitRow, [(shift: Int, position: Int, task: Int)]>([])

  init(_ problem: CompiledProblem, _ table: ExactTasks, _ rules: TimingRules, _ costs: CostModel) {
    self.rules = rules
    self.problem = problem
    self.table = table
    self.costs = costs
    taskTerms = table.ofShift.map { Array(repeating: [], count: $0.count) }
    touches = Array(repeating: [], count: table.ofShift.count)
    places = RowArray(count: problem.visitCount, repeating: [])
    unassigned = RowArray(count: problem.visitCount, repeating: -1)
    for (shift, tasks) in table.ofShift.enumerated() {
      for (position, task) in tasks.enumerated() {
        places[table.tasks[task].visit].append((shift, position, task))
      }
    }
    addVisits()
    addShifts()
    addTeams()
    addLinks()
    addMeetings()
    addNewFaces()
    addBalance()
    addSteadiness()
  }

  /// Whether steadiness has a price.
  var weighsSteadiness: Bool { costs.unsteady > 0 && !rules.steadiness.rows.isEmpty }

  /// The greatest total any roster can have, for scaling.
  var greatestCost: Int {
    side.reduce(0) { $0 + max(0, $1.cost) * max(1, $1.upper) }
      + taskCost.joined().reduce(0, +) + routeCost.reduce(0, +)
      + problem.shiftRows.reduce(0) {
        $0 + costs.travel(problem.shifts[$1].end - problem.shifts[$1].start)
      }
  }

  private mutating func addRow(_ kind: Row.Kind, _ bound: Int) -> Int {
    rows.append(Row(kind: kind, bound: bound))
    return rows.count - 1
  }

  private mutating func addSide(_ role: Role, cost: Int, upper: Int = 1, _ terms: [Coefficient] = []) -> Int {
    side.append(SideVariable(role: role, cost: cost, upper: upper, terms: terms))
    return side.count - 1
  }

  private mutating func addTerm(_ variable: Int, _ row: Int, _ value: Int) {
    side[variable].terms.append(Coefficient(row: row, value: value))
  }

  private func staff(ofShift shift: Int) -> StaffRow { problem.shifts[ShiftRow(shift)].staff }

  /// The staff who may serve a visit, each with the places in which they may.
  private func servers(of visit: VisitRow) -> [(staff: StaffRow, places: [(shift: Int, position: Int, task: Int)])] {
    Dictionary(grouping: places[visit]) { staff(ofShift: $0.shift) }.map { ($0.key, $0.value) }
      .sorted { $0.staff < $1.staff }
  }

  private mutating func count(_ places: [(shift: Int, position: Int, task: Int)], in row: Int, _ value: Int) {
    for place in places {
      taskTerms[place.shift][place.position].append(Coefficient(row: row, value: value))
    }
  }

  // MARK: The parts

  /// Each visit is served by as many as it needs, or left.
  private mutating func addVisits() {
    for visit in problem.visitRows {
      let row = problem.visits[visit]
      let need = Int(row.need)
      let left = addSide(.unassigned(visit: visit), cost: costs.leaving(row))
      unassigned[visit] = left
      let tasks = table.ofVisit[visit]
      if need == 1 || tasks.count == 1 {
        let cover = addRow(.equal, need)
        addTerm(left, cover, need)
        count(places[visit], in: cover, 1)
        continue
      }
      // A team starts in one part of the window.
      let choice = addRow(.equal, 1)
      addTerm(left, choice, 1)
      for task in tasks {
        let cover = addRow(.equal, 0)
        _ = addSide(
          .start(task: task), cost: 0, [Coefficient(row: choice, value: 1), Coefficient(row: cover, value: -need)])
        count(places[visit].filter { $0.task == task }, in: cover, 1)
      }
    }
  }

  /// Each shift works one route or none; hours are capped.
  private mutating func addShifts() {
    var caps = RowArray<StaffRow, Int>(count: problem.staffCount, repeating: -1)
    for staff in problem.staffRows where problem.cap[staff] < Minutes.max {
      caps[staff] = addRow(.atMost, Int(problem.cap[staff]))
    }
    for shift in problem.shiftRows {
      let row = addRow(.equal, 1)
      shiftRow.append(row)
      unused.append(addSide(.unused(shift: shift), cost: 0, [Coefficient(row: row, value: 1)]))
      capRow.append(caps[problem.shifts[shift].staff])
      routeCost.append(costs.opening(problem.shifts[shift]))
      taskCost.append(
        table.ofShift[shift.index].map { cost(of: table.tasks[$0], in: problem.shifts[shift]) })
    }
  }

  private func cost(of task: ExactTask, in shift: CompiledShift) -> Int {
    costs.serving(
      problem.visits[task.visit], from: task.earliest, in: shift,
      problem.pairFlags[problem.pair(client: task.client, staff: shift.staff)])
  }

  /// A team has distinct staff, the pinned among them, and the contact or the cost of doing without.
  private mutating func addTeams() {
    for visit in problem.visitRows where problem.visits[visit].need > 1 {
      let row = problem.visits[visit]
      let pins = row.slots.map { problem.slots[$0].pinned }
      let servers = servers(of: visit)
      for (staff, places) in servers where places.count > 1 && !pins.contains(staff) {
        count(places, in: addRow(.atMost, 1), 1)
      }
      for pinned in pins where pinned.exists {
        let pin = addRow(.equal, 1)
        addTerm(unassigned[visit], pin, 1)
        count(servers.first { $0.staff == pinned }?.places ?? [], in: pin, 1)
      }
      let contact = problem.clients[row.client].contact
      if contact.exists && costs.teamWithoutContact > 0 {
        let missed = addRow(.atLeast, 1)
        addTerm(unassigned[visit], missed, 1)
        addTerm(addSide(.withoutContact(visit: visit), cost: costs.teamWithoutContact), missed, 1)
        count(servers.first { $0.staff == contact }?.places ?? [], in: missed, 1)
      }
    }
  }

  /// What links ask of the staff; the gaps they ask for are checked on whole solutions.
  private mutating func addLinks() {
    for first in problem.visitRows {
      for index in problem.links.indices(of: first) {
        let link = problem.links[index]
        let second = link.other
        if link.staffRule == .any || second < first { continue }
        let ofFirst = Dictionary(uniqueKeysWithValues: servers(of: first).map { ($0.staff, $0.places) })
        let ofSecond = Dictionary(uniqueKeysWithValues: servers(of: second).map { ($0.staff, $0.places) })
        for staff in problem.staffRows {
          let (one, other) = (ofFirst[staff] ?? [], ofSecond[staff] ?? [])
          if link.staffRule == .different {
            if one.isEmpty || other.isEmpty { continue }
            let row = addRow(.atMost, 1)
            count(one, in: row, 1)
            count(other, in: row, 1)
            continue
          }
          // Whoever serves one serves the other, unless that is left.
          for (mine, theirs, left) in [(one, other, second), (other, one, first)] where !mine.isEmpty {
            let row = addRow(.atMost, 0)
            count(mine, in: row, 1)
            count(theirs, in: row, -1)
            addTerm(unassigned[left], row, -1)
          }
        }
      }
    }
  }

  /// Who meets whom in which period, and how many above the target.
  private mutating func addMeetings() {
    if costs.distinct == 0 && costs.overTarget == 0 { return }
    var met = RowArray<ClientTerm, [Int]>(count: problem.clientCount * problem.periodCount, repeating: [])
    for staff in problem.staffRows {
      for client in problem.clientRows {
        let pair = problem.pair(client: client, staff: staff)
        if problem.pairFlags[pair].contains(.alreadyCounted) { continue }
        for period in 0..<Int32(problem.periodCount) {
          let touched = touched(by: staff) {
            $0.client == client && $0.period == period && problem.visits[$0.visit].counts
          }
          if touched.isEmpty { continue }
          let meets = addSide(.meets(client: client, staff: staff, period: Int(period)), cost: costs.distinct)
          met[problem.term(of: client, in: period)].append(meets)
          bind(meets, to: touched)
        }
      }
    }
    if costs.overTarget == 0 { return }
    for client in problem.clientRows {
      let known = problem.staffRows.filter {
        problem.pairFlags[problem.pair(client: client, staff: $0)].contains(.alreadyCounted)
      }.count
      for period in 0..<Int32(problem.periodCount) {
        let meets = met[problem.term(of: client, in: period)]
        let most = known + meets.count - Int(problem.clients[client].target)
        if most <= 0 { continue }
        let row = addRow(.atLeast, known - Int(problem.clients[client].target))
        let above = addSide(.aboveTarget(client: client, period: Int(period)), cost: costs.overTarget, upper: most)
        addTerm(above, row, 1)
        for variable in meets { addTerm(variable, row, -1) }
      }
    }
  }

  private mutating func addNewFaces() {
    if costs.newFace == 0 { return }
    for client in problem.clientRows {
      for staff in problem.staffRows {
        let pair = problem.pair(client: client, staff: staff)
        if !CostModel.isNewFace(problem.clients[client], problem.pairFlags[pair]) { continue }
        let touched = touched(by: staff) { $0.client == client }
        if touched.isEmpty { continue }
        bind(addSide(.newFace(client: client, staff: staff), cost: costs.newFace), to: touched)
      }
    }
  }

  /// Minutes with clients above each staff member's fair share.
  private mutating func addBalance() {
    if costs.imbalance == 0 { return }
    for staff in problem.staffRows where problem.fairShare[staff] < Minutes.max {
      let visits = problem.visitRows.filter { visit in
        places[visit].contains { self.staff(ofShift: $0.shift) == staff }
      }
      let share = Int(problem.fairShare[staff])
      let most = visits.reduce(0) { $0 + Int(problem.visits[$1].minutes) } - share
      if most <= 0 { continue }
      let row = addRow(.atMost, share)
      addTerm(addSide(.imbalance(staff: staff), cost: costs.imbalance, upper: most), row, -1)
      for visit in visits {
        let own = places[visit].filter { self.staff(ofShift: $0.shift) == staff }
        count(own, in: row, Int(problem.visits[visit].minutes))
      }
    }
  }

  /// Unsteady minutes; what they are is told by cuts, route by route as solutions ask for them.
  private mutating func addSteadiness() {
    unsteady = RowArray(count: problem.series.count, repeating: -1)
    if !weighsSteadiness { return }
    for series in rules.steadiness.rows {
      unsteady[series] = addSide(
        .unsteady(series: series), cost: costs.unsteady, upper: rules.steadiness[series]?.most ?? 0)
    }
  }

  /// The tasks of a kind in each shift of a staff member, where there are any.
  private func touched(by staff: StaffRow, where isOfKind: (ExactTask) -> Bool) -> [(shift: Int, mask: UInt64)] {
    problem.staffShifts.indices(of: staff).compactMap { index in
      let shift = problem.staffShifts[index].index
      var mask: UInt64 = 0
      for (position, task) in table.ofShift[shift].enumerated() where isOfKind(table.tasks[task]) {
        mask |= 1 << UInt64(position)
      }
      return mask == 0 ? nil : (shift, mask)
    }
  }

  /// One row per shift: a variable is at least 1 where the shift's route holds any of the tasks.
  private mutating func bind(_ variable: Int, to touched: [(shift: Int, mask: UInt64)]) {
    for (shift, mask) in touched {
      let row = addRow(.atLeast, 0)
      addTerm(variable, row, 1)
      touches[shift].append(Touch(mask: mask, row: row, variable: variable))
    }
  }

  // MARK: Routes as columns

  /// What a route costs.
  func cost(of routes: ExactRoutes, _ route: Int) -> Int {
    let shift = routes.shift.index
    var cost = routeCost[shift] + costs.travel(routes.travel[route])
    var rest = routes.masks[route]
    while rest != 0 {
      cost += taskCost[shift][rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return weighsSteadiness ? cost + costs.unsteady * rules.leastUnsteady(routes.timedStops(route)) : cost
  }

  /// The coefficients of a route in the rows, the cuts apart.
  func terms(of routes: ExactRoutes, _ route: Int) -> [Coefficient] {
    let shift = routes.shift.index
    let mask = routes.masks[route]
    var terms = [Coefficient(row: shiftRow[shift], value: 1)]
    var rest = mask
    while rest != 0 {
      terms += taskTerms[shift][rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    for touch in touches[shift] where touch.mask & mask != 0 { terms.append(Coefficient(row: touch.row, value: -1)) }
    if capRow[shift] >= 0 { terms.append(Coefficient(row: capRow[shift], value: Int(routes.minutes[route]))) }
    return terms
  }

  /// The linear program with the side variables alone.
  func model() -> Model {
    var model = Model()
    for variable in side {
      model.addVariable(
        lower: Double(variable.lower), upper: Double(variable.upper), objective: Double(variable.cost), integer: true)
    }
    var terms = [[Model.Term]](repeating: [], count: rows.count)
    for (index, variable) in side.enumerated() {
      for term in variable.terms { terms[term.row].append(Model.Term(index, Double(term.value))) }
    }
    for (index, row) in rows.enumerated() {
      let bound = Double(row.bound)
      model.addRow(
        lower: row.kind == .atMost ? -.infinity : bound, upper: row.kind == .atLeast ? .infinity : bound,
        terms[index])
    }
    return model
  }
}

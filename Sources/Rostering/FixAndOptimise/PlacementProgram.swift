import IntegerProgram

/// Which placements are best together: every freed visit in at most one, every shift with at most one.
///
/// Meetings are charged once for each pair of client and staff member, so the program sees over all days at once what a
/// move of single visits sees one visit at a time.
struct PlacementProgram {
  private let state: SearchState
  private let problem: CompiledProblem
  private let placements: [Placement]
  private var model = Model(.minimize)

  /// A pair of client and staff member in a continuity period.
  private struct Meeting: Hashable, Comparable {
    let client, period, staff: Int32

    static func < (left: Self, right: Self) -> Bool {
      (left.client, left.period, left.staff) < (right.client, right.period, right.staff)
    }
  }

  /// - Parameters:
  ///   - state: A roster in which the visits are free.
  ///   - visits: The freed visits.
  init(_ state: SearchState, _ visits: [Int32], _ placements: [Placement]) {
    self.state = state
    problem = state.problem
    self.placements = placements
    for placement in placements { model.addBinary(objective: Double(placement.cost)) }
    addVisits(visits)
    addShifts()
    addMeetings()
    addNewFaces()
  }

  /// Finds placements whose sum is below a limit; `nil` where none was found.
  ///
  /// - Returns: The placements, and whether the program was solved to its end.
  func best(below limit: Int, _ limits: SolveLimits, until cancellation: Cancellation) -> (
    chosen: [Placement]?, isSolved: Bool
  ) {
    var limits = limits
    limits.cutoff = Double(limit)
    let callbacks = SolveCallbacks(isCancelled: { cancellation.isCancelled })
    guard let outcome = try? model.solve(limits: limits, callbacks: callbacks) else { return (nil, false) }
    let isSolved = outcome.termination == .optimal || outcome.termination == .cutoff
    guard let values = outcome.values else { return (nil, isSolved) }
    return (placements.indices.filter { values[$0] > 0.5 }.map { placements[$0] }, isSolved)
  }

  // MARK: Rows

  private mutating func addVisits(_ visits: [Int32]) {
    var rows: [Int32: [Model.Term]] = [:]
    for (index, placement) in placements.enumerated() {
      for step in placement.steps { rows[problem.slots[step.slot].visit, default: []].append(Model.Term(index, 1)) }
    }
    for visit in visits {
      let left = problem.weights.unassigned * Int(problem.visits[visit].priority)
      let open = model.addBinary(objective: Double(left))
      model.addRow(lower: 1, upper: 1, (rows[visit] ?? []) + [Model.Term(open, 1)])
    }
  }

  private mutating func addShifts() {
    let byShift = Dictionary(grouping: placements.indices) { placements[$0].shift }
    for (_, own) in byShift.sorted(by: { $0.key < $1.key }) {
      model.addRow(upper: 1, own.map { Model.Term($0, 1) })
    }
    let byStaff = Dictionary(grouping: placements.indices) { problem.shifts[placements[$0].shift].staff }
    for (staff, own) in byStaff.sorted(by: { $0.key < $1.key }) where problem.cap[staff] < Int32.max {
      let room = Int(problem.cap[staff] - state.load[staff])
      model.addRow(upper: Double(room), own.map { Model.Term($0, Double(placements[$0].minutes)) })
    }
  }

  /// Placements by what they would make meet and by shift, as far as a rule asks.
  private func placements(
    by key: (CompiledVisit, _ visit: Int32, _ staff: Int32) -> Meeting?
  ) -> [(meeting: Meeting, ofShifts: [[Model.Term]])] {
    var found: [Meeting: [Int32: [Model.Term]]] = [:]
    for (index, placement) in placements.enumerated() {
      let staff = problem.shifts[placement.shift].staff
      var meetings: Set<Meeting> = []
      for step in placement.steps {
        let visit = problem.slots[step.slot].visit
        if let meeting = key(problem.visits[visit], visit, staff) { meetings.insert(meeting) }
      }
      for meeting in meetings {
        found[meeting, default: [:]][placement.shift, default: []].append(Model.Term(index, 1))
      }
    }
    return found.sorted { $0.key < $1.key }.map { meeting, shifts in
      (meeting, shifts.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  /// Staff whom a client does not meet anyhow: one row for each shift, which takes one placement at most.
  private mutating func addMeetings() {
    let faces = placements { row, visit, staff in
      guard row.counts != 0 else { return nil }
      let pair = problem.pair(client: row.client, staff: staff)
      guard state.faces[state.faceIndex(pair, period: state.period[visit])] == 0 else { return nil }
      return Meeting(client: row.client, period: state.period[visit], staff: staff)
    }
    var met: [Int: [Model.Term]] = [:]
    for (meeting, ofShifts) in faces {
      let face = model.addBinary(objective: Double(problem.weights.distinct), priority: 1)
      for terms in ofShifts { model.addRow(upper: 0, terms + [Model.Term(face, -1)]) }
      met[Int(meeting.period) * problem.clientCount + Int(meeting.client), default: []].append(Model.Term(face, 1))
    }
    guard problem.weights.overTarget > 0 else { return }
    for (index, faces) in met.sorted(by: { $0.key < $1.key }) {
      let room = max(0, problem.clients[index % problem.clientCount].target - state.distinct[index])
      let above = model.addVariable(objective: Double(problem.weights.overTarget), integer: true)
      model.addRow(upper: Double(room), faces + [Model.Term(above, -1)])
    }
  }

  private mutating func addNewFaces() {
    guard problem.countsNewFaces else { return }
    let faces = placements { row, _, staff in
      let pair = problem.pair(client: row.client, staff: staff)
      guard state.met[pair] == 0, state.isNewFace(pair, client: row.client) else { return nil }
      return Meeting(client: row.client, period: 0, staff: staff)
    }
    for (_, ofShifts) in faces {
      let face = model.addBinary(objective: Double(problem.weights.newFace), priority: 1)
      for terms in ofShifts { model.addRow(upper: 0, terms + [Model.Term(face, -1)]) }
    }
  }
}

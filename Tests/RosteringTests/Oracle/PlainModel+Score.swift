import IntegerProgram

@testable import Rostering

/// The score's parts, each a variable or a sum that the objective charges.
extension PlainModel {
  mutating func addScore() {
    let weights = problem.weights
    for visit in 0..<problem.visitCount {
      let row = problem.visits[visit]
      let left = weights[.unassigned] * Int(row.priority) * Int(row.need)
      model.objectiveConstant += Double(left)
      charge(assigned[visit], -left)
    }
    for shift in 0..<problem.shiftCount {
      for leg in legs[shift] { charge(leg.variable, weights[.travel] * leg.travel) }
      if problem.shifts[shift].isPool { charge(used[shift], weights[.poolShifts]) }
    }
    addWishes()
    addBalance()
    let visits = Dictionary(grouping: 0..<problem.visitCount) { problem.visits[$0].client.index }
    for client in 0..<problem.clientCount {
      addMeetings(of: client, at: visits[client] ?? [])
      addNewFaces(of: client, at: visits[client] ?? [])
    }
  }

  private mutating func charge(_ variable: Int, _ cost: Int) {
    model.setObjective(ofVariable: variable, to: model.variables[variable].objective + Double(cost))
  }

  private func flags(_ client: Int, _ staff: Int) -> PairFlags {
    problem.pairFlags[problem.pair(client: ClientRow(client), staff: StaffRow(staff))]
  }

  /// notContact and notPreferred.
  private mutating func addWishes() {
    for visit in 0..<problem.visitCount {
      let client = problem.visits[visit].client.index
      let row = problem.clients[client]
      if row.contact.exists { charge(assigned[visit], problem.weights[.notContact]) }
      for service in services[visit] {
        let member = staff(ofShift: service.shift)
        if row.contact == StaffRow(member) { charge(service.variable, -problem.weights[.notContact]) }
        if flags(client, member).contains(.notPreferred) {
          charge(service.variable, problem.weights[.notPreferred])
        }
      }
    }
  }

  /// imbalance.
  private mutating func addBalance() {
    if problem.weights[.imbalance] == 0 { return }
    for member in 0..<problem.staffCount where problem.fairShare[member] < Minutes.max {
      let share = Int(problem.fairShare[member])
      let own = (0..<problem.shiftCount).filter { staff(ofShift: $0) == member }.flatMap { servicesOfShift[$0] }
      let most = own.reduce(0) { $0 + Int(problem.visits[$1.visit].minutes) } - share
      if most <= 0 { continue }
      let above = model.addVariable(
        upper: Double(most), objective: Double(problem.weights[.imbalance]), integer: true)
      model.addRow(
        upper: Double(share),
        own.map { Model.Term($0.variable, Double(problem.visits[$0.visit].minutes)) } + [Model.Term(above, -1)])
    }
  }

  /// distinct and overTarget, in every continuity period.
  private mutating func addMeetings(of client: Int, at visits: [Int]) {
    let known = (0..<problem.staffCount).filter { flags(client, $0).contains(.alreadyCounted) }
    var met: [[Model.Term]] = Array(repeating: [], count: problem.periodCount)
    let counted = visits.filter { problem.visits[$0].counts }
    let periods = counted.map { choosePeriod(of: $0) }
    for member in 0..<problem.staffCount where !known.contains(member) {
      for period in 0..<problem.periodCount {
        var face: Int?
        for (visit, choices) in zip(counted, periods) {
          guard let choice = choices.first(where: { $0.period == period }) else { continue }
          let present = presence(member, at: visit)
          if present.isEmpty { continue }
          let meets = face ?? model.addBinary(objective: Double(problem.weights[.distinct]))
          face = meets
          // A visit whose period is a decision is a meeting of this one only where it starts there.
          let here = choice.variable.map { [Model.Term($0, 1)] } ?? []
          model.addRow(upper: here.isEmpty ? 0 : 1, present + here + [Model.Term(meets, -1)])
        }
        if let face { met[period].append(Model.Term(face, 1)) }
      }
    }
    // History counts in the one period of a short horizon only, so in the first.
    let target = Int(problem.clients[client].target)
    for period in 0..<problem.periodCount {
      let before = period == 0 ? known.count : 0
      model.objectiveConstant += Double(before * problem.weights[.distinct])
      let above = model.addVariable(
        upper: Double(max(0, before + met[period].count - target)), objective: Double(problem.weights[.overTarget]),
        integer: true)
      model.addRow(upper: Double(target - before), met[period] + [Model.Term(above, -1)])
    }
  }

  /// The periods in which a visit may start, each with the variable that says that it does where there are several.
  private mutating func choosePeriod(of visit: Int) -> [(period: Int, variable: Int?)] {
    let row = problem.visits[visit]
    let horizon = problem.instance.horizon
    let last = horizon.period(ofDay: Int(row.latest) / Self.minutesPerDay)
    if Int(row.period) == last { return [(last, nil)] }
    var choices: [(period: Int, variable: Int?)] = []
    for period in Int(row.period)...last {
      let starts = model.addBinary()
      choices.append((period, starts))
      start(of: visit, atLeast: period * horizon.window * Self.minutesPerDay, where: starts)
      start(of: visit, atMost: (period + 1) * horizon.window * Self.minutesPerDay - 1, where: starts)
    }
    let terms = choices.compactMap { $0.variable.map { Model.Term($0, 1) } }
    model.addRow(lower: 0, upper: 0, terms + [Model.Term(assigned[visit], -1)])
    return choices
  }

  private static let minutesPerDay = 1440

  /// newFace, of clients with history.
  private mutating func addNewFaces(of client: Int, at visits: [Int]) {
    guard problem.weights[.newFace] > 0, problem.clients[client].hasHistory else { return }
    for member in 0..<problem.staffCount where !flags(client, member).contains(.inHistory) {
      var face: Int?
      for visit in visits {
        let present = presence(member, at: visit)
        if present.isEmpty { continue }
        let meets = face ?? model.addBinary(objective: Double(problem.weights[.newFace]))
        face = meets
        model.addRow(upper: 0, present + [Model.Term(meets, -1)])
      }
    }
  }
}

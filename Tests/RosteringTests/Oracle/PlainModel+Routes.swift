import IntegerProgram

@testable import Rostering

/// Routes, their times and their breaks.
extension PlainModel {
  /// H4, H5: of a shift with visits one route that leaves the base once and comes back once.
  mutating func addRoute(of shift: Int) {
    let row = problem.shifts[shift]
    let visits = servicesOfShift[shift].map(\.visit)
    for visit in visits {
      addLeg(shift, from: -1, to: visit, travel: problem.minutes(row.base, problem.visits[visit].location, in: row))
      addLeg(shift, from: visit, to: -1, travel: problem.minutes(problem.visits[visit].location, row.base, in: row))
      for next in visits where next != visit {
        addLeg(
          shift, from: visit, to: next,
          travel: problem.minutes(problem.visits[visit].location, problem.visits[next].location, in: row))
      }
    }
    for service in servicesOfShift[shift] {
      let served = [Model.Term(service.variable, -1)]
      model.addRow(lower: 0, upper: 0, legs[shift].filter { $0.to == service.visit }.map(\.term) + served)
      model.addRow(lower: 0, upper: 0, legs[shift].filter { $0.from == service.visit }.map(\.term) + served)
    }
    let isUsed = [Model.Term(used[shift], -1)]
    model.addRow(lower: 0, upper: 0, legs[shift].filter { $0.from == -1 }.map(\.term) + isUsed)
    model.addRow(lower: 0, upper: 0, legs[shift].filter { $0.to == -1 }.map(\.term) + isUsed)
  }

  /// Adds a leg where the windows leave time for it.
  private mutating func addLeg(_ shift: Int, from: Int, to: Int, travel: Minutes) {
    let row = problem.shifts[shift]
    let leaves = from < 0 ? row.start : problem.visits[from].earliest + problem.visits[from].minutes
    let latest = to < 0 ? row.end : problem.visits[to].latest
    guard leaves + travel <= latest else { return }
    legs[shift].append(Leg(from: from, to: to, travel: Int(travel), variable: model.addBinary()))
  }

  /// H3 to H5: what a service and a leg ask of the starts.
  mutating func addTimes(of shift: Int) {
    let row = problem.shifts[shift]
    for service in servicesOfShift[shift] {
      start(of: service.visit, atLeast: Int(row.start), where: service.variable)
      start(of: service.visit, atMost: Int(row.end - problem.visits[service.visit].minutes), where: service.variable)
    }
    for leg in legs[shift] {
      if leg.from < 0 {
        start(of: leg.to, atLeast: Int(row.start) + leg.travel, where: leg.variable)
      } else if leg.to < 0 {
        let latest = Int(row.end - problem.visits[leg.from].minutes) - leg.travel
        start(of: leg.from, atMost: latest, where: leg.variable)
      } else {
        let apart = Int(problem.visits[leg.from].minutes) + leg.travel
        start(of: leg.to, after: leg.from, by: apart, where: leg.variable)
      }
    }
  }

  /// H6: of a shift with visits one gap that holds the break.
  mutating func addBreak(of shift: Int) {
    let row = problem.shifts[shift]
    guard row.breakMinutes > 0 else { return }
    let (minutes, from, to) = (Int(row.breakMinutes), Int(row.breakFrom), Int(row.breakTo))
    var gaps: [Model.Term] = []
    for leg in legs[shift] {
      // The gap [y, z] has z − y ≥ travel + minutes, y ≤ to, and z − minutes ≥ from.
      let leaves = leg.from < 0 ? 0 : Int(problem.visits[leg.from].minutes)
      if leg.from < 0 && Int(row.start) > to { continue }
      if leg.from >= 0 && Int(problem.visits[leg.from].earliest) > to - leaves { continue }
      if leg.to < 0 && Int(row.end) - minutes < from { continue }
      if leg.to >= 0 && Int(problem.visits[leg.to].latest) < from + minutes { continue }
      let holds = model.addBinary()
      model.addRow(upper: 0, [Model.Term(holds, 1), Model.Term(leg.variable, -1)])
      gaps.append(Model.Term(holds, 1))
      if leg.from >= 0 { start(of: leg.from, atMost: to - leaves, where: holds) }
      if leg.to >= 0 { start(of: leg.to, atLeast: from + minutes, where: holds) }
      if leg.from < 0 {
        start(of: leg.to, atLeast: Int(row.start) + leg.travel + minutes, where: holds)
      } else if leg.to < 0 {
        start(of: leg.from, atMost: Int(row.end) - leg.travel - minutes - leaves, where: holds)
      } else {
        start(of: leg.to, after: leg.from, by: leaves + leg.travel + minutes, where: holds)
      }
    }
    model.addRow(lower: 0, upper: 0, gaps + [Model.Term(used[shift], -1)])
  }

  // MARK: Rows that a 0-1 variable switches on

  /// τ(v) ≥ minute where the variable is 1.
  mutating func start(of visit: Int, atLeast minute: Int, where variable: Int) {
    let earliest = Int(problem.visits[visit].earliest)
    guard minute > earliest else { return }
    model.addRow(
      lower: Double(earliest), [Model.Term(start[visit], 1), Model.Term(variable, Double(earliest - minute))])
  }

  /// τ(v) ≤ minute where the variable is 1.
  mutating func start(of visit: Int, atMost minute: Int, where variable: Int) {
    let latest = Int(problem.visits[visit].latest)
    guard minute < latest else { return }
    model.addRow(upper: Double(latest), [Model.Term(start[visit], 1), Model.Term(variable, Double(latest - minute))])
  }

  /// τ(w) ≥ τ(v) + minutes where the variable is 1.
  mutating func start(of visit: Int, after other: Int, by minutes: Int, where variable: Int) {
    let slack = Int(problem.visits[other].latest) + minutes - Int(problem.visits[visit].earliest)
    guard slack > 0 else { return }
    model.addRow(
      lower: Double(minutes - slack),
      [Model.Term(start[visit], 1), Model.Term(start[other], -1), Model.Term(variable, Double(-slack))])
  }
}

extension PlainModel.Leg {
  /// The leg in a sum.
  var term: Model.Term { Model.Term(variable, 1) }
}

import HomeCare
import IntegerProgram

@testable import Rostering

/// The whole problem as one compact integer program, written down as `docs/model.md` states it: who serves what, when it
/// starts, in which order, and in which gap the break lies.
///
/// Rows on times hold where a 0-1 variable says so (*big M*), which makes the linear relaxation weak: a model to check
/// the solvers by on tiny instances, not to plan with. It reads the compiled tables but computes every cost itself.
struct PlainModel {
  /// A way from one stop of a shift to the next; −1 stands for the base.
  struct Leg {
    let from: Int
    let to: Int
    let travel: Int
    /// 1 where the shift's route goes this way.
    let variable: Int
  }

  /// A visit that a shift may serve, and the variable that says whether it does.
  struct Service {
    let visit: Int
    let shift: Int
    let variable: Int
  }

  let problem: CompiledProblem
  var model = Model(.minimize)
  /// a(v) for each visit.
  var assigned: [Int] = []
  /// τ(v) for each visit, in minutes from the horizon's first midnight.
  var start: [Int] = []
  /// 1 for each shift with visits.
  var used: [Int] = []
  /// x(v, k), by visit.
  var services: [[Service]] = []
  /// x(v, k), by shift.
  var servicesOfShift: [[Service]] = []
  /// The ways that each shift's route may go.
  var legs: [[Leg]] = []

  init(_ problem: CompiledProblem) {
    self.problem = problem
    addChoices()
    addTeams()
    addPins()
    for shift in 0..<problem.shiftCount {
      addRoute(of: shift)
      addTimes(of: shift)
      addBreak(of: shift)
    }
    addLinks()
    addCaps()
    addScore()
  }

  /// The best roster of an instance and its proven total; `nil` where GLPK proves none.
  static func best(of instance: Instance, addsCuts: Bool = false) throws -> (roster: Roster, total: Int)? {
    let plain = PlainModel(CompiledProblem(instance))
    let solved = try plain.model.solve(addsCuts: addsCuts)
    guard solved.termination == .optimal, let values = solved.values, let total = solved.objective else { return nil }
    return (plain.roster(at: values), Int(total.rounded()))
  }

  /// The roster that a solution stands for; starts are whole but for rounding.
  private func roster(at values: [Double]) -> Roster {
    let instance = problem.instance
    let origin = instance.horizon.firstMinute
    var roster = Roster(instance: instance.name, assignments: [], unassigned: [], score: Score())
    for visit in 0..<problem.visitCount {
      let id = instance.visits[visit].id
      guard values[assigned[visit]] > 0.5 else {
        roster.unassigned.append(id)
        continue
      }
      let shifts = services[visit].filter { values[$0.variable] > 0.5 }.map { instance.shifts[$0.shift] }
      roster.assignments.append(
        Roster.Assignment(
          visit: id, start: origin.advanced(by: Int(values[start[visit]].rounded())), staff: shifts.map(\.staff),
          shifts: shifts.map(\.id)))
    }
    roster.score = RosterChecker(instance).check(roster).score
    return roster
  }

  /// The shifts that may serve a visit, in ascending order.
  private static func shifts(for visit: Int, in problem: CompiledProblem) -> [Int] {
    let row = problem.visits[visit]
    var shifts: Set<Int> = []
    for slot in row.slots { shifts.formUnion(problem.slots[slot].eligible.map { problem.eligible[$0].index }) }
    return shifts.sorted()
  }

  // MARK: Variables

  private mutating func addChoices() {
    servicesOfShift = Array(repeating: [], count: problem.shiftCount)
    legs = Array(repeating: [], count: problem.shiftCount)
    for visit in 0..<problem.visitCount {
      let row = problem.visits[visit]
      assigned.append(model.addBinary())
      start.append(model.addVariable(lower: Double(row.earliest), upper: Double(row.latest)))
      let own = Self.shifts(for: visit, in: problem).map {
        Service(visit: visit, shift: $0, variable: model.addBinary())
      }
      services.append(own)
      for service in own { servicesOfShift[service.shift].append(service) }
    }
    for _ in 0..<problem.shiftCount { used.append(model.addBinary()) }
  }

  func staff(ofShift shift: Int) -> Int { problem.shifts[shift].staff.index }

  /// The services of a visit by each staff member who may serve it, in ascending order of staff.
  func teams(of visit: Int) -> [(staff: Int, services: [Service])] {
    Dictionary(grouping: services[visit]) { staff(ofShift: $0.shift) }.sorted { $0.key < $1.key }
      .map { (staff: $0.key, services: $0.value) }
  }

  /// The sum that is 1 where a staff member serves a visit.
  func presence(_ staff: Int, at visit: Int, times factor: Double = 1) -> [Model.Term] {
    services[visit].filter { self.staff(ofShift: $0.shift) == staff }.map { Model.Term($0.variable, factor) }
  }

  // MARK: H1 staffing, H9 pins

  private mutating func addTeams() {
    for visit in 0..<problem.visitCount {
      let need = Double(problem.visits[visit].need)
      let places = services[visit].map { Model.Term($0.variable, 1) }
      model.addRow(lower: 0, upper: 0, places + [Model.Term(assigned[visit], -need)])
      for team in teams(of: visit) where team.services.count > 1 {
        model.addRow(upper: 1, team.services.map { Model.Term($0.variable, 1) })
      }
    }
  }

  /// Pinned starts need no row: they have narrowed the window.
  private mutating func addPins() {
    for slot in problem.slotRows where problem.slots[slot].pinned.exists {
      let visit = problem.slots[slot].visit.index
      let pinned = presence(problem.slots[slot].pinned.index, at: visit)
      model.addRow(lower: 0, upper: 0, pinned + [Model.Term(assigned[visit], -1)])
    }
  }

  // MARK: H10 links, H11 hours

  private mutating func addLinks() {
    let rows = Dictionary(uniqueKeysWithValues: problem.instance.visits.enumerated().map { ($1.id, $0) })
    for link in problem.instance.links {
      guard let first = rows[link.first], let second = rows[link.second] else { continue }
      addGap(link, first, second)
      let people = Set(services[first].map { staff(ofShift: $0.shift) })
        .union(services[second].map { staff(ofShift: $0.shift) })
      for member in people.sorted() where link.staff != .any {
        if link.staff == .different {
          model.addRow(upper: 1, presence(member, at: first) + presence(member, at: second))
          continue
        }
        let both = [Model.Term(assigned[first], 1), Model.Term(assigned[second], 1)]
        model.addRow(upper: 2, presence(member, at: first) + presence(member, at: second, times: -1) + both)
        model.addRow(upper: 2, presence(member, at: second) + presence(member, at: first, times: -1) + both)
      }
    }
  }

  private mutating func addGap(_ link: Link, _ first: Int, _ second: Int) {
    let (a, b) = (problem.visits[first], problem.visits[second])
    let difference = [Model.Term(start[second], 1), Model.Term(start[first], -1)]
    func both(_ factor: Int) -> [Model.Term] {
      [Model.Term(assigned[first], Double(factor)), Model.Term(assigned[second], Double(factor))]
    }
    if let least = link.minGap {
      let slack = least - Int(b.earliest - a.latest)
      if slack > 0 { model.addRow(lower: Double(least - 2 * slack), difference + both(-slack)) }
    }
    if let most = link.maxGap {
      let slack = Int(b.latest - a.earliest) - most
      if slack > 0 { model.addRow(upper: Double(most + 2 * slack), difference + both(slack)) }
    }
  }

  private mutating func addCaps() {
    for member in 0..<problem.staffCount where problem.cap[member] < Minutes.max {
      var terms: [Model.Term] = []
      for shift in 0..<problem.shiftCount where staff(ofShift: shift) == member {
        terms += servicesOfShift[shift].map { Model.Term($0.variable, Double(problem.visits[$0.visit].minutes)) }
        terms += legs[shift].map { Model.Term($0.variable, Double($0.travel)) }
      }
      model.addRow(upper: Double(problem.cap[member]), terms)
    }
  }
}

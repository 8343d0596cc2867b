/// A part of a list of changes carried out on a roster.
public struct PartOfChanges: Sendable {
  /// What does not go without what.
  public struct Dependence: Hashable, Sendable {
    /// The accepted visits that need another change; empty where only all of them together do, or where the roster does not
    /// stand without it anyhow.
    public var visits: [VisitID]
    /// The visit whose change has to come along.
    public var needed: VisitID
    /// What is broken where it does not.
    public var broken: Violation
  }

  /// The roster with the accepted changes and those taken along, with its score; `nil` where changes are needed that nobody
  /// has accepted.
  public let roster: Roster?
  /// What does not go without what; empty where the accepted changes can stand alone.
  public let dependences: [Dependence]
  /// The visits whose changes are carried out, in the order of the list.
  public let carriedOut: [VisitID]
  /// Visits that stand nowhere, since they lose their place and the change that gives them another is not accepted.
  public let left: [VisitID]

  /// Carries out a part of a list.
  ///
  /// - Parameters:
  ///   - roster: The roster from which the list leads.
  ///   - instance: The instance that the new roster answers.
  ///   - accepted: The visits whose changes are accepted; all where `nil`.
  ///   - takesAlong: Whether changes that the accepted ones need are carried out too.
  /// - Throws: `InvalidChanges` where the list does not lead from this roster to one of this instance.
  public init(
    of list: ChangeList, on roster: Roster, of instance: Instance, accepting accepted: Set<VisitID>? = nil,
    takesAlong: Bool = false
  ) throws(InvalidChanges) {
    let problems = list.problems(on: roster, instance, accepted)
    if !problems.isEmpty { throw InvalidChanges(problems: problems) }
    let trial = PartTrial(list, roster, instance)
    let all = list.rows.indices.filter { trial.isForced($0) || accepted?.contains(list.rows[$0].visit) ?? true }
    let wanted = Set(all)
    let broken = trial.broken(by: wanted)
    let whole = broken.isEmpty ? wanted : trial.leastSound(above: wanted)
    let needed = whole.subtracting(wanted).sorted()
    dependences = needed.map { trial.dependence(on: $0, whole, wanted, broken) }
    if !needed.isEmpty && !takesAlong {
      (self.roster, carriedOut, left) = (nil, [], [])
      return
    }
    carriedOut = whole.sorted().map { list.rows[$0].visit }
    let (result, open) = trial.finished(whole)
    (self.roster, left) = (result, open)
  }
}

extension ChangeList {
  /// A problem of a row of the list.
  package static func problem(
    _ column: String, ofRow row: Int, _ found: String, _ expected: String
  ) -> InstanceProblem {
    InstanceProblem(cell: Cell(table: "changes", row: row, column: column), found: found, expected: expected)
  }

  /// What keeps the list from being carried out on a roster, so that it answers an instance.
  fileprivate func problems(
    on roster: Roster, _ instance: Instance, _ accepted: Set<VisitID>?
  ) -> [InstanceProblem] {
    let places = roster.places
    let visits = Set(instance.visits.map(\.id))
    let owners = Dictionary(instance.shifts.map { ($0.id, $0.staff) }, uniquingKeysWith: { first, _ in first })
    var problems: [InstanceProblem] = []
    for (number, row) in rows.enumerated() {
      let found = places[row.visit] ?? .absent
      if !found.isSame(as: row.before) && !(row.before == .absent && found == .unassigned) {
        problems.append(Self.problem("from", ofRow: number, row.before.words, "what the roster has, \(found.words)"))
      }
      if row.after != .absent && !visits.contains(row.visit) {
        problems.append(
          Self.problem(
            "visit", ofRow: number, "\"\(row.visit)\"", "a visit of the instance that the new roster answers"))
      }
      guard let after = row.after.assignment else { continue }
      for (staff, shift) in zip(after.staff, after.shifts) where owners[shift] != staff {
        problems.append(
          Self.problem(
            "toShifts", ofRow: number, "\"\(shift)\"", "a shift of \(staff) in the instance that the new roster answers"
          ))
      }
    }
    let known = Set(rows.map(\.visit))
    for visit in (accepted ?? []).subtracting(known).sorted() {
      problems.append(
        Self.problem("visit", ofRow: 0, "no row of \"\(visit)\", which is accepted", "visits of the list"))
    }
    return problems
  }
}

extension RosterChange.Place {
  /// What a roster does with a visit, in a few words.
  fileprivate var words: String {
    switch self {
    case .served(let assignment):
      "served by \(assignment.staff.map(\.rawValue).joined(separator: ", ")) at \(assignment.start)"
    case .unassigned: "unassigned"
    case .absent: "absent"
    }
  }
}

/// Tries parts of a list of changes.
private struct PartTrial {
  private let list: ChangeList
  private let base: Roster
  private let order: [VisitID]
  private let known: Set<VisitID>
  private let checker: RosterChecker
  /// What the roster breaks with the whole list.
  private let tolerated: [Violation]

  init(_ list: ChangeList, _ roster: Roster, _ instance: Instance) {
    self.list = list
    order = instance.visits.map(\.id)
    known = Set(order)
    checker = RosterChecker(instance)
    var base = roster.settled(in: instance)
    base.instance = instance.name
    self.base = base
    tolerated = Self.rules(checker.check(Self.roster(base, list, Set(list.rows.indices), order)))
  }

  /// Whether a row is no choice: the visit is in the instance no more, or only the shift is called otherwise.
  func isForced(_ row: Int) -> Bool {
    let change = list.rows[row]
    return change.after == .absent || change.before == .absent && change.after == .unassigned
      || change.extent == .shiftAlone
  }

  private static func rules(_ check: RosterCheck) -> [Violation] { check.violations.filter { $0.rule.isOfPlan } }

  /// The roster with some rows carried out; visits whose change makes them lose their place stand nowhere without it.
  private static func roster(_ base: Roster, _ list: ChangeList, _ rows: Set<Int>, _ order: [VisitID]) -> Roster {
    var changes: [RosterChange] = []
    for (number, row) in list.rows.enumerated() {
      var row = row
      if !rows.contains(number) {
        if !row.losesItsPlace { continue }
        row.after = .unassigned
      }
      changes.append(row)
    }
    var result = base.applying(changes, order: order)
    let placed = Set(result.assignments.map(\.visit))
    result.unassigned = order.filter { !placed.contains($0) }
    return result
  }

  /// What some rows break beyond what the whole list does.
  func broken(by rows: Set<Int>) -> [Violation] { broken(Self.roster(base, list, rows, order)) }

  private func broken(_ roster: Roster) -> [Violation] {
    Self.rules(checker.check(roster)).beyond(tolerated)
  }

  /// The rows given and as few others as make the roster sound: none of the others can be left out.
  func leastSound(above wanted: Set<Int>) -> Set<Int> {
    var rows = Set(list.rows.indices)
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for row in rows.subtracting(wanted).sorted().reversed() where broken(by: rows.subtracting([row])).isEmpty {
        rows.remove(row)
        isSmaller = true
      }
    }
    return rows
  }

  /// Why a row has to come along.
  func dependence(
    on row: Int, _ whole: Set<Int>, _ wanted: Set<Int>, _ broken: [Violation]
  ) -> PartOfChanges.Dependence {
    let without = whole.subtracting([row])
    let found = self.broken(by: without)
    let needing = wanted.sorted().filter { other in
      !isForced(other) && concerns(row, other) && self.broken(by: without.subtracting([other])).isEmpty
    }
    return PartOfChanges.Dependence(
      visits: needing.map { list.rows[$0].visit }, needed: list.rows[row].visit, broken: found.first ?? broken[0])
  }

  private func concerns(_ row: Int, _ other: Int) -> Bool {
    func staff(_ change: RosterChange) -> Set<StaffID> {
      Set((change.before.assignment?.staff ?? []) + (change.after.assignment?.staff ?? []))
    }
    let (first, second) = (list.rows[row], list.rows[other])
    return first.client == second.client || !staff(first).isDisjoint(with: staff(second))
  }

  /// The roster with some rows, scored; visits that could still stand where they stood do.
  func finished(_ rows: Set<Int>) -> (Roster, left: [VisitID]) {
    var roster = Self.roster(base, list, rows, order)
    var left: [VisitID] = []
    let places = base.places
    for (number, row) in list.rows.enumerated()
    where !rows.contains(number) && row.losesItsPlace && known.contains(row.visit) {
      guard let home = places[row.visit], home.assignment != nil else {
        left.append(row.visit)
        continue
      }
      var change = row
      change.after = home
      let tried = roster.applying([change], order: order)
      if broken(tried).isEmpty { roster = tried } else { left.append(row.visit) }
    }
    roster.series = checker.usualTimes(of: roster)
    roster.score = checker.check(roster).score
    roster.solve = SolveSummary(solver: "apply", status: .feasible, seed: 0)
    return (roster, left)
  }
}

extension RosterChange {
  /// Whether the visit cannot count on standing where it stood: what has happened concerns it, and not others' sake.
  fileprivate var losesItsPlace: Bool {
    switch reason {
    case .absent, .cancelled, .away, .added, .moved, .lengthened, .movedAndLengthened, .displaced, .handedOver: true
    case .makesRoom, .uncovered, .improvement, nil: false
    }
  }
}

/// An instance after changes, and what they mean for a roster made before.
public struct ChangedInstance: Sendable {
  /// The instance as it was: without the visits that the roster does not know, which have come since.
  public let old: Instance
  /// The instance as it is now, under the same name.
  public let instance: Instance
  /// Why visits are others than they were, by visit.
  public let causes: [VisitID: RosterChange.Reason]
  /// Staff with an absence.
  public let absent: Set<StaffID>
  /// Shifts that somebody else works now, and who worked them.
  public let takenOver: [ShiftID: StaffID]
  /// The shifts in which somebody else goes on with what others had begun, by the shifts begun.
  public let continued: [ShiftID: ShiftID]
  /// Visits that had started, and keep their staff and start.
  public let started: Set<VisitID>
  /// What else a reader should know, such as a pin lifted because the pinned staff member is absent.
  public let notes: [String]

  /// Carries out changes on an instance with a roster.
  ///
  /// - Parameter now: Visits of the roster that start before it have started, and stay as they are.
  /// - Throws: `InvalidChanges` with every problem found.
  public init(
    _ instance: Instance, _ roster: Roster, _ changes: Changes, now: LocalDateTime? = nil
  ) throws(InvalidChanges) {
    let known = Set(roster.assignments.map(\.visit)).union(roster.unassigned)
    let new = instance.visits.map(\.id).filter { !known.contains($0) }
    var maker = ChangeMaker(instance, roster, new: new, now: now)
    maker.check(changes)
    if !maker.problems.isEmpty { throw InvalidChanges(problems: maker.problems) }
    maker.carryOut(changes)
    old = new.isEmpty ? instance : instance.without(Set(new))
    self.instance = try maker.validated()
    causes = maker.causes
    absent = Set(changes.absences.map(\.staff))
    takenOver = maker.takenOver
    continued = maker.continued
    started = maker.started
    let gone = known.subtracting(instance.visits.map(\.id)).sorted()
    notes =
      Self.note(new, "visit that the roster does not know is new", "visits that the roster does not know are new")
      + Self.note(
        gone, "visit of the roster is not in the instance and is left out",
        "visits of the roster are not in the instance and are left out")
      + Self.note(strangeShifts: roster, instance) + maker.notes
  }

  /// Tells of shifts that only the roster has, as where the instance was made anew from files that do not know of changes.
  private static func note(strangeShifts roster: Roster, _ instance: Instance) -> [String] {
    let strange = Set(roster.assignments.flatMap(\.shifts)).subtracting(instance.shifts.map(\.id)).sorted()
    if strange.isEmpty { return [] }
    return [
      "\(strange.count) \(strange.count == 1 ? "shift" : "shifts") of the roster "
        + "\(strange.count == 1 ? "is" : "are") not in the instance: \(few(strange)); an instance expanded anew lacks what "
        + "was changed since, absences too: go on from the one that repair --instance-out wrote, and write what is new by "
        + "expand --clients and --as-changes"
    ]
  }

  private static func few(_ ids: [some CustomStringConvertible]) -> String {
    (ids.prefix(5).map(\.description) + (ids.count > 5 ? ["and \(ids.count - 5) more"] : [])).joined(separator: ", ")
  }

  /// Tells of visits that only one of instance and roster has.
  private static func note(_ visits: [VisitID], _ one: String, _ several: String) -> [String] {
    if visits.isEmpty { return [] }
    return ["\(visits.count) \(visits.count == 1 ? one : several): \(few(visits))"]
  }
}

extension Instance {
  /// The instance without some visits and all that belongs to them.
  fileprivate func without(_ visits: Set<VisitID>) -> Instance {
    var draft = tables
    draft.visits.removeAll { visits.contains($0.id) }
    draft.links.removeAll { visits.contains($0.first) || visits.contains($0.second) }
    draft.alternatives.removeAll { visits.contains($0.visit) }
    draft.exceptions.removeAll { exception in
      [exception.visit, exception.second].contains { $0.map(visits.contains) ?? false }
    }
    return (try? Instance(validating: draft)) ?? self
  }
}

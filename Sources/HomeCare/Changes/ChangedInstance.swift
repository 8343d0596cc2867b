/// An instance after changes, and what they mean for a roster made before.
public struct ChangedInstance: Sendable {
  /// The instance as it was.
  public let old: Instance
  /// The instance as it is now, under the same name.
  public let instance: Instance
  /// Why visits are others than they were, by visit.
  public let causes: [VisitID: RosterChange.Reason]
  /// Staff with an absence.
  public let absent: Set<StaffID>
  /// Shifts that somebody else works now, and who worked them.
  public let takenOver: [ShiftID: StaffID]
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
    var maker = ChangeMaker(instance, roster, now: now)
    maker.check(changes)
    if !maker.problems.isEmpty { throw InvalidChanges(problems: maker.problems) }
    maker.carryOut(changes)
    old = instance
    self.instance = try maker.validated()
    causes = maker.causes
    absent = Set(changes.absences.map(\.staff))
    takenOver = maker.takenOver
    started = maker.started
    notes = maker.notes
  }
}

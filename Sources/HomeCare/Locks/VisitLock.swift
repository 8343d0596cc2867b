/// What is held of one visit whatever else is planned: its staff, its start, or both.
public struct VisitLock: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// Staff who serve it; where there are fewer than it needs, others may join them.
  public var staff: [StaffID]
  /// When it starts; any start where absent.
  public var start: LocalDateTime?

  /// A lock on a visit.
  public init(visit: VisitID, staff: [StaffID] = [], start: LocalDateTime? = nil) {
    self.visit = visit
    self.staff = staff
    self.start = start
  }
}

extension VisitLock: CustomStringConvertible {
  /// The lock as `V1: S1 at 2026-03-02T08:00`.
  public var description: String {
    let held = [staff.map(\.rawValue).joined(separator: ", "), start.map { "at \($0)" } ?? ""]
    return "\(visit): " + held.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Which visits of a roster are to stay as they are, and in what.
public struct LockSelection: Hashable, Sendable {
  /// Which visits.
  public enum Subject: Hashable, Sendable {
    /// One visit.
    case visit(VisitID)
    /// All visits of a client.
    case client(ClientID)
    /// All visits that a staff member serves.
    case staff(StaffID)
    /// All visits that start on a day.
    case day(LocalDate)
    /// All visits that start on the horizon's first days.
    case firstDays(Int)
    /// All visits.
    case all
  }

  /// What of them stays.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// Who serves them.
    case staff
    /// When they start.
    case start
    /// Who serves them and when.
    case both
  }

  /// Which visits.
  public var subject: Subject
  /// What of them stays.
  public var part: Part

  /// A selection of visits and what of them stays.
  public init(_ subject: Subject, _ part: Part = .both) {
    self.subject = subject
    self.part = part
  }

  /// The locks that hold the selected visits of a roster; visits it leaves unassigned are not held.
  ///
  /// Of a double visit that a lock selects by a staff member, that staff member alone is held.
  public func locks(from roster: Roster, of instance: Instance) -> [VisitLock] {
    let clients = Dictionary(instance.visits.map { ($0.id, $0.client) }, uniquingKeysWith: { $1 })
    return roster.assignments.filter { selects($0, client: clients[$0.visit], instance.horizon) }.map { assignment in
      var staff = assignment.staff
      if case .staff(let member) = subject { staff = [member] }
      return VisitLock(
        visit: assignment.visit, staff: part == .start ? [] : staff, start: part == .staff ? nil : assignment.start)
    }
  }

  private func selects(_ assignment: Roster.Assignment, client: ClientID?, _ horizon: Horizon) -> Bool {
    switch subject {
    case .visit(let visit): assignment.visit == visit
    case .client(let id): client == id
    case .staff(let member): assignment.staff.contains(member)
    case .day(let date): assignment.start.date == date
    case .firstDays(let days): assignment.start < horizon.start.advanced(by: days).midnight
    case .all: true
    }
  }
}

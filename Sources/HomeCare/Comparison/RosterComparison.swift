/// What is different between two rosters: visits, whom clients meet, hours of staff, and the score.
public struct RosterComparison: Sendable {
  /// Whom one client meets in the one roster and not in the other.
  public struct ClientDifference: Hashable, Sendable {
    /// The client.
    public var client: ClientID
    /// Distinct staff before, over the horizon's periods; history of the period counts.
    public var before: Int
    /// Distinct staff afterwards.
    public var after: Int
    /// What the client should at most meet in a period.
    public var target: Int
    /// Staff on the client's visits whom the first roster does not send.
    public var gained: [StaffID]
    /// Staff on the client's visits whom the second roster does not send.
    public var lost: [StaffID]
  }

  /// The hours of one staff member.
  public struct StaffDifference: Hashable, Sendable {
    /// The work before.
    public var before: StaffWorkload
    /// The work afterwards.
    public var after: StaffWorkload
  }

  /// Every visit with which the two deal otherwise, in the order of the instance.
  public var list: ChangeList
  /// Clients whose visits are served by other staff.
  public var clients: [ClientDifference]
  /// Staff whose minutes or visits are others.
  public var staff: [StaffDifference]
  /// The scores, as the checker finds them.
  public var scores: (before: Score, after: Score)
  /// Clients and periods above their target.
  public var aboveTarget: (before: Int, after: Int)

  /// Compares two rosters.
  ///
  /// - Parameters:
  ///   - instance: The instance that the first answers.
  ///   - changed: The instance that the second answers, where it is another one.
  public init(_ first: Roster, _ second: Roster, of instance: Instance, changed: Instance? = nil) {
    let later = changed ?? instance
    let known = Set(instance.visits.map(\.id))
    let visits = instance.visits + later.visits.filter { !known.contains($0.id) }
    list = ChangeList(from: first, of: instance, to: second, of: later)
    let checks = (before: RosterChecker(instance).check(first), after: RosterChecker(later).check(second))
    scores = (checks.before.score, checks.after.score)
    clients = Self.clients(first, second, instance, later, visits, checks)
    func above(_ check: RosterCheck, _ instance: Instance) -> Int {
      let targets = Dictionary(instance.clients.map { ($0.id, $0.targetStaff) }, uniquingKeysWith: { $1 })
      return check.meetings.count { $0.distinct > targets[$0.client] ?? Int.max }
    }
    aboveTarget = (above(checks.before, instance), above(checks.after, later))
    let after = Dictionary(
      StaffWorkload.all(of: second, later).map { ($0.staff, $0) }, uniquingKeysWith: { $1 })
    staff = StaffWorkload.all(of: first, instance).compactMap { before in
      let after = after[before.staff] ?? StaffWorkload(staff: before.staff)
      return before == after ? nil : StaffDifference(before: before, after: after)
    }
  }

  /// Visits of which people notice that staff, start or state is another.
  public var changes: [RosterChange] { list.changes }

  private static func clients(
    _ first: Roster, _ second: Roster, _ instance: Instance, _ later: Instance, _ visits: [Visit],
    _ checks: (before: RosterCheck, after: RosterCheck)
  ) -> [ClientDifference] {
    let clientOf = Dictionary(visits.map { ($0.id, $0.client) }, uniquingKeysWith: { $1 })
    func staff(_ roster: Roster) -> [ClientID: Set<StaffID>] {
      roster.assignments.reduce(into: [:]) { met, assignment in
        if let client = clientOf[assignment.visit] { met[client, default: []].formUnion(assignment.staff) }
      }
    }
    func distinct(_ check: RosterCheck) -> [ClientID: Int] {
      check.meetings.reduce(into: [:]) { $0[$1.client, default: 0] += $1.distinct }
    }
    let (met, meets) = (staff(first), staff(second))
    let (before, after) = (distinct(checks.before), distinct(checks.after))
    return later.clients.compactMap { client in
      let (old, new) = (met[client.id] ?? [], meets[client.id] ?? [])
      if old == new { return nil }
      return ClientDifference(
        client: client.id, before: before[client.id] ?? 0, after: after[client.id] ?? 0, target: client.targetStaff,
        gained: new.subtracting(old).sorted(), lost: old.subtracting(new).sorted())
    }
  }
}

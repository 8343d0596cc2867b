/// What becomes of one visit between two rosters, and why.
public struct RosterChange: Hashable, Sendable {
  /// How a roster deals with a visit.
  public enum Place: Hashable, Sendable {
    /// The roster serves it.
    case served(Roster.Assignment)
    /// The roster leaves it unassigned.
    case unassigned
    /// The roster does not know it: not yet added, or cancelled.
    case absent

    /// The assignment, where the visit is served.
    public var assignment: Roster.Assignment? {
      if case .served(let assignment) = self { assignment } else { nil }
    }
  }

  /// Why a visit changes.
  public enum Reason: Hashable, Sendable {
    /// A staff member who served it is absent.
    case absent(StaffID)
    /// It is no longer wanted.
    case cancelled
    /// The client is away.
    case away
    /// It is new.
    case added
    /// Its window is another.
    case moved
    /// Its length is another.
    case lengthened
    /// Its window and its length are others.
    case movedAndLengthened
    /// What has happened leaves it no place where it stood.
    case displaced
    /// It makes room for another visit.
    case makesRoom(VisitID)
    /// The old roster left it unassigned.
    case uncovered
    /// So that the client, or another, meets fewer new faces or travel is less.
    case improvement
    /// Somebody is asked to take it.
    case handedOver
  }

  /// The visit.
  public var visit: VisitID
  /// Who is visited.
  public var client: ClientID
  /// What the old roster does with it.
  public var before: Place
  /// What the new roster does with it.
  public var after: Place
  /// Why, where whoever made the change knows.
  public var reason: Reason?
  /// Minutes by which the start may differ before anybody minds.
  public var tolerance: Int

  /// What becomes of one visit.
  public init(
    visit: VisitID, client: ClientID, before: Place, after: Place, reason: Reason? = nil, tolerance: Int = 0
  ) {
    self.visit = visit
    self.client = client
    self.before = before
    self.after = after
    self.reason = reason
    self.tolerance = tolerance
  }

  /// How much of a change it is to those whom it concerns.
  public enum Extent: Hashable, Sendable {
    /// Other staff, a start that differs by more than the tolerance, or a visit that is served only before or only
    /// afterwards.
    case change
    /// The same staff at a start within the tolerance.
    case slight
    /// The same staff at the same start, in a shift of another id.
    case shiftAlone
  }

  /// How much of a change it is.
  public var extent: Extent {
    guard let old = before.assignment, let new = after.assignment, !changesStaff else { return .change }
    let minutes = abs(new.start.minutes(since: old.start))
    return minutes == 0 ? .shiftAlone : minutes <= tolerance ? .slight : .change
  }

  /// Whether other staff serve the visit afterwards.
  public var changesStaff: Bool {
    Set(before.assignment?.staff ?? []) != Set(after.assignment?.staff ?? [])
  }
}

extension Roster {
  /// The roster with a list of changes carried out; its score and solve summary are those of the new roster only once
  /// set anew.
  ///
  /// - Parameter order: The visits in the order in which the new roster lists them, such as the instance's.
  public func applying(_ changes: [RosterChange], order: [VisitID]) -> Roster {
    var places = places
    for change in changes { places[change.visit] = change.after }
    var result = self
    result.assignments = order.compactMap { places[$0]?.assignment }
    result.unassigned = order.filter { places[$0] == .unassigned }
    result.solve = nil
    return result
  }

  /// What a roster does with each visit, by visit.
  public var places: [VisitID: RosterChange.Place] {
    var places: [VisitID: RosterChange.Place] = [:]
    for assignment in assignments { places[assignment.visit] = .served(assignment) }
    for visit in unassigned { places[visit] = .unassigned }
    return places
  }
}

extension RosterChange.Place {
  /// Whether the two are the same but for the order in which the staff of the visit are listed.
  public func isSame(as other: RosterChange.Place) -> Bool {
    guard let left = assignment, let right = other.assignment else { return self == other }
    return Self.canonical(left) == Self.canonical(right)
  }

  /// An assignment with its staff in the order of their ids.
  private static func canonical(_ assignment: Roster.Assignment) -> Roster.Assignment {
    let pairs = zip(assignment.staff, assignment.shifts).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var result = assignment
    result.staff = pairs.map(\.0)
    result.shifts = pairs.map(\.1)
    return result
  }
}

import HomeCare

/// What it would take for one staff member to serve a visit.
public struct Suggestion: Sendable {
  /// How readily the staff member could take the visit, best first.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Has met the client and is free.
    case known
    /// Has not met the client and is free.
    case newFace
    /// Could take it if one other visit moves.
    case ifMoved
    /// Could take it if a person allows what the suggestion's exceptions say.
    case withException
    /// Cannot: a rule stands in the way, or more than one visit would have to move.
    case blocked
  }

  /// Who could take the visit.
  public var staff: StaffID
  /// How readily.
  public var kind: Kind
  /// Whether the staff member serves the visit now.
  public var servesNow: Bool
  /// Other visits of the client that the staff member serves in the roster.
  public var otherVisits: Int
  /// Whether the client's history knows the staff member.
  public var isInHistory: Bool
  /// Distinct staff whom the client meets in the visit's continuity period, now and then.
  public var facesBefore: Int
  /// Distinct staff afterwards; as before where blocked.
  public var facesAfter: Int
  /// How the roster's score would change, part by part; travel in minutes among them. Zero where blocked.
  public var change: Score
  /// The visit's own change and that of the visit that has to move; empty where blocked or nothing changes.
  public var changes: [RosterChange]
  /// The visit as it would be served; none where blocked.
  public var assignment: Roster.Assignment?
  /// Why not; only where blocked.
  public var obstacle: Obstacle?
  /// What a person would have to allow, the smallest that suffices, with reasons left to be filled in; only of the kind
  /// `withException`.
  public var exceptions: [RuleException] = []
  /// Minutes that the exceptions come to; a missing skill and a break left out count as so many of their own.
  public var exceptionMinutes = 0
  /// Minutes from the usual time of the visit's series to the start, negative where it is sooner; none where the visit
  /// has no series or is blocked.
  public var minutesFromUsual: Int?
}

/// Who could take a visit: every staff member, best first.
public struct Suggestions: Sendable {
  /// The visit.
  public var visit: VisitID
  /// Who is visited.
  public var client: ClientID
  /// What the client should at most meet.
  public var target: Int
  /// What the roster does with the visit now.
  public var now: RosterChange.Place
  /// The staff member of the visit who would be replaced; none where the visit is unassigned.
  public var replacing: StaffID?
  /// Every staff member once.
  public var options: [Suggestion]
  /// What the roster breaks as it stands.
  public var broken: BrokenRules
}

/// Thrown where a question about a visit cannot be answered as it was put.
public enum VisitQuestionError: Error, Sendable, CustomStringConvertible {
  /// The instance has no such visit.
  case unknownVisit(VisitID)
  /// The staff member to be replaced does not serve the visit.
  case notServing(StaffID, VisitID)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .unknownVisit(let visit): "the instance has no visit \(visit); name one of its visits"
    case .notServing(let staff, let visit): "\(staff) does not serve \(visit); name one of those who do"
    }
  }
}

/// What a checker found in a roster.
public struct RosterCheck: Hashable, Sendable {
  /// How many distinct staff one client meets in one continuity period.
  public struct Meetings: Hashable, Sendable {
    /// The client.
    public var client: ClientID
    /// The continuity period, 0 = first.
    public var period: Int
    /// Distinct staff met, at least 1.
    public var distinct: Int
  }

  /// Every broken rule; empty where the roster is valid.
  public var violations: [Violation]
  /// The score as recomputed.
  ///
  /// Where rules are broken it counts what can be counted: every visit with an assignment as assigned, everyone named
  /// on it as met, and routes of the assignments whose staff and shift exist and belong together.
  public var score: Score
  /// Clients and periods in which the client meets anyone, in the order of the instance's clients.
  public var meetings: [Meetings]

  /// What the instance's exceptions allow, and whether the roster needs it, in the order of the instance.
  public var exceptions: [ExceptionUse] = []

  /// Whether no rule is broken.
  public var isValid: Bool { violations.isEmpty }
}

import HomeCare

/// The fewest distinct staff whom a client can meet in a continuity period, were there no other client.
///
/// Respects shifts, base legs, skills, blocked pairs, windows, pins, double staffing and links between the client's
/// own visits. Staff in history of the period count, as they do in the score. No roster that serves all the client's
/// visits has fewer.
public struct ContinuityFloor: Sendable, Hashable {
  /// The client.
  public var client: ClientID
  /// The continuity period, 0 for the first.
  public var period: Int
  /// The fewest distinct staff.
  public var staff: Int
  /// How many of them history of the period counts already, whoever serves.
  public var alreadyMet: Int
  /// Whether so few suffice; otherwise the search was cut short and `staff` is a bound.
  public var isExact: Bool
  /// Visits that alone force the floor, as few as leaving out one after another gets; empty where history alone makes it.
  public var witness: [VisitID]
}

extension ContinuityFloor {
  /// The continuity floor of every client and period, in the order of the instance's clients.
  ///
  /// Visits that nobody can serve force nothing. With `witnesses` false the visits that force a floor are not sought.
  public static func all(of instance: Instance, witnesses: Bool = true) -> [ContinuityFloor] {
    FloorFinder(CompiledProblem(instance)).floors(witnesses: witnesses)
  }
}

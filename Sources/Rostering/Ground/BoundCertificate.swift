import HomeCare

/// What a program that shares nothing with the bound needs to confirm it: prices of who serves what in which shift, and
/// what plans and routes cost at least at them.
///
/// A bound on the total: what visits cost that no roster assigns, and what the clients' cheapest plans and the shifts'
/// cheapest routes cost at the prices, in which plans pay for their services and routes are paid for them. It is true at
/// any prices not below 0, so whoever works out the minima anew need not know where prices come from. Costs are whole
/// parts of a point.
public struct BoundCertificate: Sendable, Hashable {
  /// A visit that no roster assigns, or two of which none assigns both.
  public struct Exclusion: Sendable, Hashable {
    /// The visit or the two.
    public var visits: [VisitID]
    /// Its part of `score.unassigned`; what several exclusions say of one visit is no more than leaving it.
    public var left: Int
  }

  /// What a staff member's part in a visit pays for a shift.
  public struct Price: Sendable, Hashable {
    /// The visit.
    public var visit: VisitID
    /// The shift.
    public var shift: ShiftID
    /// Parts of a point, above 0.
    public var price: Int
  }

  /// What no plan of a client costs less than in a continuity period.
  public struct PlanWorth: Sendable, Hashable {
    /// The client.
    public var client: ClientID
    /// The continuity period, from 0; absent for a visit whose staff do not count, or could count in either of two.
    public var period: Int?
    /// That visit.
    public var visit: VisitID?
    /// Parts of a point.
    public var worth: Int
  }

  /// What no route of a shift costs less than.
  public struct RouteWorth: Sendable, Hashable {
    /// The shift.
    public var shift: ShiftID
    /// Parts of a point, at most 0, which staying at home costs.
    public var worth: Int
  }

  /// The bound on the total, in points.
  public var bound: Int
  /// How many parts a point has.
  public var unit: Int
  /// What no roster assigns.
  public var exclusions: [Exclusion]
  /// Those above 0; all others are 0.
  public var prices: [Price]
  /// Of every client and period that asks for anything.
  public var plans: [PlanWorth]
  /// Those below 0; all others are 0.
  public var routes: [RouteWorth]
}

/// The figures of one client over one period, kept as the whole numbers that every index is made of.
///
/// A meeting is one staff member at one visit, so a double-staffed visit is two meetings. Undefined figures are `nil`.
public struct ContinuityFigures: Hashable, Sendable {
  /// Visits; staff who come together are on one.
  public var visits = 0
  /// Meetings (N).
  public var meetings = 0
  /// Distinct staff (M).
  public var distinct = 0
  /// Meetings with the staff member met most often.
  public var mostMet = 0
  /// Meetings with the three met most often.
  public var threeMostMet = 0
  /// Meetings with the five met most often.
  public var fiveMostMet = 0
  /// Staff met exactly once.
  public var metOnce = 0
  /// Σ n_i² over the staff met.
  public var sumOfSquares = 0
  /// Visits that share a staff member with the visit before.
  public var sharedWithPrevious = 0

  /// The figures of a client who met no one.
  public init() {}

  /// UPC, usual provider continuity: the largest share that one staff member has of the meetings.
  public var usualProvider: Ratio? { Ratio(mostMet, of: meetings) }

  /// HHI, the Herfindahl–Hirschman index: Σ (n_i / N)².
  public var herfindahl: Ratio? { Ratio(sumOfSquares, of: meetings * meetings) }

  /// COC (T. Bice and S. Boxerman, "A quantitative measure of continuity of care", Medical Care 15(4), 1977); undefined
  /// below two meetings.
  public var continuityOfCare: Ratio? { Ratio(sumOfSquares - meetings, of: meetings * (meetings - 1)) }

  /// SECON, sequential continuity: the share of consecutive visits with a staff member in common.
  public var sequential: Ratio? { Ratio(sharedWithPrevious, of: visits - 1) }

  /// K, the share of meetings after the first with someone already met.
  public var known: Ratio? { Ratio(meetings - distinct, of: meetings - 1) }

  /// MMCI, the modified, modified continuity index, with both of its fractions multiplied out:
  /// (1 − M/(N + 0.1)) / (1 − 1/(N + 0.1)) = (10 N + 1 − 10 M) / (10 N − 9).
  public var modifiedModified: Ratio? {
    meetings == 0 ? nil : Ratio(10 * meetings + 1 - 10 * distinct, of: 10 * meetings - 9)
  }

  /// The share of the meetings that the three most met staff have.
  public var threeMostMetShare: Ratio? { Ratio(threeMostMet, of: meetings) }

  /// The share of the meetings that the five most met staff have.
  public var fiveMostMetShare: Ratio? { Ratio(fiveMostMet, of: meetings) }
}

import HomeCare

/// What a roster costs the planner, in points of the score: the one place of the planner where weights are read.
///
/// A cost stands with what brings it about: a visit left out, a staff member's part in a visit, a meeting of a client and
/// a staff member, a route, minutes with clients above a fair share. The search reads the model scaled, a repair weighs
/// the parts in an order of its own (`RepairObjective`), exact solver and bounds read it as it is. The checker does not.
///
/// A new part of the score is one more weight here and one more line in `parts(serving:from:in:_:)`, `leaving(_:)` or
/// another function below, with what that reads in the compiled row.
struct CostModel: BitwiseCopyable, Sendable {
  /// Each staff member whom an unassigned visit of priority 1 asks for.
  var unassigned: Int
  /// Each distinct staff member whom a client meets in a continuity period.
  var distinct: Int
  /// Each of them above the client's target.
  var overTarget: Int
  /// Each staff member met who is not in the client's history.
  var newFace: Int
  /// Each assigned visit without the client's contact.
  var notContact: Int
  /// Each staff member's part in a visit outside the client's preferences.
  var notPreferred: Int
  /// Each minute of travel.
  var travel: Int
  /// Each pool shift that serves a visit.
  var poolShift: Int
  /// Each minute of a pool shift that serves a visit.
  var poolMinute: Int
  /// Each minute beyond the tolerance between a start and the usual time of its series.
  var unsteady: Int
  /// Each minute with clients above a staff member's fair share.
  var imbalance: Int

  init(_ weights: Weights) {
    unassigned = weights[.unassigned]
    distinct = weights[.distinct]
    overTarget = weights[.overTarget]
    newFace = weights[.newFace]
    notContact = weights[.notContact]
    notPreferred = weights[.notPreferred]
    travel = weights[.travel]
    poolShift = weights[.poolShifts]
    poolMinute = weights[.poolMinutes]
    unsteady = weights[.unsteadyMinutes]
    imbalance = weights[.imbalance]
  }

  /// The model in finer points: every cost times a factor.
  func scaled(by factor: Int) -> CostModel {
    var model = self
    model.unassigned *= factor
    model.distinct *= factor
    model.overTarget *= factor
    model.newFace *= factor
    model.notContact *= factor
    model.notPreferred *= factor
    model.travel *= factor
    model.poolShift *= factor
    model.poolMinute *= factor
    model.unsteady *= factor
    model.imbalance *= factor
    return model
  }

  // MARK: A visit

  /// Leaving a visit unassigned.
  @inline(__always)
  func leaving(_ visit: CompiledVisit) -> Int { unassigned * Self.left(visit) }

  /// More than serving a visit can cost, whatever the roster.
  ///
  /// - Parameters:
  ///   - longestLeg: the most minutes between two places.
  ///   - dearestOpening: the most that the first visit of a shift costs.
  func dearestServing(_ visit: CompiledVisit, longestLeg: Minutes, dearestOpening: Int) -> Int {
    var part = dearestMeeting + notPreferred + notContact + dearestOpening
    part += imbalance * Int(visit.minutes) + 2 * travel(longestLeg)
    // No time of day lies further from another.
    part += deviation(Minutes(LocalDateTime.minutesPerDay))
    return Int(visit.need) * part
  }

  /// About what it costs to have one staff member rather than another at a visit: by the part that costs most, and by
  /// the one that costs least of those that cost anything. Of what is charged by minutes, ten.
  var choices: (dearest: Int, cheapest: Int) {
    let minutes = [travel, poolMinute, unsteady, imbalance].map { 10 * $0 }
    let costs = ([distinct, overTarget, newFace, notContact, notPreferred, poolShift] + minutes).filter { $0 > 0 }
    return (costs.max() ?? 0, costs.min() ?? 0)
  }

  /// What an unassigned visit adds to the part `unassigned`.
  @inline(__always)
  static func left(_ visit: CompiledVisit) -> Int { Int(visit.priority) * Int(visit.need) }

  /// Whether a visit costs the same wherever in its window it starts; where not, its start is a decision.
  ///
  /// Minutes are counted from the horizon's first midnight.
  func isIndifferent(from earliest: Minutes, to latest: Minutes, _ horizon: Horizon) -> Bool {
    change(after: min(earliest, latest), horizon) > max(earliest, latest)
  }

  /// The first minute after a start from which starts may cost otherwise; `Minutes.max` where none do.
  func change(after start: Minutes, _ horizon: Horizon) -> Minutes {
    if horizon.isSinglePeriod { return .max }
    return Minutes(clamping: (Self.period(of: start, horizon) + 1) * horizon.window * LocalDateTime.minutesPerDay)
  }

  /// The continuity period in which a visit counts that starts at a minute.
  @inline(__always)
  static func period(of start: Minutes, _ horizon: Horizon) -> Int {
    horizon.period(ofDay: Int(start) / LocalDateTime.minutesPerDay)
  }

  // MARK: A staff member's part in a visit

  /// What one staff member's part in a visit adds to the parts of the score, whoever else is met and wherever the way
  /// leads.
  struct Service: BitwiseCopyable {
    var notPreferred: Int
    /// A visit for several is judged as a whole: see `teamWithoutContact`.
    var notContact: Int
  }

  /// What a staff member's part in a visit counts for.
  ///
  /// - Parameters:
  ///   - start: the visit's start where that is a decision, else any minute of its window.
  ///   - pair: the flags of the client and the shift's staff member.
  @inline(__always)
  static func parts(
    serving visit: CompiledVisit, from start: Minutes, in shift: CompiledShift, _ pair: PairFlags
  ) -> Service {
    Service(
      notPreferred: pair.contains(.notPreferred) ? 1 : 0,
      notContact: pair.contains(.notContact) && visit.need == 1 ? 1 : 0)
  }

  /// What a staff member's part in a visit costs, with the parameters of `parts(serving:from:in:_:)`.
  @inline(__always)
  func serving(_ visit: CompiledVisit, from start: Minutes, in shift: CompiledShift, _ pair: PairFlags) -> Int {
    let parts = Self.parts(serving: visit, from: start, in: shift, pair)
    return parts.notPreferred * notPreferred + parts.notContact * notContact
  }

  /// The least that a staff member's part in a visit costs, wherever in its window it starts.
  func leastServing(_ visit: CompiledVisit, in shift: CompiledShift, _ pair: PairFlags, _ horizon: Horizon) -> Int {
    var least = Int.max
    var start = visit.earliest
    while start <= visit.latest {
      least = min(least, serving(visit, from: start, in: shift, pair))
      start = change(after: start, horizon)
      if start == .max { break }
    }
    return least
  }

  /// The most that meeting one more staff member costs.
  var dearestMeeting: Int { distinct + newFace + overTarget }

  /// A visit for several whose client has a contact, who is not among them.
  var teamWithoutContact: Int { notContact }

  // MARK: Meetings

  /// Meeting so many distinct staff in a continuity period.
  func meeting(_ distinct: Int, target: Int32) -> Int {
    distinct * self.distinct + Self.above(Int32(clamping: distinct), target) * overTarget
  }

  /// What so many distinct staff add to the part `overTarget`.
  @inline(__always)
  static func above(_ distinct: Int32, _ target: Int32) -> Int { Int(max(0, distinct - target)) }

  /// Whether a meeting with a staff member could count as one with a new face.
  @inline(__always)
  static func isNewFace(_ client: CompiledClient, _ pair: PairFlags) -> Bool {
    client.hasHistory && !pair.contains(.inHistory)
  }

  // MARK: A route

  /// Minutes of travel.
  @inline(__always)
  func travel(_ minutes: Minutes) -> Int { Int(minutes) * travel }

  /// The first visit of a shift.
  @inline(__always)
  func opening(_ shift: CompiledShift) -> Int {
    shift.isPool ? poolShift + Int(shift.poolMinutes) * poolMinute : 0
  }

  // MARK: Steadiness

  /// What a start so many minutes from midnight adds to the part `unsteadyMinutes`.
  @inline(__always)
  static func deviation(of clock: Minutes, from usual: Minutes, tolerance: Minutes) -> Minutes {
    max(0, max(clock &- usual, usual &- clock) &- tolerance)
  }

  /// Minutes beyond the tolerance.
  @inline(__always)
  func deviation(_ minutes: Minutes) -> Int { Int(minutes) * unsteady }

  // MARK: Minutes with clients

  /// What changes in the part `imbalance` where a staff member's minutes with clients change.
  @inline(__always)
  static func imbalance(of served: Minutes, fairShare: Minutes, changedBy minutes: Minutes) -> Int {
    let above = served - fairShare
    return Int(max(0, above + minutes) - max(0, above))
  }
}

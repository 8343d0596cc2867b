import HomeCare

/// Proves bounds on an instance: what cannot be assigned, how many staff the clients must meet, and what they and travel
/// cost.
///
/// The bound on the total is what visits cost that no roster assigns, and the larger of two for the rest. The first is
/// there at once: what each client would cost alone, and travel, which `TravelBound` bounds day by day; each counts half
/// of what leaving out another visit would cost. The second, `JointBound`, begins from the travel's prices and prices both
/// together. Staff met have a joint bound of their own, in which routes cost nothing.
struct BoundSolver {
  private let problem: CompiledProblem

  /// Ways to put a visit into a shift beyond which an instance is too large.
  private static let mostArcs = 2_000_000
  /// 256ths of the cost of a visit left out that the travel bound counts; the rest counts with continuity.
  private static let travelShare = 128
  /// Parts of the time that travel by itself and then staff met may take. Travel is seldom at it for so long; cut short, it
  /// leaves prices from which the joint bound takes several times as long to get anywhere.
  private static let travelAloneShare = 0.35
  private static let travelAloneRounds = 200
  private static let staffMetShare = 0.12

  init(_ problem: CompiledProblem) { self.problem = problem }

  /// The bound on `score.unassigned` by itself; 0 where the instance is too large for it.
  var unassigned: Int {
    if problem.eligible.count > Self.mostArcs { return 0 }
    return UnassignedBound(problem, arcs: BoundArcs(problem), travel: TravelFloor(problem)).value
  }

  func run(_ options: BoundOptions, cancellation: Cancellation, progress: ((Bounds) -> Void)?) -> Bounds {
    // Of a whole city nothing is proven here: its tables alone would fill the memory.
    guard problem.eligible.count <= Self.mostArcs else { return Bounds() }
    var run = BoundRun(problem, options, cancellation, progress)
    run.boundTravel(share: Self.travelShare, timeShare: Self.travelAloneShare, rounds: Self.travelAloneRounds)
    run.boundClientsAlone(share: 256 - Self.travelShare)
    guard options.rounds != 0 else { return run.bounds }
    switch options.measure {
    case .total:
      run.boundStaffMet(timeShare: Self.staffMetShare)
      run.boundTotal(timeShare: 1)
    case .distinct: run.boundStaffMet(timeShare: 1)
    }
    return run.bounds
  }
}

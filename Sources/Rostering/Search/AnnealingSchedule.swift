/// How a run cools: a short annealing, so that a good roster stands early, a long one from hot again, and then
/// reheatings of the best roster, each to a middling temperature only.
struct AnnealingSchedule {
  /// Where a run stands.
  struct Point: Equatable {
    /// 0 in the first short annealing, 1 in the long one, then one more for each reheating.
    let round: Int
    /// 0 = hot … 1 = cold.
    let stage: Double
  }

  private let warmUp: Double
  private let long: Double
  private let reheats: Int
  private let reheatStage: Double

  /// - Parameters:
  ///   - movesPerSlot: what the whole run will make.
  ///   - length: thousand moves for each slot after which a reheating begins.
  init(_ parameters: SearchParameters, length: Double, movesPerSlot: Double) {
    warmUp = parameters.warmUp
    reheatStage = parameters.reheatStage
    // A reheating cools over a part of the range only, and as slowly as the long annealing.
    let lengths = movesPerSlot * (1 - warmUp) / (length * 1_000)
    reheats = Int(min(1_000, max(0, (lengths - 1) / (1 - reheatStage))))
    long = (1 - warmUp) / (1 + Double(reheats) * (1 - reheatStage))
  }

  /// - Parameter progress: the part of the run that is over, from 0 to less than 1.
  func point(at progress: Double) -> Point {
    if progress < warmUp { return Point(round: 0, stage: progress / warmUp) }
    let behind = progress - warmUp
    if behind < long || reheats == 0 { return Point(round: 1, stage: min(1, behind / long)) }
    let each = long * (1 - reheatStage)
    let number = min(reheats - 1, Int((behind - long) / each))
    let part = min(1, (behind - long - Double(number) * each) / each)
    return Point(round: 2 + number, stage: reheatStage + (1 - reheatStage) * part)
  }
}

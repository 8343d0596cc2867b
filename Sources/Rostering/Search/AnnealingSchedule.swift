/// How a run cools: in rounds, each an annealing from hot to cold.
///
/// A first, short one lets a good roster stand early, and in a long run one of middle length a better one soon after;
/// those behind them take as long as an annealing can use, which is longer the more there is to settle. Who meets whom
/// is settled half way down, and of small instances it differs more from round to round than a slower cooling would
/// gain; the larger one is, the less rounds differ. So a round whose roster is worse there than the best was is given up
/// for a fresh one, and what is left in the end cools the best roster once more.
struct AnnealingSchedule {
  /// What is to come of a round.
  enum Verdict {
    case goOn
    /// Half way with the best roster there so far: what others anneal beside it is given up.
    case lead
    case end
  }

  /// One annealing.
  private struct Round {
    /// Part of the run at which it begins, and that it takes.
    var begin: Double
    var length: Double
    /// The stage it begins at, 0 = hot … 1 = cold.
    var from: Double
    /// Whether its roster is still to be compared half way.
    var isRace = false
  }

  private let parameters: SearchParameters
  /// Whether meeting further staff costs anything.
  private let countsFaces: Bool
  /// How many times longer than in a small instance an annealing is.
  private let growth: Double
  private var round: Round
  /// Rounds begun behind the first, short one.
  private(set) var number = 0
  /// Whether one of them was as long as there was time for.
  private var hasWhole = false
  /// The lowest total that a round has had at the stage where rounds are compared.
  private var record = Int.max

  /// A schedule for an instance of so many slots, whose first, short annealing takes `warmUp` of the run; none where a
  /// roster stands already.
  init(_ parameters: SearchParameters, countsFaces: Bool, slots: Int, warmUp: Double) {
    self.parameters = parameters
    self.countsFaces = countsFaces
    growth = countsFaces ? max(1, Double(slots) / parameters.smallSlots) : 1
    round = Round(begin: 0, length: warmUp, from: 0)
  }

  /// The stage at a part of the run, 0 = hot … 1 = cold.
  func stage(at progress: Double) -> Double {
    if round.length <= 0 { return 1 }
    return min(1, round.from + (1 - round.from) * (progress - round.begin) / round.length)
  }

  /// What is to come of the round: its end, or half way the end of what is worse there than another round was.
  ///
  /// - Parameter total: the lowest score of a roster being annealed.
  mutating func judge(at progress: Double, total: Int) -> Verdict {
    if progress >= round.begin + round.length { return .end }
    guard round.isRace, stage(at: progress) >= parameters.raceStage else { return .goOn }
    round.isRace = false
    let isWorse = Double(total) > Double(record) * (1 + parameters.raceMargin)
    record = min(record, total)
    return isWorse ? .end : .lead
  }

  /// Begins the next round.
  ///
  /// - Parameter movesPerSlot: what the whole run will make at the speed seen so far; 0 where nothing is known yet.
  mutating func begin(at progress: Double, movesPerSlot: Double) {
    number += 1
    // Travel alone falls into place sooner, and does so about the best roster.
    let length = countsFaces ? parameters.annealingLength : parameters.travelAnnealingLength
    let from = countsFaces || number == 1 ? 0 : parameters.reheatStage
    let small = movesPerSlot > 0 ? length * 1_000 / movesPerSlot : .infinity
    let left = 1 - progress
    let isMiddle = countsFaces && number == 1 && left >= small * (1 + parameters.middleShare)
    let whole = small * (isMiddle ? parameters.middleShare : growth)
    round = Round(begin: progress, length: min(left, whole * (1 - from)), from: from)
    if left < round.length * 1.5 { round.length = left }
    if hasWhole && left < whole * (1 - from) / 2 { round.from = 1 - left / whole }
    hasWhole = hasWhole || !isMiddle
    round.isRace = countsFaces && round.from < parameters.raceStage
  }
}

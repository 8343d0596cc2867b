import Foundation
import HomeCare

/// The anytime search: construct a roster, then anneal it, keeping the best by the true score.
final class RosterSearch {
  /// What the search has reached.
  struct Standing {
    var iterations = 0
    var evaluated = 0
    var best: Score
  }

  private let problem: CompiledProblem
  private let parameters: SearchParameters
  private let guide: Guide
  private let mix: MoveMix
  private let team: AnnealingTeam
  private let threads: Int
  private var random: RandomSource
  /// The roster being annealed.
  private let current: SearchState
  /// The best roster so far by the true score.
  let best: SearchState
  private(set) var iterations = 0
  private var constructionEvaluated = 0
  private var movesPerEpoch = 20_000

  init(_ problem: CompiledProblem, parameters: SearchParameters, seed: UInt64, threads: Int) {
    self.problem = problem
    self.parameters = parameters
    self.threads = max(1, min(threads, problem.staffCount))
    guide = Guide(parameters: parameters)
    mix = MoveMix(parameters, for: problem)
    random = RandomSource(seed: seed)
    team = AnnealingTeam(problem, threads: self.threads, random: &random)
    current = SearchState(problem)
    best = SearchState(problem)
  }

  /// Moves evaluated so far.
  var evaluated: Int { constructionEvaluated + team.evaluated }

  /// The best score and the work so far.
  var standing: Standing { Standing(iterations: iterations, evaluated: evaluated, best: best.fullScore) }

  /// Builds the first roster.
  func construct() {
    guide.apply(to: current, at: 0)
    fill()
    best.assign(from: current)
  }

  /// Assigns what the roster being annealed has room for as it stands.
  private func fill() {
    var construction = Construction()
    construction.fill(current, groups: Buffer(count: problem.shiftCount, repeating: 0), random: &random)
    constructionEvaluated += construction.evaluated
  }

  /// Begins from a roster made elsewhere, with what there is room for beside it.
  func start(from roster: Roster) {
    current.load(roster)
    guide.apply(to: current, at: 0)
    fill()
    if current.total < best.total { best.assign(from: current) }
  }

  /// Goes on from a roster found elsewhere.
  func adopt(_ roster: Roster) {
    current.load(roster)
    guide.apply(to: current, at: 1)
    if current.total < best.total { best.assign(from: current) }
  }

  /// Goes on from another state of the same problem.
  func adopt(_ state: SearchState) {
    if state.total >= best.total { return }
    best.assign(from: state)
    current.assign(from: state)
  }

  /// Anneals until the budget is used up; tells of each epoch.
  func anneal(within budget: SearchBudget, each epoch: (Standing) -> Void) {
    if problem.slotCount == 0 || problem.shiftCount == 0 { return }
    // A budget that is partly used anneals over what is left.
    let used = budget.progress(after: iterations)
    let before = iterations
    let length =
      problem.weights.distinct > 0
      ? parameters.annealingLength : min(parameters.annealingLength, parameters.travelAnnealingLength)
    var schedule = AnnealingSchedule(parameters, length: length, movesPerSlot: 0)
    var round = 0
    while true {
      let progress = (budget.progress(after: iterations) - used) / max(1e-9, 1 - used)
      if progress >= 1 || used >= 1 { break }
      if round == 0 && progress >= parameters.warmUp {
        // Only now is it known how fast the search is, and so how many moves are to come.
        let expected = Double(iterations - before) / max(progress, 1e-9)
        schedule = AnnealingSchedule(
          parameters, length: length, movesPerSlot: expected / Double(problem.slotCount))
      }
      let point = schedule.point(at: progress)
      if point.round > max(1, round) { current.assign(from: best) }
      round = point.round
      advance(at: point.stage, budget)
      epoch(standing)
    }
  }

  /// One epoch at a point of an annealing, 0 = hot … 1 = cold.
  private func advance(at stage: Double, _ budget: SearchBudget) {
    guide.apply(to: current, at: stage)
    let cooling = parameters.coldTemperature / parameters.hotTemperature
    let temperature = parameters.hotTemperature * pow(cooling, stage)
    let moves = epochLength(budget)
    let begin = budget.elapsed
    let evaluated = team.evaluated
    team.anneal(current, temperature: temperature, moves: moves, mix: mix, until: budget.cancellation)
    // An epoch without work for anyone, as some splits of few staff leave it, says nothing of the speed.
    if team.evaluated > evaluated { adapt(budget, moves: moves, took: budget.elapsed - begin) }
    iterations += moves * threads
    // Other moves free room that no attempt of the epoch may have come upon.
    if current.score.openCount > 0 { fill() }
    if current.total < best.total { best.assign(from: current) }
  }

  /// Moves for each slot of a visit after which the staff are dealt out afresh: what two annealers hold apart waits
  /// no longer.
  private static let movesPerSlot = 25

  /// Moves per thread in the next epoch.
  private func epochLength(_ budget: SearchBudget) -> Int {
    let most = max(2_000, problem.slotCount * Self.movesPerSlot)
    guard let limit = budget.iterations else { return min(most, movesPerEpoch) }
    // By iterations alone an epoch must not depend on the clock, so that equal runs give equal rosters.
    let share = min(most, max(500, limit / threads / 200))
    let length = budget.seconds == nil ? share : min(share, movesPerEpoch)
    return max(1, min(length, (limit - iterations + threads - 1) / threads))
  }

  /// Aims at epochs of at most a twentieth of a second, shorter in short runs.
  private func adapt(_ budget: SearchBudget, moves: Int, took: Double) {
    guard let seconds = budget.seconds else { return }
    let aim = min(0.05, seconds / 100)
    movesPerEpoch = max(500, min(4_000_000, Int(Double(moves) * aim / max(took, 1e-6))))
  }
}

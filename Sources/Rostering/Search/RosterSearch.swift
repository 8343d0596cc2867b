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

  /// How fast a search is.
  struct Pace {
    /// Moves of one thread.
    var moves = 0
    /// The seconds that they took.
    var seconds = 0.0
  }

  private let problem: CompiledProblem
  private let parameters: SearchParameters
  private let guide: GuideSchedule
  private let team: AnnealingTeam
  private let threads: Int
  private var random: RandomSource
  /// The best roster so far by the true score.
  let best: SearchState
  private(set) var iterations = 0
  private var constructionEvaluated = 0
  private var movesPerEpoch = 20_000
  /// What the search has seen of its pace; where it goes on from another search's roster, what that one has.
  var pace = Pace()

  init(_ problem: CompiledProblem, parameters: SearchParameters, seed: UInt64, threads: Int) {
    self.problem = problem
    self.parameters = parameters
    self.threads = max(1, min(threads, problem.staffCount))
    guide = GuideSchedule(parameters: parameters)
    random = RandomSource(seed: seed)
    team = AnnealingTeam(
      problem, threads: self.threads, mix: MoveMix(parameters, for: problem), random: &random)
    best = SearchState(problem)
  }

  /// Moves evaluated so far.
  var evaluated: Int { constructionEvaluated + team.evaluated }

  /// The best score and the work so far.
  var standing: Standing { Standing(iterations: iterations, evaluated: evaluated, best: best.fullScore) }

  /// Builds the first roster.
  func construct() {
    guide.apply(to: best, at: 0)
    fill(best)
    team.begin(from: best)
  }

  /// How much hotter than its parameters say an annealing from the best roster is: where visits are tied together and
  /// travel alone counts, a move changes several ways at once, as long as the instance's unit of time makes them.
  private var heat: Double {
    if problem.costs.distinct > 0 || problem.bundles.share < parameters.mostlyTied { return 1 }
    let travel = Double(problem.costs.travel(Minutes(clamping: best.score.travel)))
    return max(1, travel / Double(problem.slotCount) / parameters.usualTravel)
  }

  /// How much hotter an annealing begins where the dearest choice costs more than any that the parameters are meant for,
  /// and how much hotter it ends where even the cheapest does.
  private var weightHeat: (hot: Double, cold: Double) {
    let choices = problem.costs.choices
    return (
      max(1, Double(choices.dearest) / parameters.usualDearest),
      max(1, Double(choices.cheapest) / parameters.usualDearest)
    )
  }

  /// Assigns what a roster has room for as it stands.
  private func fill(_ state: SearchState) {
    var construction = Construction()
    construction.fill(state, random: &random)
    constructionEvaluated += construction.evaluated
  }

  /// Begins from a roster made elsewhere, with what there is room for beside it.
  func start(from roster: Roster) {
    let state = team.states[0]
    state.load(roster)
    guide.apply(to: state, at: 0)
    fill(state)
    goOn(from: state)
  }

  /// Goes on from a roster found elsewhere.
  func adopt(_ roster: Roster) {
    let state = team.states[0]
    state.load(roster)
    guide.apply(to: state, at: 1)
    goOn(from: state)
  }

  private func goOn(from state: SearchState) {
    if state.total < best.total { best.assign(from: state) }
    team.begin(from: state)
  }

  /// Anneals until the budget is used up; tells of each epoch.
  func anneal(within budget: SearchBudget, each epoch: (Standing) -> Void) {
    if problem.slotCount == 0 || problem.shiftCount == 0 { return }
    // A budget that is partly used anneals over what is left.
    let used = budget.progress(after: iterations)
    var schedule = AnnealingSchedule(
      parameters, countsFaces: problem.costs.distinct > 0, slots: problem.slotCount,
      warmUp: pace.moves == 0 ? parameters.warmUp : 0)
    let heat = heat
    while true {
      let progress = (budget.progress(after: iterations) - used) / max(1e-9, 1 - used)
      if progress >= 1 || used >= 1 { break }
      switch schedule.judge(at: progress, total: team.leader.total) {
      case .goOn: break
      case .lead: team.begin(from: team.leader)
      case .end:
        let whole = expectedMoves(budget) / (1 - progress)
        schedule.begin(at: progress, movesPerSlot: whole / Double(problem.slotCount))
        if schedule.number > 1 { team.begin(from: best) }
      }
      advance(at: schedule.stage(at: progress), heat: heat, budget)
      epoch(standing)
    }
  }

  /// Moves that each thread will still make at the pace so far; 0 where that is not known yet.
  private func expectedMoves(_ budget: SearchBudget) -> Double {
    let byIterations = budget.iterations.map { Double($0 - iterations) / Double(threads) } ?? .infinity
    guard let seconds = budget.seconds else { return byIterations }
    if pace.moves == 0 { return 0 }
    return min(byIterations, (seconds - budget.elapsed) * Double(pace.moves) / max(pace.seconds, 1e-9))
  }

  /// One epoch at a point of an annealing, 0 = hot … 1 = cold.
  private func advance(at stage: Double, heat: Double, _ budget: SearchBudget) {
    let hot = parameters.hotTemperature * weightHeat.hot
    let temperature = heat * hot * pow(parameters.coldTemperature * weightHeat.cold / hot, stage)
    let moves = epochLength(budget)
    let begin = budget.elapsed
    team.anneal(guide, at: stage, temperature: temperature, moves: moves, until: budget.cancellation)
    let took = budget.elapsed - begin
    pace.moves += moves
    pace.seconds += took
    adapt(budget, moves: moves, took: took)
    iterations += moves * threads
    for state in team.states {
      // Other moves free room that no attempt of the epoch may have come upon.
      if state.score.openCount > 0 { fill(state) }
      if state.score.unsteady > 0 { state.steady() }
      if state.total < best.total { best.assign(from: state) }
    }
  }

  /// Moves per thread in the next epoch.
  private func epochLength(_ budget: SearchBudget) -> Int {
    let most = max(2_000, problem.slotCount * Int(parameters.movesPerSlot))
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

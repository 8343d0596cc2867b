import HomeCare

@testable import Rostering

/// Tries moves of every kind on one roster and counts what was accepted.
struct MoveDriver {
  let problem: CompiledProblem
  let annealer: Annealer
  private(set) var accepted = [Int](repeating: 0, count: Move.allCases.count)
  private var run: Annealer.Run
  private var random: RandomSource

  /// Builds a first roster of an instance, with the guide as at a point of the search.
  init(_ instance: Instance, seed: UInt64, guideAt progress: Double = 0) {
    problem = CompiledProblem(instance)
    annealer = Annealer(problem)
    random = RandomSource(seed: seed)
    run = Annealer.Run(problem, random: random.split())
    let state = SearchState(problem)
    GuideSchedule(parameters: SearchParameters()).apply(to: state, at: progress)
    var construction = Construction()
    construction.fill(state, random: &random)
    annealer.state.assign(from: state)
  }

  var state: SearchState { annealer.state }

  /// Tries random moves at temperatures from hot to cold.
  mutating func tryMoves(_ count: Int) {
    for _ in 0..<count {
      run.temperature = [2, 20, 100, 400][random.below(4)] * Double(SearchState.scale)
      let move = Move.allCases[random.below(Move.allCases.count)]
      if annealer.tryMove(move, &run) { accepted[move.rawValue] += 1 }
    }
  }

  /// Slides once; true where visits moved.
  mutating func slide() -> Bool { annealer.tryMove(.slide, &run) }
}

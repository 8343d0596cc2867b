/// Several annealers that work at the same time, each on a roster of its own.
///
/// They share no roster while they work, so each is as fast as one alone. The same round is run by all of them, and
/// who meets whom comes out differently in each: half way the others go on from the best one's roster.
final class AnnealingTeam {
  private let annealers: [Annealer]
  private let runs: UnsafeMutablePointer<Annealer.Run>
  private let mix: MoveMix

  init(_ problem: CompiledProblem, threads: Int, mix: MoveMix, random: inout RandomSource) {
    self.mix = mix
    annealers = (0..<threads).map { _ in Annealer(problem) }
    runs = .allocate(capacity: threads)
    for thread in 0..<threads { (runs + thread).initialize(to: Annealer.Run(problem, random: random.split())) }
  }

  deinit {
    runs.deinitialize(count: annealers.count)
    runs.deallocate()
  }

  /// The roster of each.
  var states: [SearchState] { annealers.map(\.state) }

  /// The one with the lowest score, the first of equals.
  var leader: SearchState { states.min { $0.total < $1.total } ?? states[0] }

  /// Moves evaluated by all annealers so far.
  var evaluated: Int { annealers.indices.reduce(0) { $0 + runs[$1].evaluated } }

  /// Lets every annealer go on from a roster, which may be one of theirs.
  func begin(from state: SearchState) {
    for annealer in annealers where annealer.state !== state { annealer.state.assign(from: state) }
  }

  /// Anneals every roster for a number of moves at one temperature, by the guide as it is at a stage of the run.
  func anneal(
    _ guide: GuideSchedule, at stage: Double, temperature: Double, moves: Int, until cancellation: Cancellation
  ) {
    for index in annealers.indices { runs[index].temperature = temperature * Double(SearchState.scale) }
    let work = Work(
      annealers: annealers, runs: runs, guide: guide, stage: stage, moves: moves, mix: mix, cancellation: cancellation)
    SharedWork.perform(annealers.count, threads: annealers.count) { work.perform($0) }
  }

  /// What the threads share: each touches its own annealer and run only.
  private struct Work: @unchecked Sendable {
    let annealers: [Annealer]
    let runs: UnsafeMutablePointer<Annealer.Run>
    let guide: GuideSchedule
    let stage: Double
    let moves: Int
    let mix: MoveMix
    let cancellation: Cancellation

    func perform(_ index: Int) {
      guide.apply(to: annealers[index].state, at: stage)
      annealers[index].step(&runs[index], moves: moves, mix: mix, until: cancellation)
    }
  }
}

import Foundation

/// Simulated annealing of one roster (S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing",
/// Science 220, 1983).
final class Annealer {
  let problem: CompiledProblem
  let state: SearchState
  /// Visits whose start is a decision.
  let choosing: Buffer<Int32>
  let visitsOfClient: Buffer<Int32>
  let visitsOfClientStart: Buffer<Int32>

  init(_ problem: CompiledProblem) {
    self.problem = problem
    state = SearchState(problem)
    choosing = Buffer((0..<Int32(problem.visitCount)).filter { problem.visits[$0].choosesStart != 0 })
    var runs = [[Int32]](repeating: [], count: problem.clientCount)
    for visit in 0..<problem.visitCount { runs[Int(problem.visits[visit].client)].append(Int32(visit)) }
    var starts: [Int32] = [0]
    for run in runs { starts.append(starts[starts.count - 1] + Int32(run.count)) }
    visitsOfClient = Buffer(runs.flatMap { $0 })
    visitsOfClientStart = Buffer(starts)
  }

  /// What changes from one move to the next.
  struct Run {
    var random: RandomSource
    var temperature = 1.0
    var evaluated = 0
    var journal = Journal()
    var inserter = Inserter()
    var removed: [Int32] = []

    init(random: RandomSource) { self.random = random }

    /// The largest guide increase accepted now, scaled: −T ln u.
    @inline(__always) mutating func threshold() -> Int {
      Int(temperature * Double(NegativeLogarithm.table[Int(random.next() >> 52)]))
    }
  }
}

/// −ln of 4096 evenly spread numbers in (0, 1): the random part of the Metropolis test without a logarithm a move.
enum NegativeLogarithm {
  static let table: [Float] = (0..<4096).map { Float(-log((Double($0) + 0.5) / 4096)) }
}

import Foundation

/// Simulated annealing of one roster (S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing",
/// Science 220, 1983).
final class Annealer {
  let problem: CompiledProblem
  let state: SearchState
  /// Visits whose start is a decision.
  let choosing: Buffer<VisitRow>
  /// Series whose usual time is a decision.
  let openSeries: Buffer<SeriesRow>
  let visitsOfClient: Runs<ClientRow, VisitRow>
  let poolShifts: Buffer<ShiftRow>

  init(_ problem: CompiledProblem) {
    self.problem = problem
    state = SearchState(problem)
    choosing = Buffer(problem.visitRows.filter { problem.visits[$0].choosesStart })
    openSeries = Buffer(
      problem.seriesRows.filter { !problem.series[$0].isFixed && !problem.members.isEmpty(of: $0) })
    var runs = [[VisitRow]](repeating: [], count: problem.clientCount)
    for visit in problem.visitRows { runs[problem.visits[visit].client.index].append(visit) }
    visitsOfClient = Runs(runs)
    poolShifts = Buffer(problem.shiftRows.filter { problem.shifts[$0].isPool })
  }

  /// What changes from one move to the next.
  struct Run {
    var random: RandomSource
    var temperature = 1.0
    var evaluated = 0
    var journal = Journal()
    var inserter: Inserter<GuidePrices>
    var removed: [VisitRow] = []
    /// Times of day between which a usual time is sought.
    var clocks: [Minutes] = []
    /// How often each visit found no place beside all others.
    var hardness: RowArray<VisitRow, Int32>
    /// How often in 256 a relocation, and an exchange, looks among the staff whom the client meets already.
    var relocateKnown = 128
    var exchangeKnown = 128

    init(_ problem: CompiledProblem, random: RandomSource) {
      self.random = random
      inserter = Inserter(prices: GuidePrices(problem))
      hardness = RowArray(count: problem.visitCount, repeating: 0)
    }

    /// The largest guide increase accepted now, scaled: −T ln u.
    @inline(__always) mutating func threshold() -> Int {
      Int(temperature * Double(NegativeLogarithm.table[Int(random.next() >> 52)]))
    }
  }
}

extension Annealer {
  /// Moves between two looks at whether the run was told to end.
  private static let movesBetweenLooks = 1_000

  /// Draws and tries a number of moves at the run's temperature; fewer where the run is told to end.
  func step(_ run: inout Run, moves: Int, mix: MoveMix, until cancellation: Cancellation) {
    if problem.slotCount == 0 { return }
    (run.relocateKnown, run.exchangeKnown) = (mix.relocateKnown, mix.exchangeKnown)
    var left = moves
    while left > 0 && !cancellation.isCancelled {
      step(&run, moves: min(left, Self.movesBetweenLooks), mix: mix)
      left -= Self.movesBetweenLooks
    }
  }

  private func step(_ run: inout Run, moves: Int, mix: MoveMix) {
    for _ in 0..<moves {
      let draw = Int(run.random.next() >> 48)
      if draw < mix.exchangeEnd {
        _ = exchange(&run)
      } else if draw >= mix.relocateBegin {
        _ = relocate(&run)
      } else {
        compound(mix.move(draw), &run)
      }
    }
  }

  @inline(never)
  private func compound(_ move: Move, _ run: inout Run) { _ = tryMove(move, &run) }
}

/// −ln of 4096 evenly spread numbers in (0, 1): the random part of the Metropolis test without a logarithm a move.
enum NegativeLogarithm {
  static let table: [Float] = (0..<4096).map { Float(-log((Double($0) + 0.5) / 4096)) }
}

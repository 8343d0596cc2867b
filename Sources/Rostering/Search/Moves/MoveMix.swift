extension Annealer {
  /// Tries a move; true where the roster has changed.
  @inline(__always)
  func tryMove(_ move: Move, _ run: inout Run) -> Bool {
    switch move {
    case .exchange: exchange(&run)
    case .ruinPair: ruinPair(&run)
    case .ruinNeighbours: ruinNeighbours(&run)
    case .ruinShifts: ruinShifts(&run)
    case .restart: restart(&run)
    case .makeRoom: makeRoom(&run)
    case .slide: slide(&run)
    case .relocateBundle: relocateBundle(&run)
    case .exchangeBundles: exchangeBundles(&run)
    case .ruinBundles: ruinBundles(&run)
    case .usualTime: usualTime(&run)
    case .ruinSeries: ruinSeries(&run)
    case .takeOver: takeOver(&run)
    case .emptyShift: emptyShift(&run)
    case .leave: leave(&run)
    case .relocate: relocate(&run)
    }
  }
}

/// How often each move is drawn.
struct MoveMix {
  /// Where the range of each move ends among 0..<65 536.
  private let ends: [Int]
  /// Where the ranges of the two frequent moves, the first and the last, end and begin.
  let exchangeEnd: Int
  let relocateBegin: Int
  /// How often in 256 a relocation, and an exchange, looks among the staff whom the client meets already.
  let relocateKnown: Int
  let exchangeKnown: Int

  init(_ parameters: SearchParameters, for problem: CompiledProblem) {
    let traits = MoveTraits(
      choosesOften: problem.choosingShare >= parameters.manyStarts, restartFactor: parameters.restartFactor,
      bundled: problem.bundles.share,
      paysForPool: problem.shiftRows.contains { problem.costs.opening(problem.shifts[$0]) > 0 },
      steadies: problem.weighsSteadiness, leavingPays: problem.leavingPays)
    var end = 0.0
    ends = Move.allCases.map { move in
      guard let setting = move.setting else { return 1 << 16 }
      end += parameters[keyPath: setting.path] * move.factor(traits)
      return Int(end * 65.536)
    }
    exchangeEnd = ends[Move.exchange.rawValue]
    relocateBegin = ends[Move.relocate.rawValue - 1]
    relocateKnown = Int(parameters.relocateKnown)
    exchangeKnown = Int(parameters.exchangeKnown)
  }

  /// The move of a draw from 0..<65 536.
  func move(_ draw: Int) -> Move { Move.allCases.first { draw < ends[$0.rawValue] } ?? .relocate }

  /// The part of all draws that a move has, in 65 536ths.
  func share(of move: Move) -> Int { ends[move.rawValue] - (move.rawValue == 0 ? 0 : ends[move.rawValue - 1]) }
}

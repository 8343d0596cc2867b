/// How often each move is drawn, as upper ends of ranges of 0..<65 536; the rest relocates.
struct MoveMix {
  let exchange: Int
  let ruinPair: Int
  let ruinNeighbours: Int
  let ruinShifts: Int
  let restart: Int
  let makeRoom: Int
  let slide: Int
  let relocateKnown: Int
  let exchangeKnown: Int

  /// Part of all slots from which starts are decisions often enough for slides, and more new starts, to earn their time.
  private static let manyStarts = 0.18
  /// How many times more often new starts are tried there.
  private static let restartFactor = 6.0

  init(_ parameters: SearchParameters, for problem: CompiledProblem) {
    let choosesOften = problem.choosingShare >= Self.manyStarts
    var end = 0.0
    func range(_ share: Double) -> Int {
      end += share
      return Int(end * 65.536)
    }
    exchange = range(parameters.exchange)
    ruinPair = range(parameters.ruinPair)
    ruinNeighbours = range(parameters.ruinNeighbours)
    ruinShifts = range(parameters.ruinShifts)
    restart = range(parameters.restart * (choosesOften ? Self.restartFactor : 1))
    makeRoom = range(parameters.makeRoom)
    slide = range(choosesOften ? parameters.slide : 0)
    relocateKnown = Int(parameters.relocateKnown)
    exchangeKnown = Int(parameters.exchangeKnown)
  }
}

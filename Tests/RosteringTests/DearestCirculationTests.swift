import HomeCare
import Testing

@testable import Rostering

/// The least cost of times, against all times that there are.
@Suite struct DearestCirculationTests {
  @Test(arguments: 0..<40) func itsGainIsWhatTheBestTimesCost(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed), stream: 3)
    let (nodes, last) = (4, 7)
    var arcs: [DearestCirculation.Arc] = []
    for node in 1..<nodes {
      arcs.append(.init(from: 0, to: node, least: 0, room: DearestCirculation.unlimited))
      arcs.append(.init(from: node, to: 0, least: -last, room: DearestCirculation.unlimited))
    }
    for _ in 0..<6 {
      let (from, to) = (random.int(below: nodes), random.int(below: nodes))
      if from == to { continue }
      arcs.append(.init(from: from, to: to, least: random.int(in: -4...6), room: random.pick([1, 1, 1, 2])))
    }
    var least = Int.max
    for code in 0..<(last + 1) * (last + 1) * (last + 1) {
      let times = [0, code % (last + 1), code / (last + 1) % (last + 1), code / (last + 1) / (last + 1)]
      least = min(least, Self.cost(of: times, arcs))
    }
    let circulation = DearestCirculation(nodeCount: nodes, arcs: arcs)
    #expect(circulation.gain == least)
    #expect(Self.cost(of: circulation.times, arcs) == least)
    #expect(circulation.circles().reduce(0) { $0 + $1.gain } == least)
    #expect(circulation.circles().allSatisfy { $0.gain > 0 })
  }

  private static func cost(of times: [Int], _ arcs: [DearestCirculation.Arc]) -> Int {
    arcs.reduce(0) { $1.room < 100 ? $0 + $1.room * max(0, times[$1.from] + $1.least - times[$1.to]) : $0 }
  }

  @Test func distancesThatCannotAllBeKeptHaveNoEndToTheirGain() {
    let unlimited = DearestCirculation.unlimited
    let arcs = [
      DearestCirculation.Arc(from: 0, to: 1, least: 5, room: unlimited),
      .init(from: 1, to: 0, least: -4, room: unlimited),
    ]
    #expect(DearestCirculation(nodeCount: 2, arcs: arcs).gain == nil)
  }
}

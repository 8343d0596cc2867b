import Testing

@testable import Laboratory

@Suite struct ProcessorTests {
  @Test func runsAtTheSameTimeShareNoProcessor() {
    #expect(Processors.numbers(in: "0-3,8,10-11") == [0, 1, 2, 3, 8, 10, 11])
    #expect(Processors.numbers(in: "") == [])
    #expect(Processors.dealt([0, 1, 4, 5, 6], runs: 2, each: 2) == [[0, 1], [4, 5]])
    #expect(Processors.dealt([0, 1, 4], runs: 2, each: 2) == nil)
  }
}

import Foundation
import TestSupport
import Testing

@testable import Laboratory

@Suite struct ProcessorTests {
  @Test func listsOfProcessorsAreRead() {
    #expect(Processors.numbers(in: "0-3,8,10-11") == [0, 1, 2, 3, 8, 10, 11])
    #expect(Processors.numbers(in: "") == [])
  }

  @Test func aProcessorIsHeldOnceAndGivenBack() async throws {
    let names = "samma.test.\(UUID().uuidString)."
    let (one, other) = (ProcessorLocks(names: names), ProcessorLocks(names: names))
    #expect(one.take(2, of: [4, 5, 7]) == [4, 5])
    #expect(other.take(2, of: [4, 5, 7]) == nil, "one alone is free, and is not taken")
    #expect(one.take(1, of: [4, 5, 7]) == [7])
    one.giveBack([5, 7])
    try await wait(for: "the locks") { other.take(2, of: [4, 5, 7]) == [5, 7] }
  }

  @Test func locksAreGoneWithWhoeverHeldThem() async throws {
    let names = "samma.test.\(UUID().uuidString)."
    do {
      let gone = ProcessorLocks(names: names)
      #expect(gone.take(1, of: [0]) == [0])
    }
    // A process that another test is just starting may hold them for a moment longer.
    try await wait(for: "the lock") { ProcessorLocks(names: names).take(1, of: [0]) == [0] }
  }

  @Test func whatOthersTookIsWhatWasNeitherTheRunsNorIdle() {
    func use(_ first: (busy: Int, idle: Int), _ second: (busy: Int, idle: Int)) -> MachineUse {
      MachineUse(
        statistics: """
          cpu  9 9 9 9 9 9 9 9 0 0
          cpu0 \(first.busy) 0 0 \(first.idle) 0 0 0 0 0 0
          cpu1 \(second.busy) 0 0 \(second.idle) 0 0 0 0 0 0
          intr 1
          """)
    }
    let begin = use((100, 100), (100, 100))
    // Ten seconds of a hundred ticks: the first processor always busy, the second half the time.
    let end = use((1100, 100), (600, 600))
    func taken(_ processors: [Int], threads: Int = 1, own: Double) -> Double? {
      end.takenByOthers(since: begin, of: processors, threads: threads, own: own, in: 10)
    }
    #expect(taken([0], own: 10) == 0)
    #expect(taken([0], own: 2.2).map { ($0 * 100).rounded() } == 78)
    #expect(taken([0, 1], own: 2.5).map { ($0 * 100).rounded() } == 25, "one thread could have had half and a quarter")
    #expect(taken([0, 1], threads: 2, own: 10).map { ($0 * 100).rounded() } == 25)
    #expect(taken([1], own: 0) == 0.5)
    #expect(taken([5], own: 1) == nil)
  }

  @Test func theProcessorTimeOfAProcessIsReadBehindItsName() {
    #expect(ProcessorTime.ticks(of: "7 (a) b) c) S 1 7 7 0 -1 4 1 0 0 0 30 12 5 3 20 0 1 0 99") == 50)
    #expect(ProcessorTime.ticks(of: "nonsense") == 0)
    let begin = ProcessorTime.seconds(of: getpid())
    let worked = clock()
    while clock() - worked < CLOCKS_PER_SEC / 10 {}
    #expect(ProcessorTime.seconds(of: getpid()) > begin + 0.05)
  }
}

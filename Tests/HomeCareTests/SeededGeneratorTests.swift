import HomeCare
import Testing

@Suite struct SeededGeneratorTests {
  @Test func drawsAreThoseOfTheReferenceAlgorithm() {
    // First outputs of xoshiro256** whose state is filled by SplitMix64, computed with arbitrary-precision integers.
    let expected: [UInt64: [UInt64]] = [
      0: [
        0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0, 0x6aa5_94f1_262d_2d2c,
        0xbba5_ad4a_1f84_2e59,
      ],
      42: [
        0x1578_0b2e_0c2e_c716, 0x6104_d986_6d11_3a7e, 0xae17_5332_39e4_99a1, 0xecb8_ad47_03b3_60a1,
        0xfde6_dc7f_e2ec_5e64,
      ],
    ]
    for (seed, outputs) in expected {
      var generator = SeededGenerator(seed: seed)
      #expect(outputs.map { _ in generator.next() } == outputs)
    }
  }

  @Test func boundedDrawsStayInRangeAndReachEveryOutcomeEvenly() {
    var generator = SeededGenerator(seed: 7)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.int(in: -2...3) + 2] += 1 }
    #expect(counts.allSatisfy { (9_600...10_400).contains($0) })
    #expect(generator.int(below: 1) == 0)
  }

  @Test func chanceIsNeverBelowZeroAndCertainAtTheTotal() {
    var generator = SeededGenerator(seed: 3)
    #expect((0..<100).allSatisfy { _ in !generator.chance(0, in: 10) && generator.chance(10, in: 10) })
    #expect((8_600...9_400).contains((0..<30_000).count { _ in generator.chance(3, in: 10) }))
  }

  @Test func shuffleKeepsEveryElementAndEveryOrderIsReached() {
    var generator = SeededGenerator(seed: 11)
    var seen: [[Int]: Int] = [:]
    for _ in 0..<6_000 {
      var cards = [0, 1, 2]
      generator.shuffle(&cards)
      seen[cards, default: 0] += 1
    }
    #expect(seen.count == 6)
    #expect(seen.values.allSatisfy { (850...1150).contains($0) })
  }

  @Test func streamsOfOneSeedDiffer() {
    var first = SeededGenerator(seed: 1, stream: 0)
    var second = SeededGenerator(seed: 1, stream: 1)
    var again = SeededGenerator(seed: 1, stream: 0)
    let draw = first.next()
    #expect(draw != second.next())
    #expect(draw == again.next())
  }
}

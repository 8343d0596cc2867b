import Testing

@testable import Statistics

@Suite struct SciPyTests {
  /// Whether two numbers agree to eleven digits.
  private func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-11 * max(abs(left), abs(right)) || abs(left - right) < 1e-300
  }

  @Test(arguments: SciPyTable.signedRank)
  func signedRanksAgree(expected: SciPyTable.SignedRank) throws {
    let test = try #require(SignedRankTest(differences: expected.differences))
    #expect(test.statistic == expected.statistic, "\(expected.name)")
    #expect(agree(test.chance, expected.chance), "\(expected.name): \(test.chance), not \(expected.chance)")
    if let effect = expected.effect { #expect(agree(test.effect, effect), "\(expected.name)") }
  }

  @Test(arguments: SciPyTable.friedman)
  func friedmanAgrees(expected: SciPyTable.Friedman) throws {
    let test = try #require(FriedmanTest(blocks: expected.blocks))
    #expect(agree(test.statistic, expected.statistic), "\(expected.name)")
    #expect(agree(test.chance, expected.chance), "\(expected.name): \(test.chance), not \(expected.chance)")
    #expect(agree(test.effect, expected.effect), "\(expected.name)")
    #expect(zip(test.meanRanks, expected.meanRanks).allSatisfy(agree), "\(expected.name)")
  }

  @Test func quartilesAgree() throws {
    for expected in SciPyTable.quartiles {
      let quartiles = try #require(Quartiles(expected.values))
      #expect(agree(quartiles.lower, expected.lower))
      #expect(agree(quartiles.median, expected.median))
      #expect(agree(quartiles.upper, expected.upper))
    }
  }

  @Test func tailsAgree() {
    for expected in SciPyTable.chiSquared {
      let chance = Distributions.chiSquaredTail(expected.value, degreesOfFreedom: expected.degrees)
      #expect(agree(chance, expected.chance), "\(expected): \(chance)")
    }
    for expected in SciPyTable.normal {
      #expect(agree(Distributions.normalTail(expected.z), expected.chance), "\(expected)")
    }
  }
}

@Suite struct FractionTests {
  @Test func fractionsAreComparedExactly() {
    #expect(Fraction(1, over: 3) == Fraction(3, over: 9))
    #expect(Fraction(1, over: 3) < Fraction(333_333_333_333_334, over: 1_000_000_000_000_000))
    #expect(Fraction(-1, over: 2) < Fraction(0, over: 5))
    #expect(Fraction(.max, over: 3) > Fraction(.max - 1, over: 3), "beyond what a product of two words holds")
    #expect(Fraction(1, over: 0) > Fraction(.max, over: 1))
    #expect(Fraction(1, over: 0) == Fraction(2, over: 0))
    #expect(Fraction(-1, over: 0) < Fraction(-5, over: 1))
  }

  /// What `scipy.stats.wilcoxon` gives with `PermutationMethod`, which tries all signs.
  @Test func tiedTinyAndFailedSamplesHaveTheChancesOfTryingAllSigns() throws {
    let infinity = Fraction(1, over: 0)
    let table: [(differences: [Fraction], statistic: Double, chance: Double)] = [
      (([11, 11, 11, 11, 11, 11, 11, 11, 11, -11, -11, -11]).map { Fraction($0, over: 35_423) }, 19.5, 0.14599609375),
      ([1, -2].map { Fraction($0, over: 7) }, 1, 1),
      ([5, 5, -5].map { Fraction($0, over: 3) }, 2, 1),
      ([infinity, infinity] + [-1, -2, -3].map { Fraction($0, over: 9) } + [infinity], 6, 0.4375),
      ([Int](repeating: 2, count: 8).map { Fraction($0, over: 3) }, 0, 0.0078125),
      ([1, 1, 1, -1, 2, 2, -2, 3, 3, 3, -4, 4].map { Fraction($0, over: 10) }, 20, 0.15625),
    ]
    for (differences, statistic, chance) in table {
      let test = try #require(SignedRankTest(exact: differences))
      #expect(test.statistic == statistic)
      #expect(abs(test.chance - chance) < 1e-12, "\(test.chance), not \(chance)")
    }
  }
}

@Suite struct NemenyiTests {
  /// Five percent points of the studentised range by `scipy.stats.studentized_range`, and Demšar's example.
  @Test func criticalDifferencesAreThoseOfTheStudentisedRange() throws {
    let four = try #require(Nemenyi.criticalDifference(treatments: 4, blocks: 14))
    #expect(abs(four - 1.25) < 0.005)
    let two = try #require(Nemenyi.criticalDifference(treatments: 2, blocks: 6))
    #expect(abs(two - 1.960 * (1.0 / 6).squareRoot()) < 1e-12)
    #expect(Nemenyi.criticalDifference(treatments: 1, blocks: 6) == nil)
    #expect(Nemenyi.criticalDifference(treatments: 21, blocks: 6) == nil)
  }

  @Test func groupsAreTheLargestThatDoNotDiffer() {
    #expect(Nemenyi.groups(ofSorted: [1, 1.5, 2.2, 3.9], within: 1.25) == [0...2])
    #expect(Nemenyi.groups(ofSorted: [1, 2, 3, 4], within: 1.5) == [0...1, 1...2, 2...3])
    #expect(Nemenyi.groups(ofSorted: [1, 3], within: 1).isEmpty)
  }
}

@Suite struct EdgeTests {
  @Test func nothingIsTestedWhereNothingDiffers() {
    #expect(SignedRankTest(differences: []) == nil)
    #expect(SignedRankTest(differences: [0, 0]) == nil)
    #expect(FriedmanTest(blocks: [[1, 1, 1], [2, 2, 2]]) == nil)
    #expect(FriedmanTest(blocks: [[1, 2], [2, 1]]) == nil, "two treatments are for the signed-rank test")
    #expect(Quartiles([]) == nil)
  }

  @Test func failuresRankLastWithoutSpoilingTheOthers() throws {
    let quartiles = try #require(Quartiles([1, 2, .infinity, 3, .infinity]))
    #expect(quartiles.median == 3)
    #expect(quartiles.upper == .infinity)
    let test = try #require(SignedRankTest(differences: [.infinity, .infinity, -1]))
    #expect(test.positive == 5)
    #expect(test.negative == 1)
  }

  @Test func holmRaisesChancesStepByStep() {
    let adjusted = Holm.adjusted([0.01, 0.04, 0.03, 0.005])
    let expected = [0.03, 0.06, 0.06, 0.02]
    #expect(zip(adjusted, expected).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(Holm.adjusted([0.6, 0.7]) == [1, 1])
    #expect(Holm.adjusted([]).isEmpty)
  }
}

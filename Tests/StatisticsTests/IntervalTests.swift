import Testing

@testable import Statistics

@Suite struct IntervalTests {
  private func agree(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 1e-12 * max(1, abs(right)) }

  private func agree(_ interval: Interval?, _ ends: (lower: Double, upper: Double)) -> Bool {
    interval.map { agree($0.lower, ends.lower) && agree($0.upper, ends.upper) } ?? false
  }

  @Test(arguments: IntervalTable.bootstraps)
  func bootstrapIntervalsAgreeWithSciPy(expected: IntervalTable.Bootstrap) {
    let (sample, replicates) = (expected.sample, Replicates(expected.replicates))
    let (sum, count) = (sample.reduce(0, +), Double(sample.count))
    let jackknife = sample.map { (sum - $0) / (count - 1) }
    #expect(agree(replicates.percentileInterval(level: 0.95), expected.percentile), "\(expected.name)")
    let accelerated = replicates.acceleratedInterval(around: sum / count, jackknife: jackknife, level: 0.95)
    #expect(agree(accelerated, expected.accelerated), "\(expected.name): \(String(describing: accelerated))")
  }

  @Test func wilsonsIntervalsAgreeWithSciPy() {
    for expected in IntervalTable.wilson {
      let interval = Interval.wilson(expected.count, of: expected.total, level: expected.level)
      #expect(agree(interval, (expected.lower, expected.upper)), "\(expected): \(String(describing: interval))")
    }
    #expect(Interval.wilson(0, of: 0, level: 0.95) == nil)
  }

  @Test func normalQuantilesAgreeWithSciPy() {
    for expected in IntervalTable.normalQuantiles {
      #expect(agree(Distributions.normalQuantile(expected.chance), expected.value), "\(expected)")
    }
    #expect(Distributions.normalQuantile(0) == -.infinity && Distributions.normalQuantile(1) == .infinity)
  }

  @Test func resamplesThatAgreeTellNothing() {
    let equal = Replicates([3, 3, 3, .nan])
    #expect(equal.percentileInterval(level: 0.95) == nil)
    #expect(equal.acceleratedInterval(around: 3, jackknife: [3, 3], level: 0.95) == nil)
    #expect(Replicates([]).percentileInterval(level: 0.95) == nil)
  }

  @Test func undefinedResamplesAreLeftOut() {
    #expect(
      Replicates([.nan, 1, 2, .nan, 3]).percentileInterval(level: 0.5)
        == Replicates([3, 2, 1]).percentileInterval(level: 0.5))
  }
}

@Suite struct ControlChartTests {
  @Test(arguments: IntervalTable.charts)
  func limitsAndSignalsAgreeWithNumPy(expected: IntervalTable.Chart) throws {
    let chart = try #require(ControlChart(expected.values))
    #expect(abs(chart.centre - expected.centre) < 1e-12 && abs(chart.deviation - expected.deviation) < 1e-12)
    #expect(chart.upperLimit == chart.centre + 3 * chart.deviation && chart.lowerLimit < chart.centre)
    let signals = chart.signals.map { "\($0.place) \($0.rule.rawValue) \($0.isUpward)" }
    #expect(signals == expected.signals.map { "\($0.place) \($0.rule) \($0.isUpward)" }, "\(expected.name)")
    #expect(chart.isProvisional == (expected.values.count < 12))
  }

  @Test func fewValuesMakeNoChartAndEqualOnesNoSignal() throws {
    #expect(ControlChart([1, 2, 3, 4, 5]) == nil)
    let equal = try #require(ControlChart(Array(repeating: 0.1 + 0.2, count: 20)))
    #expect(equal.deviation == 0 && equal.signals.isEmpty)
  }

  @Test func everyRuleIsInTheTable() {
    let rules = Set(IntervalTable.charts.flatMap { $0.signals.map(\.rule) })
    #expect(rules == Set(ControlChart.Rule.allCases.map(\.rawValue)))
  }
}

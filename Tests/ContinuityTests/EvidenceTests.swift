import HomeCare
import Statistics
import Testing

@testable import Continuity

@Suite struct EvidenceTests {
  private static let first = LocalDate("2025-01-06")!

  /// Random meetings of clients who come and go over some periods of a week, in areas that some of them change.
  private static func log(_ random: inout SeededGenerator, periods: Int) -> MeetingLog {
    var meetings: [Meeting] = []
    for client in 0..<random.int(in: 1...25) {
      let begin = random.chance(1, in: 3) ? random.int(below: 7 * periods) : 0
      let end = random.chance(1, in: 3) ? random.int(in: begin...7 * periods) : 7 * periods
      let circle = random.int(in: 1...12)
      for day in begin..<end {
        for hour in [8, 12, 18] where random.chance(2, in: 3) {
          let trait = Trait(
            area: random.chance(9, in: 10) ? ["north", "south", "west"][client % 3] : "south",
            provider: client % 2 == 0 ? "municipal" : "private")
          meetings.append(
            Meeting(
              client: "C\(client)", staff: "S\(random.int(below: circle))",
              start: first.advanced(by: day).midnight.advanced(by: 60 * hour), trait: trait))
        }
      }
    }
    return MeetingLog(meetings)
  }

  private static func measurer(_ log: MeetingLog, threads: Int = 2) -> LogMeasurer {
    var definition = Definition(name: "weeks", version: 1, purpose: "a test")
    definition.periodDays = 7
    definition.target = 5
    return LogMeasurer(log, definition, threads: threads)
  }

  private static func weeks(_ count: Int) -> [Range<LocalDate>] {
    (0..<count).map { first.advanced(by: 7 * $0)..<first.advanced(by: 7 * $0 + 7) }
  }

  private func near(_ left: Interval?, _ right: ResamplingTable.Ends, _ tolerance: Double) -> Bool {
    left.map { abs($0.lower - right.lower) <= tolerance && abs($0.upper - right.upper) <= tolerance } ?? false
  }

  @Test func headlineIntervalsComeNearThoseOfManyResamplesOfSciPy() {
    var resampling = Resampling()
    resampling.count = 6_000
    for (values, mean, median) in ResamplingTable.headlines {
      let intervals = HeadlineIntervals(Headline(values), resampling, stream: 1)
      let width = mean.upper - mean.lower
      #expect(near(intervals.mean, mean, 0.04 * width), "\(String(describing: intervals.mean)), not \(mean)")
      #expect(near(intervals.median, median, 0.5), "\(String(describing: intervals.median)), not \(median)")
    }
  }

  @Test func changesComeNearThoseOfManyResamplesOfSciPy() throws {
    for (before, now, mean, median, share) in ResamplingTable.changes {
      let resampler = ClientResampler(zip(before, now).map { (before: $0, now: $1) }, target: 14)
      var random = SeededGenerator(seed: 5)
      let (figures, jackknife) = (resampler.figures(6_000, using: &random), resampler.jackknife())
      let (one, two) = (Headline(before.compactMap(\.self)), Headline(now.compactMap(\.self)))
      let rise = try #require(two.mean).value - #require(one.mean).value
      let shareRise = try #require(two.share(above: 14)).value - #require(one.share(above: 14)).value
      let ofMean = Replicates(figures.means).acceleratedInterval(around: rise, jackknife: jackknife.means, level: 0.95)
      #expect(near(ofMean, mean, 0.04 * (mean.upper - mean.lower)), "\(String(describing: ofMean)), not \(mean)")
      let ofShare = Replicates(figures.shares).acceleratedInterval(
        around: shareRise, jackknife: jackknife.shares, level: 0.95)
      #expect(near(ofShare, share, 0.04 * (share.upper - share.lower)), "\(String(describing: ofShare)), not \(share)")
      #expect(near(Replicates(figures.medians).percentileInterval(level: 0.95), median, 0.5))
    }
  }

  @Test func splitsAddUpToTheChangeOnRandomLogs() throws {
    var random = SeededGenerator(seed: 181)
    var (whole, withArrivals) = (0, 0)
    for _ in 0..<60 {
      let measurer = Self.measurer(Self.log(&random, periods: 3))
      let periods = measurer.measure(Self.weeks(3), by: [.area])
      let evidence = measurer.evidence(of: periods, Self.few)
      for (period, before) in zip(periods.dropFirst(), periods) {
        let change = try #require(evidence.period(period.dates)?.change)
        let (one, two) = (before.summary.headline, period.summary.headline)
        #expect(change.previous == before.dates)
        #expect(change.stayed + change.came.reduce(0) { $0 + $1.count } == two.clients)
        #expect(change.stayed + change.left.reduce(0) { $0 + $1.count } == one.clients)
        guard let from = one.mean, let to = two.mean, change.stayed > 0 else {
          #expect(change.stayed > 0 || change.mean.stayed == nil)
          continue
        }
        whole += 1
        if !change.came.isEmpty { withArrivals += 1 }
        expectSum(of: change.mean, from, to)
        expectSum(of: change.aboveTarget, try #require(one.share(above: 5)), try #require(two.share(above: 5)))
        for grouping in [Grouping.area, .provider] {
          guard let shift = change.groups[grouping] else { continue }
          #expect(abs(shift.within + shift.between - (to.value - from.value)) < 1e-12)
          #expect(shift.parts.reduce(0) { $0 + $1.clients.now } == two.clients)
          #expect(shift.parts.reduce(0) { $0 + $1.clients.before } == one.clients)
        }
      }
    }
    #expect(whole > 60 && withArrivals > 30)
  }

  /// Holds the parts against the change as whole numbers over one denominator.
  private func expectSum(of split: ChangeSplit, _ from: Ratio, _ to: Ratio) {
    let parts = [split.stayed, split.came, split.left].compactMap(\.self)
    #expect(parts.count == 3)
    let all = parts + [from, to]
    let common = all.reduce(1) { $0 * $1.denominator / Self.divisor($0, $1.denominator) }
    let scaled = all.map { $0.numerator * (common / $0.denominator) }
    #expect(scaled[0] + scaled[1] + scaled[2] == scaled[4] - scaled[3])
  }

  private static func divisor(_ one: Int, _ two: Int) -> Int { two == 0 ? one : divisor(two, one % two) }

  private static let few: Resampling = {
    var resampling = Resampling()
    resampling.count = 50
    return resampling
  }()

  @Test func groupsThatComeOrGoAreSizesNotChanges() throws {
    let shift = try #require(
      GroupShift(["a", "b"], before: [(0, 4), (0, 6)], now: [(0, 5), (0, 5), (1, 9), (1, 11)]))
    #expect(shift.parts[1].within == 0 && shift.parts[1].means.before == nil)
    #expect(shift.within == 0 && shift.between == 2.5)
  }

  @Test func nothingDependsOnThreadsAndEverythingOnTheSeed() throws {
    var random = SeededGenerator(seed: 182)
    let log = Self.log(&random, periods: 6)
    var other = Self.few
    other.seed = 2
    let found = [(1, Self.few), (4, Self.few), (1, other)].map { threads, resampling in
      let measurer = Self.measurer(log, threads: threads)
      let evidence = measurer.evidence(of: measurer.measure(Self.weeks(6), by: [.area]), resampling)
      return evidence.periods.map { "\($0.intervals.mean as Any) \($0.groups) \($0.change?.meanInterval as Any)" }
    }
    #expect(found[0] == found[1] && found[0] != found[2])
  }

  @Test func fewClientsAreToldAsUnreliableAndOneHasNoInterval() {
    #expect(!HeadlineIntervals(Headline([3, 5, 9]), Self.few, stream: 0).isReliable)
    #expect(HeadlineIntervals(Headline(Array(1...10)), Self.few, stream: 0).isReliable)
    let one = HeadlineIntervals(Headline([3]), Self.few, stream: 0)
    #expect(one.mean == nil && one.median == nil && one.share(above: 2)?.upper == 1)
    #expect(HeadlineIntervals(Headline([4, 4, 4]), Self.few, stream: 0).mean == nil)
    #expect(HeadlineIntervals(Headline(), Self.few, stream: 0).share(above: 2) == nil)
  }

  @Test func overlappingPeriodsMakeNoControlChart() {
    let weeks = Self.weeks(8).map { (dates: $0, headline: Headline([$0.lowerBound.dayNumber % 9, 4])) }
    #expect(ChartedFigure.charts(weeks, target: 5).map(\.kind) == [.mean, .aboveTarget])
    let overlapping = weeks.map {
      (dates: $0.dates.lowerBound..<$0.dates.upperBound.advanced(by: 1), headline: $0.headline)
    }
    #expect(ChartedFigure.charts(overlapping, target: 5).isEmpty)
    #expect(ChartedFigure.charts(Array(weeks.prefix(5)), target: 5).isEmpty)
    let empty = weeks.prefix(3) + [(dates: weeks[3].dates, headline: Headline())] + weeks.dropFirst(4)
    #expect(ChartedFigure.charts(Array(empty), target: 5).first?.periods.count == 7)
  }
}

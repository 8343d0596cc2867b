import HomeCare
import Statistics

/// How sure the figures of some periods are, what they changed by and who makes that up, and whether it is more than what
/// periods usually differ by.
public struct Evidence: Sendable {
  /// One period's intervals and change.
  public struct Period: Sendable {
    /// The dates.
    public let dates: Range<LocalDate>
    /// The intervals of the figures over all counted clients.
    public let intervals: HeadlineIntervals
    /// The intervals of the groups, in the order of the measure's own.
    public let groups: [Grouping: [HeadlineIntervals]]
    /// What changed since the period before; `nil` for the first.
    public let change: PeriodChange?
  }

  /// How the intervals were made.
  public let resampling: Resampling
  /// The periods, in order.
  public let periods: [Period]
  /// The control charts; none where there are too few periods.
  public let charts: [ChartedFigure]

  /// The chart of a figure; `nil` where there is none.
  public func chart(of kind: ChartedFigure.Kind) -> ChartedFigure? { charts.first { $0.kind == kind } }

  /// What is told of the period of some dates.
  public func period(_ dates: Range<LocalDate>) -> Period? { periods.last { $0.dates == dates } }
}

extension LogMeasurer {
  /// Tells how sure the figures of some periods are.
  ///
  /// Every period and group draws by a stream of its own, so nothing depends on the number of threads.
  ///
  /// - Parameters:
  ///   - periods: The periods, in order; each is compared with the one before.
  ///   - charted: The periods of the control charts, in order, where they are not the same; those before the first of
  ///     `periods` are told with their intervals, and nothing else.
  public func evidence(
    of periods: [PeriodMeasure], charted: [(dates: Range<LocalDate>, headline: Headline)]? = nil,
    _ resampling: Resampling = Resampling()
  ) -> Evidence {
    let partitions = Grouping.allCases.filter(\.isOfClients).map { ($0, Partition(plan, by: $0)) }
      .filter { $0.1.names.count > 1 }
    // By grouping and period, the group of each counted client.
    let homes = partitions.map { grouping, _ in periods.map { $0.clients.map { $0.homes[grouping] } } }
    let known = ClientBlocks.map(periods.indices.map { $0..<$0 + 1 }, threads: threads) { block in
      let index = block.lowerBound
      let groups = zip(partitions, homes).map { ($0.0, $0.1.names, $1) }
      return evidence(of: periods, index, groups, resampling)
    }
    let charts = ChartedFigure.charts(
      charted ?? periods.map { ($0.dates, $0.summary.headline) }, target: definition.target)
    let earlier = (charted ?? []).filter { each in !periods.contains { $0.dates == each.dates } }
    let alone = ClientBlocks.map(earlier.indices.map { $0..<$0 + 1 }, threads: threads) { block in
      let (dates, headline) = earlier[block.lowerBound]
      // Streams behind those of the periods.
      let stream = UInt64(periods.count + block.lowerBound) << 32
      return Evidence.Period(
        dates: dates, intervals: HeadlineIntervals(headline, resampling, stream: stream), groups: [:], change: nil)
    }
    return Evidence(resampling: resampling, periods: alone + known, charts: charts)
  }

  private func evidence(
    of periods: [PeriodMeasure], _ index: Int, _ homes: [(Grouping, names: [String], homes: [[Int]])],
    _ resampling: Resampling
  ) -> Evidence.Period {
    let period = periods[index]
    // Streams: the period's change, its own headline, and one for each group of each grouping behind them.
    let first = UInt64(index) << 32
    var next = first + 2
    var groups: [Grouping: [HeadlineIntervals]] = [:]
    for grouping in Grouping.allCases {
      groups[grouping] = period.groups[grouping]?.map { group in
        defer { next += 1 }
        return HeadlineIntervals(group.summary.headline, resampling, stream: next)
      }
    }
    let change: PeriodChange? =
      index == 0
      ? nil
      : PeriodChange(
        from: periods[index - 1], to: period, target: definition.target,
        groups: Self.shifts(periods, index, homes), resampling, stream: first)
    return Evidence.Period(
      dates: period.dates, intervals: HeadlineIntervals(period.summary.headline, resampling, stream: first + 1),
      groups: groups, change: change)
  }

  private static func shifts(
    _ periods: [PeriodMeasure], _ index: Int, _ homes: [(Grouping, names: [String], homes: [[Int]])]
  ) -> [Grouping: GroupShift] {
    var shifts: [Grouping: GroupShift] = [:]
    for (grouping, names, homes) in homes {
      let members = [index - 1, index].map { number in
        zip(homes[number], periods[number].clients).map { (group: $0, value: $1.measure.figures.distinct) }
      }
      shifts[grouping] = GroupShift(names, before: members[0], now: members[1])
    }
    return shifts
  }
}

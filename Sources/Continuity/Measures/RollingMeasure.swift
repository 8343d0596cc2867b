import HomeCare

/// What a definition finds in the period that ends on each day: its last 14 days, or whatever the length is.
public struct RollingMeasure: Sendable {
  /// One client on one day.
  public struct Cell: Hashable, Sendable {
    /// Why the client is left out; `nil` where counted.
    public let excluded: Exclusion?
    /// Counted visits.
    public let visits: Int
    /// Counted meetings.
    public let meetings: Int
    /// Distinct staff.
    public let distinct: Int
  }

  /// Length of every period in days.
  public let periodDays: Int
  /// The last day of the first period.
  public let firstEnd: LocalDate
  /// The figures of the period that ends on each day.
  public let summaries: [Summary]
  /// For each day, how many clients each rule left out.
  public let excluded: [[Exclusion: Int]]
  /// By grouping the names of the groups, in order, each with its figures of the period that ends on each day.
  let groupSummaries: [Grouping: [(name: String, summaries: [Summary])]]
  let blocks: [RollingBlock]

  /// Number of periods.
  public var count: Int { summaries.count }

  /// The dates of a period.
  public func dates(of period: Int) -> Range<LocalDate> {
    let end = firstEnd.advanced(by: period + 1)
    return end.advanced(by: -periodDays)..<end
  }

  /// The groups of the period that ends on a day, each in the order of the names.
  public func groups(of period: Int) -> [Grouping: [GroupMeasure]] {
    groupSummaries.mapValues { groups in groups.map { GroupMeasure(name: $0.name, summary: $0.summaries[period]) } }
  }

  /// A client's cells, one for each period.
  public struct Row: Sendable {
    fileprivate let block: RollingBlock
    fileprivate let first: Int

    /// The cell of a period.
    public subscript(period: Int) -> Cell { block.cell(first + period) }
  }

  /// The cells of a client of the log; there must be a period.
  public func row(ofClient client: Int) -> Row {
    // All blocks but the last are of one size.
    let block = blocks[client / blocks[0].clients.count]
    return Row(block: block, first: (client - block.clients.lowerBound) * block.days)
  }
}

extension LogMeasurer {
  /// Measures the period that ends on each day, of those that lie wholly between two dates.
  ///
  /// Each meeting enters and leaves once, so the cost does not grow with the period's length.
  ///
  /// - Parameter summarises: Whether the figures over all clients are taken too; without them, summaries are empty.
  public func rolling(
    _ dates: ClosedRange<LocalDate>, by groupings: [Grouping] = [], summarises: Bool = true
  ) -> RollingMeasure {
    let plan = plan
    let length = definition.periodDays
    let days = max(0, dates.upperBound.dayNumber - dates.lowerBound.dayNumber + 2 - length)
    let partitions = groupings.map { Partition(plan, by: $0) }
    let none = [Summary](repeating: Summary(), count: days)
    var (summaries, groups) = (none, partitions.map { $0.names.map { _ in none } })
    var excluded = [[Exclusion: Int]](repeating: [:], count: days)
    var blocks: [RollingBlock] = []
    for wave in days == 0 ? [] : ClientBlocks.waves(clients: log.clients.count) {
      var done = ClientBlocks.map(wave, threads: threads) { clients in
        var block = RollingBlock(plan, from: dates.lowerBound, days: days, clients: clients, groupings, partitions)
        block.measure(summarises: summarises)
        return block
      }
      for index in done.indices { done[index].moveSums(to: &summaries, &groups, &excluded) }
      blocks += done
    }
    let named = zip(partitions, groups).map { partition, sums in
      zip(partition.names, sums).map { (name: $0, summaries: $1) }
    }
    return RollingMeasure(
      periodDays: length, firstEnd: dates.lowerBound.advanced(by: length - 1), summaries: summaries,
      excluded: excluded, groupSummaries: Dictionary(uniqueKeysWithValues: zip(groupings, named)), blocks: blocks)
  }
}

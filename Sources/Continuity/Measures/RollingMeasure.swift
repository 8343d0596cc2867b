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

  let blocks: [RollingBlock]

  /// Number of periods.
  public var count: Int { summaries.count }

  /// The dates of a period.
  public func dates(of period: Int) -> Range<LocalDate> {
    let end = firstEnd.advanced(by: period + 1)
    return end.advanced(by: -periodDays)..<end
  }

  /// How many parts the clients are kept in.
  public var partCount: Int { blocks.count }

  /// Calls back with each client of a part, in order, and the client's cell of each period; `nil` where the client has no
  /// meetings in it.
  public func forEachClient(ofPart part: Int, _ body: (_ client: Int, _ cell: (_ period: Int) -> Cell?) -> Void) {
    let block = blocks[part]
    for (index, client) in block.clients.enumerated() {
      body(client) { period in block.cell(index * block.days + period) }
    }
  }
}

extension LogMeasurer {
  /// Measures the period that ends on each day, of those that lie wholly between two dates.
  ///
  /// Each meeting enters and leaves once, so the cost does not grow with the period's length.
  public func rolling(_ dates: ClosedRange<LocalDate>) -> RollingMeasure {
    let plan = plan
    let length = definition.periodDays
    let days = max(0, dates.upperBound.dayNumber - dates.lowerBound.dayNumber + 2 - length)
    let blocks: [RollingBlock] =
      days == 0
      ? []
      : ClientBlocks.map(clients: log.clients.count, threads: threads) { clients in
        var block = RollingBlock(plan, from: dates.lowerBound, days: days, clients: clients)
        block.measure()
        return block
      }
    var summaries = [Summary](repeating: Summary(), count: days)
    var excluded = [[Exclusion: Int]](repeating: [:], count: days)
    for block in blocks {
      for day in 0..<days {
        summaries[day].merge(block.summaries[day])
        for (rule, count) in zip(Exclusion.allCases, block.excluded[day]) where count > 0 {
          excluded[day][rule, default: 0] += count
        }
      }
    }
    return RollingMeasure(
      periodDays: length, firstEnd: dates.lowerBound.advanced(by: length - 1), summaries: summaries,
      excluded: excluded, blocks: blocks)
  }
}

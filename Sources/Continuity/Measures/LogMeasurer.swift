import HomeCare

/// Takes a definition's measures from a log.
public struct LogMeasurer: Sendable {
  let plan: MeasurePlan
  let threads: Int

  /// A measurer.
  ///
  /// - Parameters:
  ///   - basis: Which meetings are measured; performed ones where there are any, and planned ones otherwise, where absent.
  ///   - threads: How many threads share the work; the figures do not depend on it.
  public init(_ log: MeetingLog, _ definition: Definition, basis: MeetingBasis? = nil, threads: Int = 2) {
    plan = MeasurePlan(log, definition, basis: basis ?? log.basis)
    self.threads = threads
  }

  /// The log measured.
  public var log: MeetingLog { plan.log }
  /// The definition.
  public var definition: Definition { plan.definition }
  /// Which meetings are measured.
  public var basis: MeetingBasis { plan.basis }

  /// The whole consecutive periods of the definition's length that fit between two dates.
  ///
  /// They end with the last date, so that the latest period is whole; dates left over at the beginning are in none.
  public func consecutivePeriods(_ dates: ClosedRange<LocalDate>) -> [Range<LocalDate>] {
    let length = definition.periodDays
    let end = dates.upperBound.advanced(by: 1)
    let count = (end.dayNumber - dates.lowerBound.dayNumber) / length
    return (0..<count).map { end.advanced(by: -(count - $0) * length)..<end.advanced(by: -(count - $0 - 1) * length) }
  }

  /// Measures periods, which may lie anywhere and overlap.
  ///
  /// - Parameter accountsLast: Whether it is told what became of every row in the last period.
  public func measure(
    _ periods: [Range<LocalDate>], by groupings: [Grouping] = [], accountsLast: Bool = false
  ) -> [PeriodMeasure] {
    guard !periods.isEmpty else { return [] }
    let firstDate = log.dates(of: basis)?.lowerBound
    let blank = PeriodBlock(
      plan, periods, groupings, firstDate: firstDate, isSubstitute: plan.substitutes(), accountsLast: accountsLast)
    var measures = blank.found
    var staff = periods.map { _ in StaffTally(staffCount: log.staff.count) }
    for wave in ClientBlocks.waves(clients: log.clients.count) {
      let blocks = ClientBlocks.map(wave, threads: threads) { clients in
        var block = blank
        for client in clients { block.measure(client) }
        return block.found
      }
      for block in blocks {
        for (period, part) in block.enumerated() {
          measures[period].merge(part)
          staff[period].add(part.staff)
        }
      }
    }
    for period in measures.indices { measures[period].staff = staff[period].measures.sorted { $0.staff < $1.staff } }
    if let last = measures.indices.last, var account = measures[last].account {
      account.add(log.count - account.total, to: .otherDates)
      measures[last].account = account
    }
    return measures
  }
}

extension PeriodMeasure {
  /// Adds the clients of a later block, without the staff who met them.
  fileprivate mutating func merge(_ other: PeriodMeasure) {
    summary.merge(other.summary)
    clients += other.clients
    excluded += other.excluded
    shared.merge(other.shared, uniquingKeysWith: +)
    account = other.account.map { account?.merged(with: $0) ?? $0 } ?? account
    for (grouping, rows) in other.groups {
      for (index, row) in rows.enumerated() { groups[grouping]?[index].summary.merge(row.summary) }
    }
  }
}

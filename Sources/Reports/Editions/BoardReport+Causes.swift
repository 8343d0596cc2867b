import Continuity

extension BoardReport {
  /// How much lower the mean of the latest period would be without a cause, with the decimals of means.
  struct ShownCause: Sendable {
    let cause: Cause
    let lowering: Double
  }

  /// Clients below whom no cause is told: with fewer, the decimals of a mean would give away the sum behind it.
  private static let fewestForCauses = 20

  /// What causes add to the mean of the latest period, the largest first; empty where nobody asks, or it would tell too much.
  ///
  /// A cause that touches fewer clients than the limit is not told. Categories of staff nearly add up to the mean, but only
  /// so far as the decimals of all of them let it be seen: with twenty clients or more, each sum is one of several numbers.
  /// Categories without a known meaning are words of the log, and stay out.
  static func causes(of report: MeasureReport, limit: Int) -> [ShownCause] {
    guard let last = report.listed.last, let contributions = report.contributions(last),
      last.clients.count >= max(fewestForCauses, timesTheLimit * limit)
    else { return [] }
    let shown = contributions.rows.filter { $0.clients >= limit && isKnown($0.cause) }.compactMap { row in
      row.lowering.map { ShownCause(cause: row.cause, lowering: rounded($0.value)) }
    }
    return shown.enumerated().sorted { ($1.element.lowering, $0.offset) < ($0.element.lowering, $1.offset) }
      .map(\.element)
  }

  private static func isKnown(_ cause: Cause) -> Bool {
    guard case .staffCategory(let category) = cause else { return true }
    return category.isEmpty || Language.swedish.word(category) != category
  }

  /// The causes as a table; `nil` where there are none.
  func causeTable(_ language: Language) -> ReportTable? {
    guard let last = shown.last, !causes.isEmpty else { return nil }
    return ReportTable(
      language(.whatCausesAdd, last.dates.lowerBound, last.dates.lastDate),
      [(language(.cause), false), (language(.fewerWithout), true)], of: causes, limit: nil
    ) {
      [language.cause($0.cause), language.number($0.lowering, Self.places)]
    }
  }
}

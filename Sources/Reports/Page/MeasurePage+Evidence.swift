import Continuity
import HomeCare
import Statistics

/// The sections that tell how sure the figures are and why they are as they are.
extension MeasurePage {
  /// The change in its parts, the control chart, and the causes where they are asked for.
  var evidence: HTML {
    guard let current, current.evidence != nil, current.summary.headline.clients > 0 else { return "" }
    let tables = EvidenceTables(report: report, language: language)
    var body = table(tables.change) + HTML.paragraphs(tables.changeNotes)
    body += tables.shifts.map { HTMLTable($0).html }.joined()
    body += controlChart + table(tables.control) + HTML.paragraphs(tables.controlNotes) + HTML.list(tables.signals)
    body += table(tables.causes)
    return section(.howSureAndWhy, body)
  }

  private func table(_ table: ReportTable?) -> HTML { table.map { HTMLTable($0).html } ?? "" }

  /// The mean of each period with its interval, amid the limits of all.
  private var controlChart: HTML {
    guard let charted = report.evidence?.chart(of: .mean) else { return "" }
    let control = charted.chart
    let levels = [control.lowerLimit, control.centre, control.upperLimit].filter { $0 >= 0 }
    // Periods without a counted client leave a gap, as in the trend.
    let dates = report.periods.isEmpty ? charted.periods : report.periods.map(\.dates)
    let values = dates.map { dates in charted.periods.firstIndex(of: dates).map { control.values[$0] } }
    let spans = dates.enumerated().compactMap { place, dates in
      report.evidence?.period(dates)?.intervals.mean.map { (x: Double(place), low: $0.lower, high: $0.upper) }
    }
    let all = control.values + levels + spans.flatMap { [$0.low, $0.high] }
    guard let least = all.min(), let most = all.max() else { return "" }
    var chart = Chart(
      title: language(.controlChartTitle),
      description: language.listed(control.values.map { language.number($0, 2) }, "; "),
      axis: (language(.lastDayOfPeriod), language(.staff)),
      .places(dates.map { $0.lastDate.description }),
      lines: [Chart.Line("", values.enumerated().map { (x: Double($0), y: $1) }, look: .plain)],
      yRange: Chart.closeRange([Swift.max(0, least), most]))
    chart?.spans = spans
    chart?.levels = levels.map { ($0, language.number($0, 1)) }
    return chart?.figure(note: "\(language(.dashedLimits))") ?? ""
  }
}

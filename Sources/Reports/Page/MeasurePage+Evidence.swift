import Continuity
import HomeCare
import Statistics

/// The sections that tell how sure the figures are and why they are as they are.
extension MeasurePage {
  /// The intervals, the change in its parts, the control chart, and the causes where they are asked for.
  var evidence: HTML {
    guard let current, let known = current.evidence, current.summary.headline.clients > 0 else { return "" }
    let tables = EvidenceTables(report: report, language: language)
    let lines = current.change.map { report.lines(of: $0, language) } ?? []
    var body = intervals(current, known.intervals)
    body += HTML.paragraphs(lines + tables.changeNotes) + tables.shifts.map { HTMLTable($0).html }.joined()
    body += controlChart + (tables.control.map { HTMLTable($0).html } ?? "") + HTML.paragraphs(tables.controlNotes)
    body += tables.causes.map { HTMLTable($0).html } ?? ""
    return section(.howSureAndWhy, body)
  }

  /// Each figure of the latest period that has an interval, with it.
  private func intervals(_ entry: MeasureReport.Entry, _ intervals: HeadlineIntervals) -> HTML {
    let table = ReportTable(
      language(.intervalsOfLatest, entry.dates.lowerBound, entry.dates.lastDate),
      [(language(.figure), false), (language(.value), true), (language(.interval, report.level(language)), true)],
      of: report.figures.filter { $0.interval != nil }, limit: nil
    ) {
      [
        $0.title(language), $0.value(of: entry.summary).whole(language),
        $0.shown(intervals, of: entry.summary, language),
      ]
    }
    return HTMLTable(table).html
  }

  /// The mean of each period with its interval, amid the limits of all.
  private var controlChart: HTML {
    guard let charted = report.evidence?.chart(of: .mean) else { return "" }
    let control = charted.chart
    let levels = [control.lowerLimit, control.centre, control.upperLimit]
    let spans = charted.periods.enumerated().compactMap { place, dates in
      report.evidence?.period(dates)?.intervals.mean.map { (x: Double(place), low: $0.lower, high: $0.upper) }
    }
    let all = control.values + levels + spans.flatMap { [$0.low, $0.high] }
    guard let least = all.min(), let most = all.max() else { return "" }
    var chart = Chart(
      title: language(.controlChartTitle),
      description: language.listed(control.values.map { language.number($0, 2) }, "; "),
      axis: (language(.lastDayOfPeriod), language(.staff)),
      .places(charted.periods.map { $0.lastDate.description }),
      lines: [Chart.Line("", control.values.enumerated().map { (x: Double($0), y: $1) }, look: .plain)],
      yRange: Chart.closeRange([Swift.max(0, least), most]))
    chart?.spans = spans
    chart?.levels = levels.filter { $0 >= 0 }
    return chart?.figure ?? ""
  }

  /// What became of the plan.
  var outcome: HTML {
    let tables = EvidenceTables(report: report, language: language)
    return tables.outcome.map { section(.planAndOutcome, HTMLTable($0).html + HTML.paragraphs(tables.outcomeNotes)) }
      ?? ""
  }

}

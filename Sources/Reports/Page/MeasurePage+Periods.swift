import Continuity
import HomeCare

/// The sections that tell of periods: how the figures go, how clients are spread, and how groups differ.
extension MeasurePage {
  /// The mean of every period as a line.
  var trend: HTML {
    guard series.count > 1 else { return "" }
    let means = series.map { $0.summary.headline.mean?.value }
    let planned = report.planned.map { $0.summary.headline.mean?.value }
    let known = means.compactMap(\.self)
    let description = language(
      .trendDescription, series.count, series[0].dates.lowerBound, series[series.count - 1].dates.lastDate,
      "\(language.number(known.min(), 1))–\(language.number(known.max(), 1))", definition.target)
    func line(_ values: [Double?], _ look: Chart.Line.Look) -> Chart.Line {
      Chart.Line("", values.enumerated().map { (x: Double($0), y: $1) }, look: look)
    }
    let most = max((means + planned).compactMap(\.self).max() ?? 0, Double(definition.target))
    var chart = Chart(
      title: language(planned.isEmpty ? .trendTitle : .trendTitleWithPlan), description: description,
      axis: (language(.lastDayOfPeriod), language(.staff)),
      .places(series.map { String($0.dates.lastDate.description.dropFirst(2)) }),
      lines: [line(means, .plain), line(planned, .dotted)], yRange: Chart.wholeRange(upTo: most * 1.08))
    chart?.levels = [Double(definition.target)]
    return section(.trend, chart?.figure ?? "")
  }

  /// How many clients met so many staff.
  var distribution: HTML {
    guard let current, current.summary.headline.clients > 0 else { return "" }
    let thresholds = definition.thresholds.filter { $0 != 15 }
    let chart = Chart.distribution(of: current.summary.headline, thresholds: thresholds, language)
    return section(.distribution, chart?.figure ?? "")
  }

  /// A row for each period; of rolling ones, for every seventh.
  var shares: HTML {
    let figures = report.figures.filter { $0.places.contains(.groups) }
    let titles = figures.map { title(of: $0) } + [language.title(.range)]
    var table = HTMLTable(
      caption: language(.shareAboveLimits), [(language.title(.period), false)] + titles.map { ($0, true) })
    let every = report.periods.isEmpty ? 7 : 1
    for index in series.indices where (series.count - 1 - index) % every == 0 {
      let (summary, headline) = (series[index].summary, series[index].summary.headline)
      let cells = figures.map { figure -> HTML in
        let value = figure.value(of: summary)
        guard case .share(let share) = value else { return "\(value.shown(language))" }
        return "\(value.shown(language)) (\(share?.numerator ?? 0))"
      }
      let ends = [headline.smallest, headline.largest].compactMap { $0.map(String.init) }
      let range: HTML = "\(ends.isEmpty ? Decimal.undefined : ends.joined(separator: "–"))"
      table.append([shown(series[index].dates)] + cells + [range])
    }
    return section(.aboveTheLimits, table.html)
  }

  /// A table for each grouping.
  var groups: HTML {
    guard let last = report.listed.last, !report.groupings.isEmpty else { return "" }
    let figures = report.figures.filter { $0.places.contains(.pageGroups) }
    let tables = report.groupings.map { grouping in
      let name = language.name("grouping", grouping.rawValue)
      var table = HTMLTable(
        caption: language(.by, name), [(name, false)] + figures.map { (title(of: $0), true) })
      for group in report.groups(last, grouping) {
        let title: HTML =
          group.name.isEmpty
          ? "\(language(.unknown))" : shown(report.name(ofGroup: group.name, grouping), grouping)
        table.append([title] + figures.map { "\($0.value(of: group.summary).shown(language))" })
      }
      return table.html
    }
    return section(.groups, tables.joined())
  }

  /// The title of a figure's column; of a share above a threshold as it stands.
  private func title(of figure: HeadlineFigure) -> String {
    let title = figure.title(language)
    return figure.threshold == nil ? Language.capitalised(title) : title
  }

  /// A group's name; categories in the page's language.
  private func shown(_ name: String, _ grouping: Grouping) -> HTML {
    HTML.name(grouping.isOfCategories ? language.word(name) : name)
  }

  /// The plan beside the outcome.
  var plan: HTML {
    guard !report.planned.isEmpty else { return "" }
    let titles = [Phrase.period, .planMean, .outcomeMean, .planClients, .outcomeClients]
    var table = HTMLTable(
      caption: language(.planAndOutcome), titles.map { (language.title($0), $0 != .period) })
    for (planned, outcome) in zip(report.planned, report.listed) {
      let (plan, actual) = (planned.summary.headline, outcome.summary.headline)
      table.append([
        shown(outcome.dates), "\(language.number(plan.mean, 2))", "\(language.number(actual.mean, 2))",
        "\(plan.clients)", "\(actual.clients)",
      ])
    }
    return section(.planAndOutcome, table.html)
  }
}

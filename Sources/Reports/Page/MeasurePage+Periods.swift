import Continuity
import HomeCare

/// The sections that tell of periods: how clients are spread, and all figures period by period.
extension MeasurePage {
  /// How many clients met so many staff.
  var distribution: HTML {
    guard let current, current.summary.headline.clients > 0 else { return "" }
    let thresholds = definition.thresholds.filter { $0 != 15 }
    let chart = Chart.distribution(of: current.summary.headline, thresholds: thresholds, language)
    return section(.distribution, chart?.figure(note: "") ?? "")
  }

  /// A row for each period; of rolling ones, for every seventh.
  var shares: HTML {
    let figures = report.figures.filter { $0.places.contains(.groups) }
    let titles = figures.map { title(of: $0) } + [language.title(.range)]
    var table = HTMLTable(
      caption: language(.shareAboveLimits), [(language.title(.period), false)] + titles.map { ($0, true) }, folds: true)
    let every = report.periods.isEmpty ? 7 : 1
    for index in series.indices where (series.count - 1 - index) % every == 0 {
      let (summary, headline) = (series[index].summary, series[index].summary.headline)
      let cells = figures.map { figure -> HTML in
        let value = figure.value(of: summary)
        guard case .share(let share?) = value else { return "\(value.shown(language))" }
        return "\(value.shown(language)) (\(share.numerator))"
      }
      let ends = [headline.smallest, headline.largest].compactMap { $0.map(String.init) }
      let range: HTML = "\(ends.isEmpty ? Decimal.undefined : ends.joined(separator: "–"))"
      table.append([HTML.dates(series[index].dates)] + cells + [range])
    }
    return section(.periodByPeriod, table.html)
  }

  /// A table for each grouping, with more figures than the first page has.
  var groups: HTML {
    guard let last = report.listed.last, !report.groupings.isEmpty else { return "" }
    let figures = report.figures.filter { $0.places.contains(.pageGroups) }
    let tables = report.groupings.map { grouping in
      let name = language.name("grouping", grouping.rawValue)
      var table = HTMLTable(
        caption: language(.by, name), [(Language.capitalised(name), false)] + figures.map { (title(of: $0), true) },
        folds: true)
      for group in report.groups(last, grouping) {
        let name = language.groupName([report.name(ofGroup: group.name, grouping)], grouping)
        table.append([HTML.name(name)] + figures.map { "\($0.value(of: group.summary).shown(language))" })
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

  /// The plan beside the outcome: the means of each period, and what became of the plan in the latest.
  var plan: HTML {
    guard !report.planned.isEmpty else { return "" }
    let tables = EvidenceTables(report: report, language: language)
    let titles = [Phrase.period, .planMean, .outcomeMean, .planClients, .outcomeClients]
    var table = HTMLTable(
      caption: language(.meansOfPlan), titles.map { (language.title($0), $0 != .period) })
    for (planned, outcome) in zip(report.planned, report.listed) {
      let (plan, actual) = (planned.summary.headline, outcome.summary.headline)
      table.append([
        HTML.dates(outcome.dates), "\(language.number(plan.mean, 2))", "\(language.number(actual.mean, 2))",
        "\(plan.clients)", "\(actual.clients)",
      ])
    }
    let outcome = tables.outcome.map { HTMLTable($0).html + HTML.paragraphs(tables.outcomeNotes) } ?? ""
    return section(.planAndOutcome, table.html + outcome)
  }
}

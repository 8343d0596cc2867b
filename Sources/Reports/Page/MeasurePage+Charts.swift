import Continuity
import HomeCare

extension MeasurePage {
  func shown(_ dates: Range<LocalDate>) -> String {
    "<span class=\"d\">\(dates.lowerBound) – \(dates.lastDate)</span>"
  }

  /// The mean of every period as a line.
  var trend: String {
    guard series.count > 1 else { return "" }
    let means = series.map { $0.summary.headline.mean?.value }
    let planned = report.planned.map { $0.summary.headline.mean?.value }
    let known = means.compactMap(\.self)
    let range = "\(language.number(known.min(), 1))–\(language.number(known.max(), 1))"
    let description = say(
      "\(series.count) perioder från \(series[0].dates.lowerBound) till \(series[series.count - 1].dates.lastDate); "
        + "medelvärden \(range); streckad linje: målet \(definition.target)",
      "\(series.count) periods from \(series[0].dates.lowerBound) to \(series[series.count - 1].dates.lastDate); "
        + "means \(range); dashed line: the target, \(definition.target)")
    var title = say("Personal i medeltal per period", "Mean number of staff by period")
    if !planned.isEmpty { title += say(" (prickad: planen)", " (dotted: the plan)") }
    return section(
      say("Utveckling", "Trend"),
      Chart.trend(
        means, second: planned, names: series.map { String($0.dates.lastDate.description.dropFirst(2)) },
        target: definition.target, title: title,
        description: description, axis: (say("periodens sista dag", "last day of the period"), say("personal", "staff"))
      ))
  }

  /// How many clients met so many staff.
  var distribution: String {
    guard let current, current.summary.headline.clients > 0 else { return "" }
    let counts = current.summary.headline.distribution
    let figures = counts.enumerated().filter { $0.element > 0 }.map { "\($0.offset): \($0.element)" }
    let description = say(
      "Antal kunder efter antal personal: \(figures.joined(separator: "; "))",
      "Clients by number of staff: \(figures.joined(separator: "; "))")
    let chart = Chart.distribution(
      counts, thresholds: definition.thresholds.filter { $0 != 15 },
      title: say("Kunder efter antal personal de mött", "Clients by the number of staff they met"),
      description: description, axis: (say("personal", "staff"), say("kunder", "clients")))
    return section(say("Fördelning", "Distribution"), chart)
  }

  /// A row for each period; of rolling ones, for every seventh.
  var shares: String {
    var columns = [(say("Period", "Period"), false), (say("Kunder", "Clients"), true), (say("Medel", "Mean"), true)]
    columns += [(say("Median", "Median"), true)]
    columns += definition.thresholds.map { (say("över \($0)", "above \($0)"), true) }
    columns += [(say("Minst–störst", "Range"), true)]
    var table = HTMLTable(caption: say("Andel kunder över gränserna", "Share of clients above the limits"), columns)
    let every = report.periods.isEmpty ? 7 : 1
    for index in series.indices where (series.count - 1 - index) % every == 0 {
      let headline = series[index].summary.headline
      var cells = [shown(series[index].dates), "\(headline.clients)"]
      cells += [language.number(headline.mean, 2), language.number(headline.median, 1)]
      cells += definition.thresholds.map { threshold in
        let share = headline.share(above: threshold)
        return "\(language.percent(share)) (\(share?.numerator ?? 0))"
      }
      let ends = [headline.smallest, headline.largest].compactMap { $0.map(String.init) }
      cells.append(ends.isEmpty ? Decimal.undefined : ends.joined(separator: "–"))
      table.append(cells)
    }
    return section(say("Över gränserna", "Above the limits"), table.text)
  }

  /// A table for each grouping.
  var groups: String {
    guard let last = report.listed.last, !report.groupings.isEmpty else { return "" }
    let tables = report.groupings.map { grouping in
      var table = HTMLTable(
        caption: say("Efter \(language.name(grouping))", "By \(language.name(grouping))"),
        [(language.name(grouping), false), (say("Kunder", "Clients"), true), (say("Medel", "Mean"), true)]
          + [(say("Median", "Median"), true)]
          + definition.thresholds.map { (say("över \($0)", "above \($0)"), true) }
          + [(say("Besök", "Visits"), true), ("UPC", true), ("COC", true)])
      for group in report.groups(last, grouping) {
        let headline = group.summary.headline
        table.append(
          [
            group.name.isEmpty ? say("okänt", "unknown") : shown(report.name(ofGroup: group.name, grouping), grouping),
            "\(headline.clients)",
            language.number(headline.mean, 2), language.number(headline.median, 1),
          ] + definition.thresholds.map { language.percent(headline.share(above: $0)) }
            + [language.number(group.summary.meanVisits, 1)]
            + [language.number(group.summary.usualProvider, 2), language.number(group.summary.continuityOfCare, 2)])
      }
      return table.text
    }
    return section(say("Grupper", "Groups"), tables.joined())
  }

  /// A group's name; categories in the page's language.
  private func shown(_ name: String, _ grouping: Grouping) -> String {
    switch grouping {
    case .area, .provider: HTMLText.name(name)
    case .category, .staffCategory: HTMLText.name(language.word(name))
    }
  }

  /// The plan beside the outcome.
  var plan: String {
    guard !report.planned.isEmpty else { return "" }
    var table = HTMLTable(
      caption: say("Plan och utfall", "Plan and outcome"),
      [
        (say("Period", "Period"), false), (say("Plan, medel", "Plan, mean"), true),
        (say("Utfall, medel", "Outcome, mean"), true), (say("Plan, kunder", "Plan, clients"), true),
        (say("Utfall, kunder", "Outcome, clients"), true),
      ])
    for (planned, outcome) in zip(report.planned, report.listed) {
      table.append([
        shown(outcome.dates), language.number(planned.summary.headline.mean, 2),
        language.number(outcome.summary.headline.mean, 2), "\(planned.summary.headline.clients)",
        "\(outcome.summary.headline.clients)",
      ])
    }
    return section(say("Plan och utfall", "Plan and outcome"), table.text)
  }
}

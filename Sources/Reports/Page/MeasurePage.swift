import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// The report as one HTML page that needs no network and runs no script, to be read or printed on A4.
  ///
  /// - Parameter limit: Clients and staff listed at most.
  public func html(_ language: Language, limit: Int = 20) -> String {
    MeasurePage(self, language, limit: limit).text
  }
}

/// The page of a report, section by section.
struct MeasurePage {
  let report: MeasureReport
  let language: Language
  let limit: Int
  /// The periods of the page in order.
  let series: [MeasureReport.Entry]
  /// What the log was read as; `nil` where there is none.
  let readAs: ReadAs?
  private let first: FirstPage

  init(_ report: MeasureReport, _ language: Language, limit: Int) {
    (self.report, self.language, self.limit) = (report, language, limit)
    // All three go through the whole report, and several sections ask for them.
    (series, readAs) = (report.series, report.readAs)
    first = FirstPage(shown: report.shown, language: language)
  }

  var definition: Definition { report.measurer.definition }
  /// What the page speaks of: the last period, be it given or the last day's.
  var current: MeasureReport.Entry? { series.last }

  var text: String {
    let sections = [
      first.html(warnings), headline, evidence, distribution, series.count > 1 ? shares : "", groups, strata, compared,
      plan, clients, shared, staff, exclusions, FirstPage.beside(report.published, language), first.definition,
      quality, method, appendix,
    ]
    let leads = first.leads + ["\(language(.workEdition))"]
    return HTMLPage(first.title, language).text(leads: leads, sections.joined())
  }

  func section(_ title: Phrase, _ body: HTML) -> HTML { HTMLPage.section(language.title(title), body) }

  func figure(_ key: String, _ value: Double?, _ shown: String) -> HTML { HTML.figure(key, value, shown) }

  func figure(_ key: String, _ value: FigureValue) -> HTML { figure(key, value.exact, value.shown(language)) }

  func figure(_ key: String, _ count: Int) -> HTML { figure(key, .count(count)) }

  /// The figures of the latest period with their intervals, and what lies behind them.
  private var headline: HTML {
    guard let current else { return "" }
    let summary = current.summary
    var table = HTMLTable(
      caption: language(.intervalsOfLatest, current.dates.lowerBound, current.dates.lastDate),
      [
        (language.title(.figure), false), (language.title(.value), true),
        (language(.interval, report.level(language)), true),
      ])
    for each in report.figures where each.interval != nil {
      let value = each.value(of: summary)
      table.append([
        "\(Language.capitalised(each.title(language)))", figure(each.key, value.exact, value.whole(language)),
        "\(each.shown(current.evidence?.intervals, of: summary, language))",
      ])
    }
    return section(.figures, table.html + "<p>\(range(summary))</p>\n\(target)<p>\(indices(summary))</p>\n")
  }

  /// Out of whom the mean is taken, and how far the clients lie apart.
  private func range(_ summary: Summary) -> HTML {
    let figures = figures(of: summary)
    return language.html(.whoMetWhom, figures("clients"), figures("distinct"), figures("min"), figures("max"))
  }

  /// The means of the indices, beside the number of visits on which they depend.
  private func indices(_ summary: Summary) -> HTML {
    let figures = figures(of: summary)
    return language.html(
      .indices, figures("upc"), figures("coc"), figures("secon"), figures("contactShare"),
      figure("visits", .number(summary.meanVisits?.value, places: 1)))
  }

  /// The figures of a summary by key.
  private func figures(of summary: Summary) -> (String) -> HTML {
    let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.key, $0.value(of: summary)) })
    return { key in figures[key].map { figure(key, $0) } ?? "" }
  }

  /// How far the mean lies from the target.
  private var target: HTML {
    guard let comparison = current?.comparison, let toTarget = comparison.meanToTarget else { return "" }
    let share = comparison.aboveTarget
    let line = language.html(
      .meanAgainstTarget, "\(comparison.target)", figure("meanToTarget", toTarget, language.signed(toTarget, 2)),
      "\(share?.numerator ?? 0)", "\(share?.denominator ?? 0)",
      figure("aboveTarget", share?.value, language.percent(share)))
    return "<p>\(line)</p>\n"
  }

  /// How the figures were made, and of what.
  private var method: HTML {
    var text: HTML = "<p>\(language(.methodText))</p>\n"
    text += "<p>\(report.producer); \(language(.definition)) \(definition.name) \(definition.version)"
    if let sha256 = report.quality?.sha256 { text += "; SHA-256 <code data-figure=\"sha256\">\(sha256)</code>" }
    if report.pseudonyms != nil { text += "; \(language(.idsReplaced))" }
    return section(.method, text + "</p>\n")
  }
}

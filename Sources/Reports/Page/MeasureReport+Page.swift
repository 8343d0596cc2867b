import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// The report as one HTML page that needs no network and runs no script, to be read or printed on A4.
  ///
  /// - Parameter limit: Clients and staff listed at most.
  public func html(_ language: Language, limit: Int = 20) -> String {
    let page = MeasurePage(self, language, limit: limit)
    return page.html
  }
}

/// The page of a report, section by section.
struct MeasurePage {
  let report: MeasureReport
  let language: Language
  let limit: Int

  var definition: Definition { report.measurer.definition }
  func say(_ swedish: String, _ english: String) -> String { language.pick(swedish, english) }
  func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  /// The periods of the page in order.
  let series: [MeasureReport.Entry]
  /// What the page speaks of: the last period, be it given or the last day's.
  var current: MeasureReport.Entry? { series.last }

  init(_ report: MeasureReport, _ language: Language, limit: Int) {
    self.report = report
    self.language = language
    self.limit = limit
    series = report.series
  }

  var html: String {
    let title = say("Personalkontinuitet", "Continuity of staff")
    let sections = [
      definitionBox, headline, trend, distribution, shares, groups, plan, clients, staff, exclusions, quality, method,
      appendix,
    ]
    return HTMLPage(title, language).text(lead: escaped(periodLine), sections.joined())
  }

  private var periodLine: String {
    guard let current else { return say("Ingen period", "No period") }
    let dates = "\(current.dates.lowerBound) – \(current.dates.lastDate)"
    return say("Senaste perioden: \(dates)", "Latest period: \(dates)")
  }

  func section(_ title: String, _ body: String) -> String { HTMLPage.section(title, body) }

  /// A figure with its unrounded value for programs that read the page.
  func figure(_ key: String, _ value: Double?, _ shown: String) -> String {
    let exact = value.map { " data-value=\"\($0)\"" } ?? ""
    return "<b data-figure=\"\(key)\"\(exact)>\(escaped(shown))</b>"
  }

  private var definitionBox: String {
    let basis =
      report.measurer.basis == .performed
      ? say("Utförda besök.", "Performed visits.")
      : say("Planerade besök, eftersom inga utförda är kända.", "Planned visits, since none is known to be performed.")
    let settings = language.settings(definition).map { "<li>\(escaped($0))</li>" }.joined()
    let own = say(
      "Egen beräkning, inte hämtad från Kolada eller annan statistik.",
      "Own calculation, not taken from Kolada or other statistics.")
    return """
      <div class="box"><p><b>Definition: \(escaped(definition.name)), version \(definition.version)</b> – \
      \(escaped(language.purpose(definition)))</p>
      <ul>\(settings)</ul><p>\(escaped(basis)) \(escaped(own))</p></div>

      """
  }

  private var headline: String {
    guard let current else { return "" }
    let (summary, headline) = (current.summary, current.summary.headline)
    func head(_ key: String, _ value: Double?, _ shown: String, _ caption: String) -> String {
      "<div class=\"head\">\(figure(key, value, shown))<span>\(escaped(caption))</span></div>\n"
    }
    var heads = head(
      "mean", headline.mean?.value, language.number(headline.mean, 2),
      say(
        "personal i medeltal (\(language.number(headline.mean, 0)))",
        "staff, mean (\(language.number(headline.mean, 0)))"))
    heads += head("median", headline.median?.value, language.number(headline.median, 1), say("median", "median"))
    heads += head("target", Double(definition.target), "\(definition.target)", say("mål, högst", "target, at most"))
    for threshold in definition.thresholds {
      let share = headline.share(above: threshold)
      heads += head(
        "above\(threshold)", share?.value, language.percent(share),
        say(
          "över \(threshold): \(share?.numerator ?? 0) av \(share?.denominator ?? 0)",
          "above \(threshold): \(share?.numerator ?? 0) of \(share?.denominator ?? 0)"))
    }
    return section(
      say("Resultat", "Result"),
      "<div class=\"heads\">\(heads)</div>\n" + range(headline) + change + indices(summary) + published)
  }

  /// Out of whom the mean is taken, and how far the clients lie apart.
  private func range(_ headline: Headline) -> String {
    func count(_ key: String, _ value: Int?) -> String {
      figure(key, value.map(Double.init), value.map(String.init) ?? Decimal.undefined)
    }
    let (clients, sum) = (count("clients", headline.clients), count("distinct", headline.sum))
    let (least, most) = (count("min", headline.smallest), count("max", headline.largest))
    return say(
      "<p>\(clients) räknade kunder mötte tillsammans \(sum) personal, var och en räknad för varje kund; minst \(least), "
        + "störst \(most).</p>\n",
      "<p>\(clients) counted clients met \(sum) staff in all, each counted once for every client; smallest \(least), "
        + "largest \(most).</p>\n")
  }

  /// The means of the indices, beside the number of visits on which they depend.
  private func indices(_ summary: Summary) -> String {
    func index(_ key: String, _ value: Double?) -> String { figure(key, value, language.number(value, 2)) }
    var text = "<p>UPC \(index("upc", summary.usualProvider)), COC \(index("coc", summary.continuityOfCare)), "
    text += "SECON \(index("secon", summary.sequential)), "
    text += escaped(say("andel besök med fast omsorgskontakt", "share of visits with the fixed contact"))
    text += " \(index("contactShare", summary.contactShare)); "
    let visits = figure("visits", summary.meanVisits?.value, language.number(summary.meanVisits, 1))
    return text + say("i medeltal \(visits) besök per kund.</p>\n", "on average \(visits) visits per client.</p>\n")
  }

  /// The change from the period before, and from the target.
  private var change: String {
    guard let comparison = current?.comparison, let toTarget = comparison.meanToTarget else { return "" }
    func signed(_ key: String, _ value: Double, _ shown: String) -> String {
      figure(key, value, (value >= 0 ? "+" : "") + shown)
    }
    let target = signed("meanToTarget", toTarget, language.number(toTarget, 2))
    let share = comparison.aboveTarget
    let above = "\(share?.numerator ?? 0) \(say("av", "of")) \(share?.denominator ?? 0)"
    var text = "<p>\(say("Medelvärdet mot målet", "Mean against the target")) \(comparison.target): \(target); "
    text +=
      "\(say("över målet", "above the target")): \(above) (\(figure("aboveTarget", share?.value, language.percent(share)))).</p>\n"
    guard let previous = comparison.previous, let mean = comparison.mean, let median = comparison.median,
      let points = comparison.shareAboveTarget
    else { return text }
    text += "<p>\(say("Mot föregående period", "Against the period before")) (\(shown(previous))): "
    text += "\(say("medel", "mean")) \(signed("meanToPrevious", mean, language.number(mean, 2))), "
    text += "\(say("median", "median")) \(signed("medianToPrevious", median, language.number(median, 1))), "
    text += "\(say("andel över målet", "share above the target")) "
    text += signed("aboveTargetToPrevious", points, language.number(points * 100, 1))
    return text + " \(say("procentenheter", "percentage points")).</p>\n"
  }

  private var published: String {
    var table = HTMLTable(
      caption: say("Publicerade värden att jämföra med", "Published figures to compare with"),
      [(say("Var", "Where"), false), (say("Medel per år", "Mean by year"), false), ("", false)])
    for row in PublishedFigures.rows {
      table.append([
        escaped(language.pick(row.place.swedish, row.place.english)),
        escaped(
          row.means.map { "\($0.year): \(language.pick($0.mean.replacingDots, $0.mean))" }.joined(separator: "; ")),
        escaped(language.pick(row.note.swedish, row.note.english)),
      ])
    }
    return table.text
  }
}

extension String {
  /// The text with commas for points.
  fileprivate var replacingDots: String { String(map { $0 == "." ? "," : $0 }) }
}

import Continuity
import HomeCare
import Interchange
import Statistics

/// What a board reads first, the same in every edition: a conclusion, the headline, the trend, and a table for each
/// grouping.
struct FirstPage {
  let shown: ShownMeasure
  let language: Language

  /// - Parameter warnings: What must be known before the figures are trusted.
  func html(_ warnings: [String]) -> HTML {
    conclusion + heads + HTML.box(warnings) + trend + tables + groupTrends
  }

  /// The first sentence large, what makes it sure or not below it.
  private var conclusion: HTML {
    let sentences = language.conclusion(shown)
    let more: HTML = sentences.count > 1 ? "<p>\(sentences.dropFirst().joined(separator: " "))</p>\n" : ""
    return "<p class=\"conclusion\"><b>\(sentences[0])</b></p>\n\(more)"
  }

  /// What stands below the title: unit, board and date as given, and the dates measured.
  var leads: [HTML] {
    let heading = shown.heading.parts.isEmpty ? [] : [HTML.name(shown.heading.parts.joined(separator: " · "))]
    guard let first = shown.periods.first, let last = shown.last else { return heading + ["\(language(.noPeriod))"] }
    let dates: HTML = "\(first.dates.lowerBound) – \(last.dates.lastDate)"
    return heading + [shown.periods.count == 1 ? dates : "\(dates); \(language(.periodsMeasured, shown.periods.count))"]
  }

  var title: String { shown.heading.title ?? language(.pageTitle) }

  // MARK: Headline

  private var heads: HTML {
    guard let total = shown.last?.total, let mean = total.mean else { return "" }
    var heads = HTML.head(
      HTML.figure("mean", mean, language.number(mean, 1)),
      language(.staffMean, language.count(total.wholeMean))
        + (total.interval.map { language(.withInterval, language.interval($0, 1)) } ?? ""))
    heads += HTML.head(
      HTML.figure("target", Double(shown.definition.target), "\(shown.definition.target)"), language(.targetAtMost))
    for (level, share) in zip(shown.levels, total.above).prefix(1) {
      let exact = share.ratio
      heads += HTML.head(
        HTML.figure(
          "above\(level)", exact?.value, exact.map { language.percent($0) } ?? share.shown(language, limit: shown.limit)
        ),
        exact.map { language(.aboveCountOf, level, $0.numerator, $0.denominator) } ?? language(.above, level))
    }
    heads += HTML.head(
      HTML.figure("clients", total.clients.map(Double.init), language.count(total.clients)), language(.clientsCounted))
    return "<div class=\"heads\">\(heads)</div>\n"
  }

  // MARK: Trend

  private var trend: HTML {
    let known = shown.periods.compactMap(\.total.mean)
    guard shown.periods.count > 1, let least = known.min(), let most = known.max() else { return "" }
    let description = language(
      .trendDescription, shown.periods.count, shown.periods[0].dates.lowerBound,
      shown.periods[shown.periods.count - 1].dates.lastDate,
      "\(language.number(least, 1))–\(language.number(most, 1))", shown.definition.target)
    let rows = shown.periods.map(\.total)
    let hasPlan = shown.periods.contains { $0.planned != nil }
    var chart = lines(
      language(hasPlan ? .trendTitleWithPlan : .trendTitle), description, rows.map(\.mean),
      planned: hasPlan ? shown.periods.map(\.planned) : [], range: range(of: rows))
    chart?.spans = rows.enumerated().compactMap { place, row in
      row.interval.map { (x: Double(place), low: $0.lower, high: $0.upper) }
    }
    let hasIntervals = rows.contains { $0.interval != nil }
    let spans = hasIntervals ? language(.uprightIntervals, language.percent(shown.level, 0)) + " " : ""
    let apart = hasIntervals && shown.isRolling ? language(.intervalsApart) + " " : ""
    return chart?.figure(note: "\(spans)\(apart)\(note(range(of: rows)))") ?? ""
  }

  /// The range of some rows' means, with the target and what was planned.
  private func range(of rows: [ShownMeasure.Row]) -> ClosedRange<Double> {
    scale(of: rows, with: shown.periods.compactMap(\.planned))
  }

  /// A scale on which some rows' means with their intervals, the target and other values can be seen.
  private func scale(of rows: [ShownMeasure.Row], with others: [Double] = []) -> ClosedRange<Double> {
    let ends = rows.flatMap { [$0.interval?.lower, $0.interval?.upper, $0.mean].compactMap(\.self) }
    return Chart.closeRange(ends + others + [Double(shown.definition.target)])
  }

  /// That an axis does not begin at 0, where it does not.
  private func note(_ range: ClosedRange<Double>) -> String {
    let line = language(.dashedTarget, shown.definition.target)
    return range.lowerBound > 0 ? line + " " + language(.axisBegins, language.number(range.lowerBound, 0)) : line
  }

  private func lines(
    _ title: String, _ description: String, _ means: [Double?], planned: [Double?] = [], range: ClosedRange<Double>
  ) -> Chart? {
    func line(_ values: [Double?], _ look: Chart.Line.Look) -> Chart.Line {
      Chart.Line("", values.enumerated().map { (x: Double($0), y: $1) }, look: look)
    }
    var chart = Chart(
      title: title, description: description, axis: (language(.lastDayOfPeriod), language(.staff)),
      .places(shown.periods.map { $0.dates.lastDate.description }),
      lines: [line(means, .plain), line(planned, .dotted)],
      yRange: range)
    chart?.levels = [(Double(shown.definition.target), language.number(Double(shown.definition.target), 0))]
    return chart
  }

  // MARK: Groups

  private var tables: HTML {
    guard let last = shown.last else { return "" }
    let scale = scale(of: last.rows.flatMap(\.self))
    return zip(shown.classifications, last.rows).filter { !$0.1.isEmpty }.map { table($0, $1, scale) }.joined()
  }

  /// A row for each group, with its mean as a dot beside the target.
  private func table(
    _ classification: ShownMeasure.Classification, _ rows: [ShownMeasure.Row], _ scale: ClosedRange<Double>
  ) -> HTML {
    let name = language.name("grouping", classification.grouping.rawValue)
    let axis = "\(language.number(scale.lowerBound, 0))–\(language.number(scale.upperBound, 0))"
    var table = HTMLTable(
      caption: language(
        .byInPeriod, name, shown.last?.dates.lowerBound.description ?? "", shown.last?.dates.lastDate.description ?? ""),
      [(Language.capitalised(name), false)] + titles + [(language(.meanOnScale, axis), false)])
    for (names, row) in zip(classification.names, rows) {
      let strip = MeanStrip(
        mean: row.mean, interval: row.interval, target: Double(shown.definition.target), scale: scale
      ).html
      let title = HTML.name(language.groupName(names, classification.grouping))
      table.append([title] + cells(row) + [strip])
    }
    return "<div class=\"leveled\">\(table.html)</div>\n"
  }

  /// The titles of a row's cells.
  private var titles: [(title: String, isNumber: Bool)] {
    var titles = language.titles(of: shown).map { Language.capitalised($0) }
    let interval = titles.remove(at: Self.placeOfInterval)
    let hasIntervals = shown.periods.contains { ([$0.total] + $0.rows.flatMap(\.self)).contains { $0.interval != nil } }
    if hasIntervals { titles[Self.placeOfInterval - 1] += ", " + interval }
    return titles.map { ($0, true) }
  }

  /// A row's cells, with the interval below the mean, since columns are dear on a page.
  private func cells(_ row: ShownMeasure.Row) -> [HTML] {
    var cells = language.cells(of: row, shown).map { cell -> HTML in "\(cell)" }
    cells.remove(at: Self.placeOfInterval)
    if let interval = row.interval {
      let ends = "\(language.number(interval.lower, 1))–\(language.number(interval.upper, 1))"
      cells[Self.placeOfInterval - 1] += "<span class=\"i\">\(ends)</span>"
    }
    return cells
  }

  private static let placeOfInterval = 2

  /// Groups of one grouping up to which each has a chart of its own.
  private static let mostCharts = 12

  /// The groups of a classification that have charts: the largest of them.
  private func charted(_ place: Int) -> [Int] {
    let names = shown.classifications[place].names
    let told = shown.periods.count { $0.rows[place].contains { $0.mean != nil } }
    guard names.count > 1, told > 1 else { return [] }
    return names.indices.sorted { clients($0, place) > clients($1, place) }.prefix(Self.mostCharts).sorted()
  }

  /// A small chart for each group; all of the page are on one scale, so that they can be compared.
  private var groupTrends: HTML {
    guard shown.periods.count > 1 else { return "" }
    let charted = shown.classifications.indices.map(charted)
    let scale = scale(
      of: charted.enumerated().flatMap { place, rows in
        rows.flatMap { row in shown.periods.map { ShownMeasure.Row(mean: $0.rows[place][row].mean) } }
      })
    return zip(shown.classifications.indices, charted).map { place, kept -> HTML in
      if kept.isEmpty { return "" }
      let names = shown.classifications[place].names
      let charts = kept.compactMap { row -> HTML? in
        let means = shown.periods.map { $0.rows[place][row].mean }
        let name = language.groupName(names[row], shown.classifications[place].grouping)
        var chart = lines(name, language.listed(means.map { language.number($0, 1) }, "; "), means, range: scale)
        chart?.size = .small
        return chart?.figure
      }
      let heading = language(.trendsBy, language.name("grouping", shown.classifications[place].grouping.rawValue))
      let left = names.count - kept.count
      let more: HTML = left > 0 ? "<p class=\"note\">\(language(.smallGroupsWithoutChart, left))</p>\n" : ""
      return HTMLPage.section(
        heading,
        "<div class=\"charts\">\(charts.joined())</div>\n<p class=\"note\">\(belowTrends) \(note(scale))</p>\n\(more)")
    }.joined()
  }

  /// What the small charts show from left to right.
  private var belowTrends: String { Language.capitalised(language(.lastDayOfPeriod)) + "." }

  private func clients(_ row: Int, _ place: Int) -> Int { shown.last?.rows[place][row].clients ?? 0 }

  // MARK: Further sections that every edition has

  /// A row for each period.
  var periods: HTML {
    var table = HTMLTable(
      caption: language(.shareAboveLimits), [(language.title(.period), false)] + titles, folds: true)
    for period in shown.periods {
      table.append(
        [HTML.dates(period.dates)]
          + cells(period.total))
    }
    return HTMLPage.section(language.title(.periodByPeriod), table.html)
  }

  /// Figures that others have published, where asked for.
  static func beside(_ figures: [PublishedFigure], _ language: Language) -> HTML {
    if figures.isEmpty { return "" }
    var table = HTMLTable(
      caption: language(.published),
      [Phrase.publishedWhere, .year, .mean, .note, .source].map { (language.title($0), $0 == .year || $0 == .mean) })
    for figure in figures {
      let places = figure.mean == figure.mean.rounded() ? 0 : 1
      table.append([
        HTML.name(figure.place), "\(figure.year)", "\(language.number(figure.mean, places))", HTML.name(figure.note),
        HTML.name(figure.source),
      ])
    }
    return HTMLPage.section(
      language.title(.figuresOfOthers), table.html + "<p class=\"note\">\(language(.othersDiffer))</p>\n")
  }

  /// The definition with its settings.
  var definition: HTML {
    let basis: Phrase = shown.basis == .performed ? .performedBasis : .plannedBasis
    return """
      <div class="box"><p><b>\(language(.definitionHeading, shown.definition.name, shown.definition.version))</b> – \
      \(language.word(shown.definition.purpose))</p>
      \(HTML.list(language.settings(shown.definition)))<p>\(language(basis)) \(language(.notFromStatistics))</p></div>

      """
  }
}

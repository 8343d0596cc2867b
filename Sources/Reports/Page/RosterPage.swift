import Continuity
import HomeCare

extension RosterReport {
  /// The report as one HTML page that needs no network and runs no script, to be read or printed on A4.
  ///
  /// - Parameter limit: Clients listed at most, and rows of the other tables; all clients and twenty rows where absent.
  public func html(_ language: Language, limit: Int? = nil) -> String {
    RosterPage(report: self, language: language, mostClients: limit, limit: limit ?? 20).text
  }
}

/// The page of a roster's report, section by section.
struct RosterPage {
  let report: RosterReport
  let language: Language
  /// All where absent.
  let mostClients: Int?
  let limit: Int

  private var measures: RosterMeasures { report.measures }

  var text: String {
    let body = [continuity] + measures.groups.map(section) + [staff]
    let lead: HTML = "\(HTML.name(report.instance)), \(report.horizon.start) – \(report.horizon.lastDate)"
    return HTMLPage(language(.rosterTitle), language, style: StartStrip.style).text(
      lead: lead, standing + heads + body.joined())
  }

  /// What a reader must know before any figure: broken rules, and visits that nobody makes.
  private var standing: HTML {
    let warning: HTML = report.warning(language).map { "<p class=\"box\"><b>\($0)</b></p>\n" } ?? ""
    return warning + "<p><b>\(report.unassigned(language))</b></p>\n"
  }

  /// What is asked for first: faces, steadiness, the contact, and the time with clients.
  private var heads: HTML {
    let headline = report.continuity.headline
    var heads = report.figures.compactMap { figure -> HTML? in
      guard let caption = figure.caption, let value = figure.value(of: headline) else { return nil }
      return HTML.head(HTML.figure(figure.key, value.exact, value.shown(language)), caption(language, headline))
    }
    heads += RosterFigure.all.filter { $0.isHead && $0.group.isMeasured(in: measures) }.map { figure in
      let value = figure.value(measures)
      return HTML.head("<b>\(value.shown(language))</b>", language(figure.title))
    }
    return "<div class=\"heads\">\(heads.joined())</div>\n"
  }

  /// How many staff clients meet, and who meets the most.
  private var continuity: HTML {
    guard report.continuity.headline.clients > 0 else { return "<p>\(language(.nobodyMet))</p>\n" }
    let chart = Chart.distribution(of: report.continuity.headline, thresholds: RosterReport.thresholds, language)
    let table = report.clients(language, limit: mostClients)
    return HTMLPage.section(language.title(.distribution), (chart?.figure ?? "") + html(table))
  }

  /// How evenly the roster treats the staff.
  private var staff: HTML {
    let loads = WorkloadTable(loads: report.workloads, names: report.names)
    return HTMLPage.section(
      language.title(.staff), "<p>\(HTML.name(loads.heading(language)))</p>\n" + html(loads.table(language)))
  }

  /// A group's figures with what stands below them.
  private func section(_ group: RosterFigure.Group) -> HTML {
    let heading = language.heading(group, measures)
    var figures = HTMLTable(caption: language.title(.figures), [("", false), ("", true)])
    for figure in RosterFigure.inGroup(group) {
      let value = figure.value(measures)
      figures.append([
        "\(Language.capitalised(language(figure.title)))",
        HTML.figure("\(group.rawValue).\(figure.key)", value.exact, value.whole(language)),
      ])
    }
    let tables = RosterTables(measures: measures, names: report.names, language: language, limit: limit).of(group)
    return switch group {
    case .steadiness:
      HTMLPage.section(heading, figures.html + spreads + tables.map { html($0, strips) }.joined())
    case .contact, .work, .rolling, .exceptions:
      HTMLPage.section(heading, figures.html + tables.map { html($0) }.joined())
    }
  }

  /// How many series spread so far.
  private var spreads: HTML {
    let steps = [0, 15, 30, 60, 90, 120]
    let counts = steps.indices.map { place in
      measures.steadiness.rows.count { row in
        row.spread >= steps[place] && (place + 1 == steps.count || row.spread < steps[place + 1])
      }
    }
    let names = steps.indices.map { place in
      place + 1 == steps.count ? "\(steps[place])–" : "\(steps[place])–\(steps[place + 1] - 1)"
    }
    var chart = Chart(
      title: language(.spreadsTitle),
      description: zip(names, counts).map { "\($0): \($1)" }.joined(separator: "; "),
      axis: (language(.minutes), language(.severalSeries)), .places(names), lines: [],
      yRange: Chart.wholeRange(upTo: Double(counts.max() ?? 0)))
    chart?.bars = zip(steps, counts).map { step, count in (Double(count), steps.count { $0 < step } / 2) }
    return chart?.figure ?? ""
  }

  /// The strips of the series' starts, on one scale, under a title of their own.
  private var strips: (title: String, cells: [HTML]) {
    let rows = measures.steadiness.rows.prefix(limit)
    let furthest = rows.flatMap { row in row.starts.map { abs($0.minute - row.usual) } }.max() ?? 0
    let reach = min(240, max(60, (furthest + 59) / 60 * 60))
    return (language(.startsAround, reach / 60), rows.map { StartStrip(row: $0, reach: reach).html })
  }

  /// A table, with one more column where given, and how many rows it leaves out.
  private func html(_ table: ReportTable, _ more: (title: String, cells: [HTML])? = nil) -> HTML {
    HTMLTable(table, more).html
      + (table.left > 0 ? "<p>\(language(.andMore, table.left))</p>\n" : "")
  }
}

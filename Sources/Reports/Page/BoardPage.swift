import Continuity
import HomeCare
import Interchange

extension BoardReport {
  /// The report as one HTML page that needs no network and runs no script, to be read or printed on A4.
  public func html(_ language: Language, limit _: Int = 0) -> String {
    BoardPage(report: self, language: language).text
  }
}

/// The page of a board's edition, section by section.
struct BoardPage {
  let report: BoardReport
  let language: Language

  private var first: FirstPage { FirstPage(shown: report.shown, language: language) }

  var text: String {
    let sections = [
      first.html(report.warnings(language)), distribution,
      report.shown.periods.count > 1 ? first.periods : "", why, leftOut, notes,
      FirstPage.beside(report.published, language), first.definition, input, method,
    ]
    return HTMLPage(first.title, language).text(leads: first.leads, sections.joined())
  }

  private func section(_ title: Phrase, _ body: HTML) -> HTML { HTMLPage.section(language.title(title), body) }

  /// What is not shown, and why.
  private var notes: HTML { section(.whatIsNotShown, HTML.list(report.notes(language))) }

  /// How many clients met so many staff, in bands.
  private var distribution: HTML {
    guard let bands = report.bands.last, bands.count > 1 else { return "" }
    let names = bands.map { band in
      band.to.map { $0 == band.from ? "\($0)" : "\(band.from)–\($0)" } ?? "\(band.from)–"
    }
    let figures = zip(names, bands).map { "\($0): \($1.people)" }
    var chart = Chart(
      title: language(.distributionTitle),
      description: language(.distributionDescription, figures.joined(separator: "; ")),
      axis: (language(.staff), language(.clients)), .places(names), lines: [],
      yRange: Chart.wholeRange(upTo: Double(bands.map(\.people).max() ?? 0)))
    chart?.bars = bands.map { band in (Double(band.people), report.shown.levels.count { band.from > $0 }) }
    return section(.distribution, chart?.figure(note: "\(language(.bandsAreWide, report.limit))") ?? "")
  }

  /// Why clients met more staff than the target.
  private var why: HTML {
    let causes = report.causeTable(language).map { HTMLTable($0).html } ?? ""
    if report.reasons.isEmpty { return causes.text.isEmpty ? "" : section(.why, causes) }
    var table = HTMLTable(
      caption: language(.reasonsOverlap), [(language.title(.why), false), (language.title(.clients), true)])
    for (reason, clients) in report.reasons {
      table.append(["\(Language.capitalised(language.name("above", reason.rawValue)))", "\(clients)"])
    }
    return section(.why, table.html + causes)
  }

  /// Who was left out, by rules.
  private var leftOut: HTML {
    let lines = report.leftOutLines(language)
    return lines.isEmpty ? "" : section(.clientsLeftOut, HTML.list(lines))
  }

  private var input: HTML {
    let lines = report.inputLines(language)
    return lines.isEmpty ? "" : section(.dataQuality, HTML.paragraphs(lines.map(Language.capitalised)))
  }

  private var method: HTML {
    section(.method, HTML.paragraphs([language(.boardMethod), report.producer]))
  }
}

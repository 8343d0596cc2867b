import HomeCare

extension HTML {
  /// A paragraph for each line.
  static func paragraphs(_ lines: [String]) -> HTML {
    lines.map { line -> HTML in "<p>\(name(line))</p>\n" }.joined()
  }

  /// A list of lines; nothing where there are none.
  static func list(_ lines: [String]) -> HTML {
    if lines.isEmpty { return "" }
    let items = lines.map { line -> HTML in "<li>\(name(line))</li>" }
    return "<ul>\(items.joined())</ul>\n"
  }

  /// The first and the last of some dates, which may stand on two lines.
  static func dates(_ dates: Range<LocalDate>) -> HTML {
    "<span class=\"d\">\(dates.lowerBound) –</span> <span class=\"d\">\(dates.lastDate)</span>"
  }

  /// Sentences that must be read before the figures; nothing where there are none.
  static func box(_ sentences: [String]) -> HTML {
    sentences.isEmpty ? "" : "<div class=\"box\">\(list(sentences.map(Language.capitalised)))</div>\n"
  }
}

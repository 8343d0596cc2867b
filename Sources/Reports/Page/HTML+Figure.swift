extension HTML {
  /// A figure with its unrounded value for programs that read the page.
  static func figure(_ key: String, _ value: Double?, _ shown: String) -> HTML {
    let exact: HTML = value.map { " data-value=\"\($0)\"" } ?? ""
    return "<b data-figure=\"\(key)\"\(exact)>\(shown)</b>"
  }

  /// A figure at the head of a page, with what it is below it.
  static func head(_ figure: HTML, _ caption: String) -> HTML {
    "<div class=\"head\">\(figure)<span>\(caption)</span></div>\n"
  }
}

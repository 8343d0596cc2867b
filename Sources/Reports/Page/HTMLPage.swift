/// The frame of every page: one HTML file that needs no network and runs no script, for screen and A4.
package struct HTMLPage {
  private let language: Language
  private let title: String
  private let style: HTML

  /// A frame.
  ///
  /// - Parameter style: Rules of the page's own, behind those that all pages share.
  package init(_ title: String, _ language: Language, style: HTML = "") {
    self.language = language
    self.title = title
    self.style = style
  }

  /// The whole page, headed by its title and a line below it.
  package func text(lead: HTML, _ body: HTML) -> String { text(leads: [lead], body) }

  /// The whole page, headed by its title and lines below it.
  package func text(leads: [HTML], _ body: HTML) -> String {
    let lines = leads.map { lead -> HTML in "<p class=\"lead\">\(lead)</p>\n" }.joined()
    return text("<h1>\(title)</h1>\n\(lines)\(body)")
  }

  /// The whole page.
  package func text(_ body: HTML) -> String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.code)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,">
      <title>\(title)</title>
      <style>\(PageStyle.css)\(style)</style></head><body>
      \(body)</body></html>

      """
    return page.text
  }

  /// A part of a page under a heading of its own.
  package static func section(_ title: String, _ body: HTML) -> HTML {
    "<section><h2>\(title)</h2>\n\(body)</section>\n"
  }
}

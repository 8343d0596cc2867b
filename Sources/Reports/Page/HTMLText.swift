/// Text made harmless for a page.
package enum HTMLText {
  /// Text as it stands between tags and in attribute values.
  ///
  /// Control characters and marks that turn the reading direction become visible, so that no id can pretend to be another.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// An id or a name: its own reading direction, and long ones break.
  package static func name(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }
}

/// A table of a page, built row by row.
package struct HTMLTable {
  private var html: String
  private let isNumber: [Bool]

  /// - Parameter columns: Titles; those of numbers keep to the right.
  package init(caption: String, _ columns: [(title: String, isNumber: Bool)]) {
    isNumber = columns.map(\.isNumber)
    html = "<table><caption>\(HTMLText.escaped(caption))</caption><thead><tr>"
    for column in columns {
      html += "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(HTMLText.escaped(column.title))</th>"
    }
    html += "</tr></thead><tbody>\n"
  }

  /// Adds a row of cells that are HTML already.
  package mutating func append(_ cells: [String]) {
    html += "<tr>"
    for (index, cell) in cells.enumerated() {
      html += isNumber[index] ? "<td class=\"n\">\(cell)</td>" : "<td>\(cell)</td>"
    }
    html += "</tr>\n"
  }

  /// The table as HTML.
  package var text: String { html + "</tbody></table>\n" }
}

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

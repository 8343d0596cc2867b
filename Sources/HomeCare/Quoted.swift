/// Text in quotation marks, cut where it is long, with control characters made visible.
package func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

/// Text on one line, cut where it is long, with control characters made visible.
package func shown(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let start = scalars.prefix(60).map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: "�"
    default: String(scalar)
    }
  }
  return start.joined() + (scalars.dropFirst(60).isEmpty ? "" : "…")
}

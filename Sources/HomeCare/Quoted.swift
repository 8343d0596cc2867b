/// Text in quotation marks, cut where it is long, with control characters made visible.
func quoted(_ text: String) -> String {
  let shown = text.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? "�" : String($0) }
  return "\"\(shown.joined())\(text.unicodeScalars.count > 60 ? "…" : "")\""
}

extension ExportMapping.IDs {
  /// What spellings of one id have in common.
  func key(_ text: String) -> String {
    var key = text
    if ignoresSpaces {
      key = String(String.UnicodeScalarView(key.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
    if ignoresCase { key = key.precomposedStringWithCanonicalMapping.lowercased() }
    if dropsLeadingZeros {
      let rest = key.drop { $0 == "0" }
      key = rest.isEmpty ? "0" : String(rest)
    }
    return key
  }
}

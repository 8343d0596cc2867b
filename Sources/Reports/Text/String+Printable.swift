extension String {
  /// The text with a mark in place of everything that would drive a terminal or turn the reading direction; line ends
  /// stay.
  package var printable: String { replacing(unless: { $0.isPrintable || $0 == "\n" }) }

  /// The text made printable, line ends included.
  var onOneLine: String { replacing(unless: \.isPrintable) }

  /// The text with a mark in place of every character that does not stay.
  private func replacing(unless stays: (Unicode.Scalar) -> Bool) -> String {
    if unicodeScalars.allSatisfy(stays) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { stays($0) ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is shown as itself: no control character and no mark that turns the reading direction.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}

extension String {
  /// The text with a mark in place of everything that would drive a terminal or turn the reading direction; line ends
  /// stay.
  package var printable: String {
    if unicodeScalars.allSatisfy({ $0.isPrintable || $0 == "\n" }) { return self }
    return String(unicodeScalars.map { $0.isPrintable || $0 == "\n" ? Character($0) : "�" })
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

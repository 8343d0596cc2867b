extension String {
  /// The text with spaces before it up to a width.
  package func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }

  /// The text with spaces after it up to a width.
  package func rightPadded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

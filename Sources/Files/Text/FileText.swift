extension Double {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  package var fileText: String {
    // Below 10¹⁵ every whole double has its digits; minus zero keeps its sign in the longer form.
    if self == rounded(.towardZero), abs(self) < 1e15, self != 0 || sign == .plus { return String(Int(self)) }
    return description
  }
}

/// Bytes as hexadecimal digits.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

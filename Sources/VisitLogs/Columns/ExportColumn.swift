import Files

/// A column that an export may have, and the names that headers give it.
public struct ExportColumn: Hashable, Sendable {
  /// What this project calls it.
  public let name: String
  /// What headers call it, as they are compared: lower case without spaces and marks.
  let names: [String]
  /// Whether the export is nothing without it.
  public let isRequired: Bool

  /// A header as it is compared.
  static func folded(_ header: String) -> String {
    // Every cell near the beginning of an export is looked at as if it were a header; most are plain.
    if header.utf8.allSatisfy({ Byte.isDigit($0) || (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 }) {
      return header.lowercased()
    }
    return String(
      String.UnicodeScalarView(header.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.numericType != nil
  }
}

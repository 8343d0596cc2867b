import Files

/// A column that an export may have, and the names that headers give it.
public struct ExportColumn: Hashable, Sendable {
  /// How well a name fits a column: of two fields that could be it, the one with the better name is.
  enum Fit: Int, Comparable {
    /// The number or id of a person.
    case id
    /// The personal number of a state.
    case personalNumber
    /// Any other name in use.
    case name
    /// A name that is the column's only where nothing else is.
    case fallback

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What this project calls it.
  public let name: String
  /// What headers call it, as they are compared: lower case without spaces and marks.
  let names: [String]
  /// Names that are the column's only where no field has one of `names`.
  let fallbacks: [String]
  /// The column that takes a field whose name fits worse than the one chosen, such as a person's name beside the id; `nil`
  /// where two fields are a question, whatever their names.
  let second: String?
  /// The column that takes a personal number that was not chosen.
  let personal: String?
  /// Whether the export is nothing without it.
  public let isRequired: Bool

  init(
    name: String, names: [String], fallbacks: [String] = [], second: String? = nil, personal: String? = nil,
    isRequired: Bool
  ) {
    self.name = name
    self.names = names
    self.fallbacks = fallbacks
    self.second = second
    self.personal = personal
    self.isRequired = isRequired
  }

  /// How well one of `names` fits the column.
  func fit(_ name: String) -> Fit {
    guard second != nil else { return .name }
    if Self.personalNumbers.contains(name) { return .personalNumber }
    return Self.idEndings.contains { name.hasSuffix($0) } ? .id : .name
  }

  /// What headers call a personal number.
  static let personalNumbers = ["personnummer", "personnr", "persnr", "pnr", "ssn", "socialsecuritynumber"]

  private static let idEndings = ["nr", "nummer", "id", "number"]

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

import Files

/// Ids or names of a column that are written as others are but for what a program or a hand may have changed.
public struct NearIDs: Hashable, Sendable {
  /// How they differ.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// By zeros before a number, or a decimal 0 behind it, as spreadsheets take and give them.
    case zeros
    /// By the order of their words, or a word for what somebody is: `Ek Åsa`, `Åsa Ek (USK)`.
    case words
  }

  /// The column: client or staff.
  public var column: LogColumn
  /// How they differ.
  public var kind: Kind
  /// Ids beyond one of each that are alike.
  public var count: Int
  /// Two that are alike.
  public var example: [String]

  /// The ids of a column that are alike, of each kind.
  static func all(_ ids: [String], _ column: LogColumn) -> [NearIDs] {
    let keys: [(Kind, (String) -> String?)] = [(.zeros, number), (.words, person)]
    return keys.compactMap { kind, key in
      var alike: [String: [String]] = [:]
      for id in ids { if let key = key(id) { alike[key, default: []].append(id) } }
      let several = alike.values.filter { $0.count > 1 }
      guard let first = several.min(by: { $0[0] < $1[0] }) else { return nil }
      return NearIDs(
        column: column, kind: kind, count: several.reduce(0) { $0 + $1.count - 1 }, example: Array(first.prefix(2)))
    }
  }

  /// A number without what a spreadsheet may change of it.
  private static func number(_ id: String) -> String? {
    var bytes = Array(id.utf8)
    if bytes.count > 2, bytes.suffix(2).elementsEqual(".0".utf8) || bytes.suffix(2).elementsEqual(",0".utf8) {
      bytes.removeLast(2)
    }
    guard !bytes.isEmpty, bytes.allSatisfy(Byte.isDigit) else { return nil }
    return String(decoding: bytes.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// The words of a person's name in order, without those for what the person is; `nil` for what is no name.
  private static func person(_ id: String) -> String? {
    if id.utf8.contains(where: Byte.isDigit) { return nil }
    let plain = id.replacing(/\([^)]*\)/, with: " ").lowercased()
    let words = plain.split { !$0.isLetter && $0 != "-" }.map(String.init).filter { $0 != "-" && !roles.contains($0) }
    return words.count > 1 ? words.sorted().joined(separator: " ") : nil
  }

  private static let roles = Set(LogWords.standard(.staffCategory).keys)
}

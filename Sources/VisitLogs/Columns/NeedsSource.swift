/// What a file or a sheet is among needs.
public enum NeedsSource: Hashable, Sendable {
  /// One of the tables.
  case table(NeedsTable)
  /// What the marks of a schedule mean.
  case legend
  /// Nothing that is read.
  case nothing

  /// What mapping files call it.
  init?(_ word: String) {
    switch word {
    case "legend": self = .legend
    case "none": self = .nothing
    default:
      guard let table = NeedsTable(rawValue: word) else { return nil }
      self = .table(table)
    }
  }

  /// All words of mapping files.
  static let words = NeedsTable.allCases.map(\.rawValue) + ["legend", "none"]
}

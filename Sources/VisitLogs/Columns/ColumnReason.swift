/// Why a column is read as what it is.
public enum ColumnReason: String, CaseIterable, Hashable, Sendable {
  /// The mapping names it.
  case mapping
  /// Its header is a name in use.
  case header
  /// It stands beside the column that was chosen, and tells the same in other words.
  case beside
  /// Its header is that of another column with a number.
  case numbered
  /// The mapping says that nothing is to be read from it.
  case ignored
}

/// The languages of the report.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Swedish.
  case swedish = "sv"
  /// English.
  case english = "en"
}

extension MeasureReport {
  public func html(_ language: Language, limit: Int) -> String { "" }
}

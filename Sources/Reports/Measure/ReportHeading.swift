/// What stands above a report, as it is given.
public struct ReportHeading: Hashable, Sendable {
  /// The title; the report's own where absent.
  public var title: String?
  /// The unit that is measured.
  public var unit: String?
  /// The board that the report is for.
  public var board: String?
  /// The date, in any form.
  public var date: String?

  /// A heading.
  public init(title: String? = nil, unit: String? = nil, board: String? = nil, date: String? = nil) {
    (self.title, self.unit, self.board, self.date) = (title, unit, board, date)
  }

  /// What stands below the title.
  var parts: [String] { [unit, board, date].compactMap(\.self).filter { !$0.isEmpty } }
}

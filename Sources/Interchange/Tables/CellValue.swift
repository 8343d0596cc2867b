import HomeCare

/// The value of one cell, whichever kind of file it stands in.
enum CellValue: Hashable, Sendable {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case date(LocalDate)
  case time(LocalDateTime)
  case list([String])
  /// Rows of whole numbers; in CSV a table of its own.
  case matrix([[Int]])
}

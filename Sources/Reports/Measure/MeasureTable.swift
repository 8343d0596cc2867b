/// A table of a measure: a sheet of a workbook, and a CSV file of its own.
public enum MeasureTable: String, CaseIterable, Sendable {
  /// A row for each client and period.
  case clients
  /// A row for each period and group.
  case periods
  /// A row for each staff member and period.
  case staff
  /// A row for each client, period and group where the client has several areas or providers.
  case severalGroups = "several-groups"
  /// How many clients met so many staff.
  case distribution
  /// A row for each figure, with its interval.
  case figures
  /// The definition, and what the log was read as.
  case readAs = "read-as"
}

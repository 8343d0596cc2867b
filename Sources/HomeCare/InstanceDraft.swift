/// The tables of an instance as a file or a program gave them, before anything is known about their soundness.
public struct InstanceDraft: Hashable, Sendable {
  /// Which rules, tables and parts of the score there are.
  public var format: InstanceFormat
  /// The instance's name.
  public var name: String
  /// The days planned.
  public var horizon: Horizon
  /// What each part of the score costs.
  public var weights: Weights
  /// How travel minutes are found.
  public var travel: Travel
  /// Further ways to travel.
  public var travelModes: [TravelMode] = []
  /// All places.
  public var locations: [Location] = []
  /// All staff.
  public var staff: [StaffMember] = []
  /// All shifts.
  public var shifts: [Shift] = []
  /// All clients.
  public var clients: [Client] = []
  /// Visits that are the same thing on different days.
  public var series: [Series] = []
  /// All visits.
  public var visits: [Visit] = []
  /// Further windows of visits.
  public var alternatives: [AlternativeWindow] = []
  /// Ties between visits.
  public var links: [Link] = []
  /// Meetings before the horizon.
  public var history: [PastMeeting] = []
  /// What a person has allowed, and why.
  public var exceptions: [RuleException] = []

  /// Cells whose text could not be read: they hold a stand-in value and are already reported, so
  /// validation leaves them, and every comparison with them, alone.
  public var unreadable: Set<Cell> = []

  /// A draft with empty tables and the standard weights of its format.
  public init(format: InstanceFormat = .one, name: String, horizon: Horizon, travel: Travel) {
    self.format = format
    weights = .standard(for: format)
    self.name = name
    self.horizon = horizon
    self.travel = travel
  }
}

/// The place of a value in an instance: table, row (0 = first) and column, as the files name them.
public struct Cell: Hashable, Sendable {
  /// The table, such as `visits`; `horizon`, `weights` and `travel` are tables of one row.
  public var table: String
  /// The row in the table, 0 = first.
  public var row: Int
  /// The column, such as `earliest`.
  public var column: String

  /// A place in an instance.
  public init(table: String, row: Int, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }
}

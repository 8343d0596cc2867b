/// Whom a sheet of paper is for, which says what is on it.
public enum SheetAudience: String, CaseIterable, Hashable, Sendable {
  /// Staff: each one's day with all that is needed at the clients' homes.
  case staff
  /// Clients and their relatives: each one's week, and who comes.
  case clients
  /// A wall that anybody may pass: the day of all staff, with initials and nothing else of people.
  case wall
  /// A unit whose systems are down: the whole period, with all that is known.
  case crisis
}

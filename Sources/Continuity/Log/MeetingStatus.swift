/// Whether a meeting took place.
public enum MeetingStatus: String, CaseIterable, Hashable, Sendable {
  /// It took place.
  case performed
  /// It was to take place.
  case planned
  /// The client declined it.
  case declined
  /// It was called off.
  case cancelled
  /// It is no visit at a client's: travel, a break, a meeting, a telephone call.
  case noVisit = "no-visit"
}

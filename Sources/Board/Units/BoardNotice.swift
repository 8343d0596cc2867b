/// What open pages are told, so that they show what is.
public enum BoardNotice: Hashable, Sendable {
  /// An event has happened.
  case revision(Int)
  /// A run has got further.
  case run(RunStatus)
}

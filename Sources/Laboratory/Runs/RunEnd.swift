/// How a run came to its end.
public enum RunEnd: String, Codable, Hashable, Sendable {
  /// Its roster was proven best.
  case settled
  /// It made as many iterations as it was given.
  case iterations
  /// Its time was up.
  case timeUp
  /// It ended by itself before that.
  case byItself
  /// It was ended by the experiment, long after its time was up.
  case ended
  /// It ended with an error.
  case failed
}

/// How long each run of an experiment may take.
public enum Budget: Hashable, Sendable {
  /// Seconds of the wall clock.
  case seconds(Double)
  /// Seconds of the wall clock for each client of the instance, so that large instances get more.
  case secondsPerClient(Double)

  /// Whether it depends on the instance.
  var growsWithSize: Bool {
    if case .secondsPerClient = self { true } else { false }
  }
}

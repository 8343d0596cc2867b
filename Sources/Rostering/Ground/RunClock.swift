import Foundation

/// By what the time of a run is counted.
public enum RunClock: String, Codable, CaseIterable, Sendable {
  /// The clock on the wall.
  case wall
  /// The processor time of all of a run's threads, divided by how many it has: seconds in which each had a processor, for
  /// machines that are busy with other work too.
  case cpu
}

/// What is used up of a run's time.
struct RunTime {
  private let clock: RunClock
  private let threads: Int
  private let begin: Double

  /// Time that begins now.
  ///
  /// - Parameter threads: Those among which processor time is divided.
  init(_ clock: RunClock = .wall, threads: Int = 1) {
    self.clock = clock
    self.threads = max(1, threads)
    begin = Self.now(clock)
  }

  /// Seconds since it began.
  var elapsed: Double {
    let seconds = Self.now(clock) - begin
    return clock == .wall ? seconds : seconds / Double(threads)
  }

  /// Time by the same clock that begins now.
  var anew: RunTime { RunTime(clock, threads: threads) }

  private static func now(_ clock: RunClock) -> Double {
    var time = timespec()
    clock_gettime(clock == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

import Foundation
import Rostering
import Synchronization

/// When something happens in a run: one clock for every solver, which begins as its process is started.
final class RunStamp: Sendable {
  /// By what seconds are counted.
  let clock: RunClock
  private let threads: Int
  private let begin = ContinuousClock.now
  /// The process that leads the run's group, once it has been started.
  private let leader = Mutex<pid_t?>(nil)
  /// What was read last of a group's processor time, which stays true when the group has ended.
  private let lastSeen = Mutex(0.0)

  /// A run that begins now.
  ///
  /// - Parameter threads: Those among which processor time is divided.
  init(_ clock: RunClock, threads: Int) {
    self.clock = clock
    self.threads = max(1, threads)
  }

  /// Says which process leads the run.
  func started(_ process: pid_t) { leader.withLock { $0 = process } }

  /// Seconds by the clock on the wall.
  var wallSeconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

  /// Seconds by the run's clock.
  var seconds: Double {
    if clock == .wall { return wallSeconds }
    guard let process = leader.withLock({ $0 }) else { return 0 }
    let seconds = ProcessorTime.seconds(of: process) / Double(threads)
    return lastSeen.withLock {
      $0 = max($0, seconds)
      return $0
    }
  }
}

/// The processor time of processes that run.
enum ProcessorTime {
  /// Seconds of a process and its descendants, with those of its children that have ended.
  static func seconds(of process: pid_t) -> Double {
    var ticks = 0
    var waiting = [process]
    var seen: Set<pid_t> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      ticks += Self.ticks(of: text("/proc/\(next)/stat"))
      for thread in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(next)/task")) ?? [] {
        waiting += text("/proc/\(next)/task/\(thread)/children").split(separator: " ").compactMap { pid_t($0) }
      }
    }
    return Double(ticks) / Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
  }

  /// Ticks of a line of `/proc/PID/stat`: the process's own and those of its children that have ended.
  static func ticks(of line: String) -> Int {
    // The program's name, in brackets, may hold anything.
    guard let end = line.lastIndex(of: ")") else { return 0 }
    let fields = line[line.index(after: end)...].split(separator: " ")
    return fields.count < 15 ? 0 : fields[11..<15].reduce(0) { $0 + (Int($1) ?? 0) }
  }

  private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}

import Foundation

/// What the processors of this machine have done so far.
///
/// What a run could have had is what it used and what nobody did: where that is less than a processor for each of its
/// threads, others took the rest.
struct MachineUse {
  /// Ticks by processor: those in which it worked for somebody, and all.
  private let ticks: [Int: (busy: Double, all: Double)]

  /// Now.
  static var current: MachineUse {
    MachineUse(statistics: (try? String(contentsOfFile: "/proc/stat", encoding: .utf8)) ?? "")
  }

  /// As a text such as `/proc/stat` has it.
  init(statistics: String) {
    var ticks: [Int: (busy: Double, all: Double)] = [:]
    for line in statistics.split(separator: "\n") where line.hasPrefix("cpu") {
      let fields = line.split(separator: " ")
      guard let number = Int(fields[0].dropFirst(3)), fields.count >= 9 else { continue }
      // user, nice, system, idle, waiting, interrupts, soft interrupts, stolen by another guest of the host.
      let values = fields[1...8].map { Double($0) ?? 0 }
      let all = values.reduce(0, +)
      ticks[number] = (all - values[3] - values[4], all)
    }
    self.ticks = ticks
  }

  /// The part of a run's processors, from 0 to 1, that others took; `nil` where the system does not tell.
  ///
  /// - Parameters:
  ///   - begin: The use as the run began.
  ///   - processors: Those that the run could use.
  ///   - threads: Threads of the run.
  ///   - own: Seconds of processor time that it used.
  ///   - seconds: Seconds that it took.
  func takenByOthers(
    since begin: MachineUse, of processors: [Int], threads: Int, own: Double, in seconds: Double
  ) -> Double? {
    var (idle, all) = (0.0, 0.0)
    for processor in processors {
      guard let before = begin.ticks[processor], let after = ticks[processor] else { return nil }
      all += after.all - before.all
      idle += after.all - before.all - (after.busy - before.busy)
    }
    guard all > 0, seconds > 0, threads > 0 else { return nil }
    // In parts of the time of all its processors, which takes the length of a tick out of it.
    let could = own / seconds + idle / all * Double(processors.count)
    return min(1, max(0, 1 - could / Double(min(threads, processors.count))))
  }
}

import Foundation
import Rostering
import Subprocess

/// A solver that runs as a process group of its own and is ended with all its children when its time is up.
struct SolverProcess {
  /// What became of it.
  struct Ending {
    /// Why it cannot have an answer; `nil` where it ended by itself with code 0.
    var failure: String?
    /// Whether it was ended because its time was up.
    var isLate = false
    var wallSeconds: Double
    var cpuSeconds: Double
    /// Seconds by the run's clock.
    var seconds: Double
    /// Bytes.
    var peakMemory: Int
    /// What it told on standard error.
    var trace: RunTrace
    /// The rosters that it handed in while it ran.
    var snapshots: [Snapshots.Snapshot] = []
    /// How many of those were passed over.
    var passedOver = 0
  }

  /// When it is ended.
  struct Limit {
    /// Seconds of a clock that stands still for a process which only sleeps, for each second that it may use.
    private static let patience = (each: 20.0, more: 60.0)

    /// Seconds after which it is asked to end, and shortly after made to.
    var seconds: Double
    /// By what they are counted.
    var clock = RunClock.wall
    /// Threads among which processor time is divided.
    var threads = 1

    /// Seconds by the clock on the wall after which it is ended in any case.
    var wallSeconds: Double { clock == .wall ? seconds : seconds * Self.patience.each + Self.patience.more }

    /// Whether a run has come to it.
    func isReached(_ stamp: RunStamp) -> Bool { stamp.seconds >= seconds || stamp.wallSeconds >= wallSeconds }
  }

  /// Seconds between asking a process to end and ending it: of one that is late, and of one that is called off and may
  /// have an answer to write.
  private static let patience = (late: 3.0, calledOff: 10.0)

  /// Runs a command until it ends or its time is up; its time begins before its process does.
  ///
  /// Processor time and memory are those of all children so far: they tell of this run only where it has the process to
  /// itself.
  ///
  /// - Parameters:
  ///   - snapshots: The folder that takes rosters while it runs.
  ///   - cancellation: Asks it to end as the time does.
  static func run(
    _ command: [String], limit: Limit, snapshots: String? = nil, cancellation: Cancellation = Cancellation()
  ) async -> Ending {
    let before = Usage.ofChildren
    let stamp = RunStamp(limit.clock, threads: limit.threads)
    let watch = snapshots.flatMap { Snapshots(in: $0, stamp) }
    let (failure, isLate, trace) = await heard(command, limit, stamp, cancellation)
    let wall = stamp.wallSeconds
    let after = Usage.ofChildren
    let cpu = after.seconds - before.seconds
    let handedIn = watch?.end()
    return Ending(
      failure: isLate ? "ended after \(limit.seconds.thousandths.shortest) s without an answer" : failure,
      isLate: isLate, wallSeconds: wall.thousandths, cpuSeconds: cpu.thousandths,
      seconds: (limit.clock == .wall ? wall : cpu / Double(max(1, limit.threads))).thousandths,
      peakMemory: after.peakMemory, trace: trace, snapshots: handedIn?.taken ?? [],
      passedOver: handedIn?.passedOver ?? 0)
  }

  private static func heard(
    _ command: [String], _ limit: Limit, _ stamp: RunStamp, _ cancellation: Cancellation
  ) async -> (failure: String?, isLate: Bool, trace: RunTrace) {
    guard ChildRoom.isThere, let errors = SpokenErrors(stamp) else {
      return ("\(command[0]) cannot be run: \(ChildRoom.refusal)", false, RunTrace())
    }
    let (failure, isLate) = await outcome(of: command, limit, stamp, errors: errors.writingEnd, cancellation)
    return (failure, isLate, errors.end())
  }

  private static func outcome(
    of command: [String], _ limit: Limit, _ stamp: RunStamp, errors: Int32, _ cancellation: Cancellation
  ) async -> (failure: String?, isLate: Bool) {
    var options = PlatformOptions()
    options.processGroupID = 0
    var watch: Task<Bool, Never>?
    var started: pid_t?
    var status: TerminationStatus?
    var obstacle: String?
    ChildGroups.willStart()
    defer { if started == nil { ChildGroups.failedToStart() } }
    do {
      let executable: Executable = command[0].contains("/") ? .path(.init(command[0])) : .name(command[0])
      status = try await Subprocess.run(
        executable, arguments: Arguments(Array(command.dropFirst())), platformOptions: options, input: .none,
        output: .discarded, error: .fileDescriptor(.init(rawValue: errors), closeAfterSpawningProcess: true)
      ) { execution in
        let process = execution.processIdentifier.value
        started = process
        ChildGroups.add(process)
        stamp.started(process)
        watch = Task { await endLate(process, limit, stamp, cancellation) }
      }.terminationStatus
    } catch {
      obstacle = "\(command[0]) cannot be run: \(error)"
    }
    // Children that outlived the solver would slow the next run down.
    if let started { ChildGroups.end(started) }
    watch?.cancel()
    let isLate = await watch?.value ?? false
    switch status {
    case .exited(0): return (obstacle, isLate)
    case .exited(let code): return ("ended with exit code \(code)", isLate)
    case .signaled(let number): return ("ended by signal \(number)", isLate)
    case nil: return (obstacle, isLate)
    }
  }

  /// Ends a group when its time is up or its caller calls a halt; `false` where its time was not up.
  private static func endLate(
    _ process: pid_t, _ limit: Limit, _ stamp: RunStamp, _ cancellation: Cancellation
  ) async -> Bool {
    while !cancellation.isCancelled && !limit.isReached(stamp) {
      // Less than the time left, so that a short budget is kept; of processor time that may last.
      let left = min(0.05, max(0.001, limit.seconds - stamp.seconds))
      guard (try? await Task.sleep(for: .seconds(left))) != nil else { return false }
    }
    let isLate = !cancellation.isCancelled
    kill(-process, SIGTERM)
    let left = isLate ? patience.late : patience.calledOff
    guard (try? await Task.sleep(for: .seconds(left))) != nil else { return isLate }
    kill(-process, SIGKILL)
    return isLate
  }
}

/// Processor time and memory of this process's children that have ended.
private struct Usage {
  var seconds: Double
  /// Most bytes that one child had.
  var peakMemory: Int

  static var ofChildren: Usage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return Usage(
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMemory: Int(usage.ru_maxrss) * 1024)
  }
}

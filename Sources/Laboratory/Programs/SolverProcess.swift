import Foundation
import Rostering
import Subprocess

/// A solver that runs as a process group of its own and is ended with all its children when its time is up.
struct SolverProcess {
  /// What became of it.
  struct Ending {
    /// Why it cannot have an answer; `nil` where it ended by itself with code 0.
    var failure: String?
    var wallSeconds: Double
    var cpuSeconds: Double
    /// Bytes.
    var peakMemory: Int
    /// What it told on standard error.
    var trace: RunTrace
  }

  /// Seconds between asking a process to end and ending it: of one that is late, and of one that is called off and may
  /// have an answer to write.
  private static let patience = (late: 3.0, calledOff: 10.0)

  /// Runs a command until it ends or its time is up.
  ///
  /// Processor time and memory are those of all children so far: they tell of this run only where it has the process to
  /// itself.
  ///
  /// - Parameters:
  ///   - seconds: After which it is asked to end, and shortly after made to.
  ///   - cancellation: Asks it to end as the time does.
  static func run(
    _ command: [String], seconds: Double, cancellation: Cancellation = Cancellation()
  ) async -> Ending {
    let before = Usage.ofChildren
    let begin = ContinuousClock.now
    let (failure, isLate, trace) = await heard(command, seconds: seconds, cancellation)
    let wall = (ContinuousClock.now - begin) / .seconds(1)
    let after = Usage.ofChildren
    return Ending(
      failure: isLate ? "ended after \(((seconds * 1000).rounded() / 1000).shortest) s without an answer" : failure,
      wallSeconds: (wall * 1000).rounded() / 1000,
      cpuSeconds: ((after.seconds - before.seconds) * 1000).rounded() / 1000, peakMemory: after.peakMemory, trace: trace
    )
  }

  private static func heard(
    _ command: [String], seconds: Double, _ cancellation: Cancellation
  ) async -> (failure: String?, isLate: Bool, trace: RunTrace) {
    guard ChildRoom.isThere, let errors = SpokenErrors() else {
      return ("\(command[0]) cannot be run: \(ChildRoom.refusal)", false, RunTrace())
    }
    let (failure, isLate) = await outcome(of: command, seconds: seconds, errors: errors.writingEnd, cancellation)
    return (failure, isLate, errors.end())
  }

  private static func outcome(
    of command: [String], seconds: Double, errors: Int32, _ cancellation: Cancellation
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
        watch = Task { await endLate(process, after: seconds, cancellation) }
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
  private static func endLate(_ process: pid_t, after seconds: Double, _ cancellation: Cancellation) async -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while !cancellation.isCancelled && ContinuousClock.now < end {
      let next = min(end, ContinuousClock.now + .milliseconds(50))
      guard (try? await Task.sleep(until: next, clock: .continuous)) != nil else { return false }
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

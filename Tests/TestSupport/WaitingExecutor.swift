import Dispatch

/// Runs what mostly waits, for commands and files, on threads beside those of the tests.
///
/// Tests that compute hold all threads that Swift has for asynchronous work; whoever waits there gets its turn when they
/// are through, and a command that waits for a signal computes for as long.
public final class WaitingExecutor: TaskExecutor {
  /// The one that all tests share.
  public static let shared = WaitingExecutor()

  private let queue = DispatchQueue(label: "waiting tests", attributes: .concurrent)

  private init() {}

  /// Runs a piece of work on a thread of its own.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

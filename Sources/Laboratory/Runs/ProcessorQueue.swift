import Foundation
import Rostering
import Synchronization

/// Gives processors to runs, and has them wait while other experiments hold too many.
final class ProcessorQueue: Sendable {
  /// Milliseconds between two tries, drawn so that two that wait for each other's do not try at the same time for ever.
  private static let pause = 20...80

  private let locks = ProcessorLocks()
  private let notice: @Sendable (String) -> Void
  private let hasTold = Atomic<Bool>(false)

  /// - Parameter notice: Told once where a run has to wait.
  init(_ notice: @escaping @Sendable (String) -> Void) { self.notice = notice }

  /// Takes so many processors, as soon as there are so many; `nil` where the experiment is called off before.
  func take(_ count: Int, _ cancellation: Cancellation) async -> [Int]? {
    while !cancellation.isCancelled {
      if let processors = locks.take(count, of: Processors.allowed) { return processors }
      if !hasTold.exchange(true, ordering: .relaxed) {
        notice("waiting for processors that another experiment on this machine holds")
      }
      try? await Task.sleep(for: .milliseconds(Int.random(in: Self.pause)))
    }
    return nil
  }

  /// Lets processors go.
  func giveBack(_ processors: [Int]) { locks.giveBack(processors) }
}

import Synchronization

/// A flag by which any thread or signal handler ends a run; the run then returns its best roster so far.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A flag not yet raised.
  public init() {}

  /// Ends the run soon; may be called many times, from any thread.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether the run was told to end.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

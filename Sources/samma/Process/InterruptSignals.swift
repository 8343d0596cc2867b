import Foundation
import Rostering
import Synchronization

/// Turns SIGINT and SIGTERM into a cancellation.
///
/// The first of either asks the run to end with the best roster so far. The second ends the process at once, whatever
/// the run is doing.
enum InterruptSignals {
  private static let cancellation = Cancellation()
  private static let received = Atomic<Int>(0)

  /// Starts listening, and returns the flag that the first signal raises.
  static func listen() -> Cancellation {
    // Both are made here, because a signal handler must not run the lazy initialisation of a global.
    let raised = cancellation
    received.store(0, ordering: .relaxed)
    var listened = sigset_t()
    sigemptyset(&listened)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { InterruptSignals.receive($0) }
      // Reads and writes under way go on rather than fail.
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
      sigaddset(&listened, number)
    }
    // A parent that blocks signals, as many servers do, hands that down to its children.
    pthread_sigmask(SIG_UNBLOCK, &listened, nil)
    return raised
  }

  /// Handles a signal; does only what a signal handler may.
  private static func receive(_ number: Int32) {
    if received.wrappingAdd(1, ordering: .relaxed).oldValue == 0 {
      cancellation.cancel()
    } else {
      // The usual meaning of the signal, which is held back until this handler returns.
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}

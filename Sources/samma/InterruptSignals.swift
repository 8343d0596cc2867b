import Foundation
import Rostering

/// Turns SIGINT and SIGTERM into a cancellation.
///
/// The first of either asks the run to end with the best roster so far. It also gives both signals back their usual
/// meaning, so that the second ends the process at once, whatever the run is doing.
enum InterruptSignals {
  private static let cancellation = Cancellation()

  /// Starts listening, and returns the flag that the first signal raises.
  static func listen() -> Cancellation {
    // Made here, because a signal handler must not run the lazy initialisation of a global.
    let raised = cancellation
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
        InterruptSignals.cancellation.cancel()
      }
      // Reads and writes under way go on rather than fail.
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
    return raised
  }
}

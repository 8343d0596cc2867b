import Foundation
import Interchange
import Laboratory
import Rostering
import Synchronization

/// What SIGINT, SIGTERM and SIGHUP do to a command: nothing is left behind, and a search ends with what it has.
///
/// While a command listens, the first SIGINT or SIGTERM asks its search to end with the best roster so far. Any other signal ends
/// the process at once, whatever it is doing, and takes its temporary files and the programs that plan for it with it; so does
/// a failure that the process does not survive.
enum InterruptSignals {
  private static let cancellation = Cancellation()
  private static let received = Atomic<Int>(0)
  private static let isListening = Atomic<Bool>(false)
  private static let isEnding = Atomic<Bool>(false)

  /// Begins to watch; called once, before any file is opened.
  static func watch() {
    // All are made here, because a signal handler must not run the lazy initialisation of a global.
    TemporaryFiles.prepare()
    ChildGroups.prepare()
    _ = cancellation
    received.store(0, ordering: .relaxed)
    isListening.store(false, ordering: .relaxed)
    isEnding.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { handle(number) }
    // A file that may not grow fails to be written, as on a full disk, instead of ending the process. Unlike a signal that
    // is ignored, one that does nothing means to children what it usually does.
    var nothing = sigaction()
    nothing.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGXFSZ, &nothing, nil)
    // Where memory runs out, and where a fault of this program's own shows, its runtime ends the process.
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS] where isDefault(number) {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { InterruptSignals.fail($0) }
      sigaction(number, &action, nil)
    }
  }

  /// Starts listening, and returns the flag that the first signal raises.
  static func listen() -> Cancellation {
    received.store(0, ordering: .relaxed)
    isListening.store(true, ordering: .relaxed)
    var listened = sigset_t()
    sigemptyset(&listened)
    for number in [SIGINT, SIGTERM] {
      handle(number)
      sigaddset(&listened, number)
    }
    // A parent that blocks signals, as many servers do, hands that down to its children.
    pthread_sigmask(SIG_UNBLOCK, &listened, nil)
    return cancellation
  }

  /// Stops listening: the search is over, and what follows may wait for another program for ever.
  static func stopListening() { isListening.store(false, ordering: .relaxed) }

  /// Goes on at once, but for a process that a signal is about to end: what it has come to then is no outcome of its.
  static func giveWay() { while isEnding.load(ordering: .sequentiallyConsistent) { pause() } }

  private static func handle(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { InterruptSignals.receive($0) }
    // Reads and writes under way go on rather than fail.
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }

  /// Whether whoever started the process wants it to ignore a signal, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool { handler(number) == unsafeBitCast(SIG_IGN, to: Int.self) }

  /// Whether nobody, such as a sanitizer, asks to be told of a signal.
  private static func isDefault(_ number: Int32) -> Bool { handler(number) == unsafeBitCast(SIG_DFL, to: Int.self) }

  private static func handler(_ number: Int32) -> Int {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }

  /// Handles the end of a process that cannot go on: nothing is left behind. The runtime has said why.
  private static func fail(_ number: Int32) {
    isEnding.store(true, ordering: .sequentiallyConsistent)
    ChildGroups.endAll()
    TemporaryFiles.removeAll()
    // Memory that runs out is no crash: the runtime gives up by SIGABRT.
    if number == SIGABRT {
      let words: StaticString = "samma: ended by the failure told above; no file is half-written\n"
      _ = Foundation.write(StandardStream.error.rawValue, words.utf8Start, words.utf8CodeUnitCount)
      _exit(ExitStatus.internalError.rawValue)
    }
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Handles a signal; does only what a signal handler may.
  private static func receive(_ number: Int32) {
    if number != SIGHUP, isListening.load(ordering: .relaxed),
      received.wrappingAdd(1, ordering: .relaxed).oldValue == 0
    {
      cancellation.cancel()
    } else {
      isEnding.store(true, ordering: .sequentiallyConsistent)
      ChildGroups.endAll()
      TemporaryFiles.removeAll()
      // The usual meaning of the signal, which is held back until this handler returns.
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}

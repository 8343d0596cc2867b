import Foundation
import Interchange
import Synchronization

/// Ends a task that is told to end, together with its solver, leaving nothing behind.
public enum TaskEnd {
  /// The end of a pipe to which the signal handler writes; a handler may do little else.
  private static let alarm = Atomic<Int32>(-1)
  private static let isEnding = Atomic<Bool>(false)

  /// Watches for signals that ask to end, as a cluster or a person sends them, and for the end of the lifeline.
  ///
  /// - Parameter hasLifeline: Whether standard input is the lifeline of the experiment that started the task.
  public static func watch(hasLifeline: Bool) {
    guard let pipe = PrivatePipe() else { return }
    alarm.store(pipe.writingEnd, ordering: .relaxed)
    for number in [SIGTERM, SIGINT, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        var byte: UInt8 = 0
        _ = write(TaskEnd.alarm.load(ordering: .relaxed), &byte, 1)
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
    Thread.detachNewThread {
      wait(for: hasLifeline ? [pipe.readingEnd, STDIN_FILENO] : [pipe.readingEnd])
      isEnding.store(true, ordering: .sequentiallyConsistent)
      ChildGroups.endAll()
      WorkFolder.removeCurrent()
      TemporaryFiles.removeAll()
      _exit(1)
    }
  }

  /// Goes on at once, but for a task that has been told to end: what its solver left then is no result of the run.
  static func giveWay() async {
    while isEnding.load(ordering: .sequentiallyConsistent) { try? await Task.sleep(for: .seconds(1)) }
  }

  /// Returns once one of the descriptors has something to read or has ended; nothing is ever sent along a lifeline.
  private static func wait(for descriptors: [Int32]) {
    var watched = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&watched, nfds_t(watched.count), -1) <= 0 {}
  }
}

/// A pipe by which tasks learn that the experiment that started them is gone, however it ended.
///
/// The experiment keeps the writing end and writes nothing. When it ends or lets go, the tasks read the end of the pipe,
/// end their solvers, and end themselves: no solver goes on unseen, and none slows down the next experiment.
struct Lifeline: Sendable {
  /// Private, since a solver that inherited the writing end would keep every task alive.
  private let pipe: PrivatePipe

  init?() {
    guard let pipe = PrivatePipe() else { return nil }
    self.pipe = pipe
  }

  /// What tasks get as their standard input.
  var readingEnd: Int32 { pipe.readingEnd }

  /// Tells all tasks to end.
  func letGo() { close(pipe.writingEnd) }

  /// Forgets the reading end once no more tasks are started.
  func closeReadingEnd() { close(pipe.readingEnd) }
}

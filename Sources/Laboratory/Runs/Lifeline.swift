import Foundation

/// A pipe by which tasks learn that the experiment that started them is gone, however it ended.
///
/// The experiment keeps the writing end and writes nothing. When it ends or lets go, the tasks read the end of the pipe,
/// end their solvers, and end themselves: no solver goes on unseen, and none slows down the next experiment.
struct Lifeline: Sendable {
  /// What tasks get as their standard input.
  let readingEnd: Int32
  private let writingEnd: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    // A solver that inherited the writing end would keep every task alive.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readingEnd, writingEnd) = (ends[0], ends[1])
  }

  /// Tells all tasks to end.
  func letGo() { close(writingEnd) }

  /// Forgets the reading end once no more tasks are started.
  func closeReadingEnd() { close(readingEnd) }
}

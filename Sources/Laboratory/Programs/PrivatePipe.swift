import Foundation

/// A pipe of which the programs that this process starts inherit no end.
struct PrivatePipe {
  let readingEnd: Int32
  let writingEnd: Int32

  /// Opens a pipe; `nil` where the system has none left.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readingEnd, writingEnd) = (ends[0], ends[1])
  }
}

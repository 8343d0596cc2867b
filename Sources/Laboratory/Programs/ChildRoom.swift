import Foundation

/// Whether the system has room for one more child process.
///
/// The library that starts children traps where the files run out in the middle of it; so some are tried before.
enum ChildRoom {
  /// Files that the start of a child opens at the same time, at most.
  private static let files = 16
  /// What is said where there is no room.
  static let refusal = "the system gives no more processes, threads or open files"

  /// Whether so many files can be opened beside those that are open.
  static var isThere: Bool {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    while opened.count < files {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      opened.append(descriptor)
    }
    return true
  }
}

import Foundation
import Synchronization

/// A folder for the files of the run that this process makes.
struct WorkFolder {
  /// The folder there is now, so that a process that is told to end can remove it.
  private static let current = Mutex<String?>(nil)

  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "samma-run-\(UUID().uuidString)")
    path = url.path
    // Under the lock, so that a process that is told to end just now removes it or never makes it.
    try Self.current.withLock {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      $0 = url.path
    }
  }

  func remove() { Self.removeCurrent() }

  /// Removes the folder there is now; returns once it is gone, whoever removes it.
  static func removeCurrent() {
    // Under the lock, so that the process does not end while another thread is still removing.
    current.withLock { path in
      if let path { try? FileManager.default.removeItem(atPath: path) }
      path = nil
    }
  }
}

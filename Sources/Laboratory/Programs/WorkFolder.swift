import Foundation
import Synchronization

/// A folder for the files of a run that this process makes.
struct WorkFolder {
  /// The folders there are now, so that a process that is told to end can remove them.
  private static let current = Mutex<Set<String>>([])

  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "samma-run-\(UUID().uuidString)")
    path = url.path
    // Under the lock, so that a process that is told to end just now removes it or never makes it.
    try Self.current.withLock {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      $0.insert(url.path)
    }
  }

  /// Removes the folder; returns once it is gone, whoever removes it.
  func remove() { Self.current.withLock { if let path = $0.remove(path) { Self.remove(path) } } }

  /// Removes the folders there are now; returns once they are gone.
  static func removeCurrent() {
    // Under the lock, so that the process does not end while another thread is still removing.
    current.withLock { paths in
      paths.forEach(remove)
      paths = []
    }
  }

  private static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}

import Foundation
import Interchange
import Synchronization

/// A folder for the files of a run that this process makes.
struct WorkFolder {
  /// The files that a run puts into it, which are removed with it where a signal ends the process.
  private static let files = ["instance.json", "roster.json"]
  /// The folders there are now, so that a process that is told to end can remove them.
  private static let current = Mutex<Set<String>>([])

  let path: String

  init() throws {
    let parent = FileBytes.folder(FileManager.default.temporaryDirectory.path)
    // Under the lock, so that a process that is told to end just now removes it or never makes it.
    path = try Self.current.withLock { paths in
      guard let path = TemporaryFiles.makeFolder(in: parent, for: Self.files) else {
        throw OutputError(path: parent, code: errno)
      }
      // What is planned is nobody else's business.
      chmod(path, 0o700)
      paths.insert(path)
      return path
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

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    TemporaryFiles.forget(path)
  }
}

import Foundation

/// A folder that is removed with its last user.
public final class TemporaryFolder: Sendable {
  /// Where it lies.
  public let url: URL

  /// Makes it, with a name of its own.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "samma-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A file in the folder.
  public subscript(name: String) -> URL { url.appending(path: name) }

  /// Writes a file and returns its path.
  public func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: self[name])
    return self[name].path
  }
}

/// Runs a test with a new folder, and removes it afterwards.
public func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = try TemporaryFolder()
  try withExtendedLifetime(folder) { try body(folder.url) }
}

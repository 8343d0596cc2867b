import Foundation

/// What a test waited for in vain.
public struct WaitedInVain: Error, CustomStringConvertible {
  let what: String

  /// What is printed where the wait was in vain.
  public var description: String { "waited two minutes in vain for \(what)" }
}

/// Waits until something holds, and fails where it does not within two minutes.
public func wait(for what: String, until holds: @Sendable () throws -> Bool) async throws {
  for _ in 0..<12_000 {
    if try holds() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  throw WaitedInVain(what: what)
}

/// Waits until a file exists.
public func wait(forFile path: String) async throws {
  try await wait(for: path) { FileManager.default.fileExists(atPath: path) }
}

/// Whether a process goes on.
///
/// An orphan that nobody asks after stays in the table as a zombie, which is no process any more.
public func isRunning(_ process: String) -> Bool {
  let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? "State:\tZ"
  return !status.contains("State:\tZ")
}

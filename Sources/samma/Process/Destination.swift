import Foundation
import Interchange

/// Where a command writes its file: a path, or standard output.
///
/// `CommandFiles` has looked at the path before: it is none that the command reads, and it can be written.
struct Destination {
  private let path: String?

  /// A destination; standard output where the path is absent or `-`.
  init(_ path: String?) { self.path = path == "-" ? nil : path }

  /// Whether standard output is taken by the file.
  var isStandardOutput: Bool { path == nil }

  /// Writes the file, whole or not at all.
  func write(_ bytes: [UInt8]) throws {
    if let path {
      // A search is over; a signal must end the wait for whoever is to read.
      if FileBytes.isPipe(path) { InterruptSignals.stopListening() }
      try OutputFile.write(bytes, to: path)
    } else {
      try StandardStream.output.write(bytes)
    }
  }
}

/// A folder that a command fills with files whose names are known only when they are made.
struct DestinationFolder {
  private let path: String
  private let files: CommandFiles

  /// A folder, made with its first file.
  ///
  /// - Parameter command: The command, of whose other files none is to be written over.
  init(_ path: String, of command: some FileUser) {
    self.path = FileBytes.folder(path)
    files = CommandFiles(of: command)
  }

  /// Writes files by their names in the folder; where one would be written over another of the command's, or over a table
  /// that is not samma's, none.
  func write(_ contents: [(name: String, bytes: [UInt8])]) throws {
    for (name, _) in contents { try files.check(inFolder: "\(path)/\(name)") }
    try OwnTables.check(contents, into: path)
    for (name, bytes) in contents { try OutputFile.write(bytes, to: "\(path)/\(name)") }
  }
}

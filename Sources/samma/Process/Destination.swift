import Foundation
import Interchange

/// Where a command writes its file.
struct Destination {
  private let path: String?

  /// A destination, tried before the work so that an hour of it is not lost for a misspelt folder.
  ///
  /// - Parameters:
  ///   - path: A file; standard output where absent or `-`.
  ///   - source: The file that the command reads, which it must not write over.
  init(_ path: String?, apartFrom source: String? = nil) throws(InvalidRequest) {
    self.path = path == "-" ? nil : path
    guard let path = self.path else { return }
    if path == source { throw InvalidRequest("-o \(path) would overwrite the input; name another file") }
    do {
      try OutputFile.checkWritable(path)
    } catch {
      throw InvalidRequest("-o \(error)")
    }
  }

  /// Makes the folder that `-o` names where there is none.
  static func makeFolder(_ path: String) throws(InvalidRequest) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw InvalidRequest("-o \(path): the folder cannot be made; name another")
    }
  }

  /// Whether standard output is taken by the file.
  var isStandardOutput: Bool { path == nil }

  /// Writes the file, whole or not at all.
  func write(_ bytes: [UInt8]) throws {
    if let path {
      try OutputFile.write(bytes, to: path)
    } else {
      try StandardStream.output.write(bytes)
    }
  }
}

import Foundation

/// A file that could not be written; what stood there before still does.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path, as the user named it.
  public var path: String
  /// What failed and why.
  public var reason: String

  /// A failure to write.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// One line.
  public var description: String { "\(path) cannot be written: \(reason)" }
}

/// Writes whole files so that a reader never meets half of one.
public enum OutputFile {
  /// Writes bytes to a path, or to standard output where the path is `-`.
  ///
  /// The bytes go to a new file in the same folder, which takes the path's name only when they are safely on the disk:
  /// an interrupted run leaves the old file whole. A symbolic link stays one and its target is replaced; an existing
  /// file keeps its permissions. What is no regular file, such as `/dev/stdout` or a pipe, is written to directly.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    if path == "-" { return try writeAll(bytes, to: STDOUT_FILENO, path: "standard output") }
    let target = try resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    let type = status.st_mode & S_IFMT
    if exists && type == S_IFDIR { throw OutputError(path: path, reason: "it is a folder") }
    if exists && type != S_IFREG { return try writeDirectly(bytes, to: target, path: path) }
    try replace(target, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil, path: path)
  }

  /// The file that a path leads to through symbolic links, whether or not it exists yet.
  static func resolved(_ path: String) throws(OutputError) -> String {
    var current = path
    // As many links as the kernel follows.
    for _ in 0..<40 {
      var status = stat()
      guard lstat(current, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return current }
      // /dev/stdout and its like lead to things that have no name of their own.
      var target = stat()
      if stat(current, &target) == 0, target.st_mode & S_IFMT != S_IFREG { return current }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = buffer.withUnsafeMutableBytes { raw in
        readlink(current, raw.assumingMemoryBound(to: CChar.self).baseAddress!, raw.count)
      }
      guard length > 0 else { throw OutputError(path: path, reason: FileBytes.reason(errno)) }
      let link = String(decoding: buffer[0..<length], as: UTF8.self)
      current = link.hasPrefix("/") ? link : folder(of: current) + "/" + link
    }
    throw OutputError(path: path, reason: FileBytes.reason(ELOOP))
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func replace(
    _ target: String, with bytes: [UInt8], mode: mode_t?, path: String
  ) throws(OutputError) {
    let folder = folder(of: target)
    var template = Array("\(folder)/.samma-XXXXXX".utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
    guard descriptor >= 0 else { throw OutputError(path: path, reason: FileBytes.reason(errno)) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(OutputError) {
      defer { close(descriptor) }
      // mkstemp gives a file for its owner alone; a new file has the rights that the process gives every new file.
      guard fchmod(descriptor, mode ?? (0o666 & ~currentMask())) == 0 else {
        throw OutputError(path: path, reason: FileBytes.reason(errno))
      }
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw OutputError(path: path, reason: FileBytes.reason(errno)) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let reason = FileBytes.reason(errno)
      unlink(temporary)
      throw OutputError(path: path, reason: reason)
    }
    // The new name, too, should outlive a power failure; where the folder cannot be synchronised the file still is.
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// The rights that new files of this process lack.
  private static func currentMask() -> mode_t {
    // The mask can only be read by setting it; the system keeps a readable copy, free of races between threads.
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("Umask:") }),
      let mask = mode_t(line.dropFirst(6).trimmingCharacters(in: .whitespaces), radix: 8)
    {
      return mask
    }
    return 0o022
  }

  private static func writeDirectly(_ bytes: [UInt8], to target: String, path: String) throws(OutputError) {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: FileBytes.reason(errno)) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path: path)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputError) {
    let failure: Int32 = bytes.withUnsafeBytes { raw in
      var written = 0
      while written < raw.count {
        let count = Foundation.write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard failure == 0 else { throw OutputError(path: path, reason: FileBytes.reason(failure)) }
  }
}

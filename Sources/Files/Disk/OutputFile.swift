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

  /// A failure that the system has a number for.
  package init(path: String, code: Int32) { self.init(path: path, reason: FileBytes.reason(code)) }

  /// One line.
  public var description: String { "\(path) cannot be written: \(reason)" }
}

/// Writes whole files so that a reader never meets half of one.
public enum OutputFile {
  /// Writes bytes to a path, or to standard output where the path is `-`.
  ///
  /// The bytes go to a new file in the same folder, which takes the path's name only when they are safely on the disk:
  /// an interrupted run leaves the old file whole. A symbolic link stays one and its target is replaced; an existing
  /// file keeps its permissions; folders that are missing are made. What is no regular file, such as `/dev/stdout` or a pipe, is written to directly.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    try write(to: path) { output throws(OutputError) in try output(bytes) }
  }

  /// Writes a file that its owner alone can read, as `write(_:to:)` writes others.
  package static func writePrivately(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let (target, _) = try target(of: path)
    try replace(target, mode: 0o600, path: path) { descriptor throws(OutputError) in
      try writeAll(bytes, to: descriptor, path: path)
    }
  }

  /// Writes what comes in pieces, as `write(_:to:)` writes it in one; only a piece at a time is in memory.
  ///
  /// - Parameter pieces: Calls back with each piece; where it throws, what stood at the path stays.
  public static func write(
    to path: String, _ pieces: (_ output: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Void
  ) throws(OutputError) {
    func write(to descriptor: Int32, _ name: String) throws(OutputError) {
      try pieces { piece throws(OutputError) in try writeAll(piece, to: descriptor, path: name) }
    }
    if path == "-" { return try write(to: STDOUT_FILENO, "standard output") }
    let (target, mode) = try target(of: path)
    if let mode, mode & S_IFMT != S_IFREG {
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
      defer { close(descriptor) }
      return try write(to: descriptor, path)
    }
    try replace(target, mode: mode.map { $0 & 0o7777 }, path: path) { descriptor throws(OutputError) in
      try write(to: descriptor, path)
    }
  }

  /// Tries whether `write` could write to a path, and leaves what stands there as it is.
  ///
  /// For the beginning of a long run: a misspelt folder shows before the work, not after it.
  ///
  /// - Throws: What `write` would throw.
  public static func checkWritable(_ path: String) throws(OutputError) {
    if path == "-" { return }
    if path.isEmpty { throw OutputError(path: "\"\"", reason: "it names no file") }
    let (target, mode) = try target(of: path)
    if let mode, mode & S_IFMT != S_IFREG {
      if access(target, W_OK) != 0 { throw OutputError(path: path, code: errno) }
      return
    }
    // Only making a file shows for sure that one can be made; folders that are missing will be made in the one there is.
    let folder = nearestFolder(to: target)
    guard let (descriptor, temporary) = TemporaryFiles.makeFile(in: folder) else {
      throw OutputError(path: path, reason: "no file can be made in \(folder): \(FileBytes.reason(errno))")
    }
    close(descriptor)
    discard(temporary)
  }

  /// The file that a path leads to, and its kind and rights where it exists.
  private static func target(of path: String) throws(OutputError) -> (path: String, mode: mode_t?) {
    let target = try resolved(path)
    var status = stat()
    guard stat(target, &status) == 0 else { return (target, nil) }
    if status.st_mode & S_IFMT == S_IFDIR { throw OutputError(path: path, reason: "it is a folder") }
    return (target, status.st_mode)
  }

  /// The file that a path leads to through symbolic links, whether or not it exists yet.
  package static func resolved(_ path: String) throws(OutputError) -> String {
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
      guard length > 0 else { throw OutputError(path: path, code: errno) }
      let link = String(decoding: buffer[0..<length], as: UTF8.self)
      current = link.hasPrefix("/") ? link : folder(of: current) + "/" + link
    }
    throw OutputError(path: path, code: ELOOP)
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The innermost folder on the way to a path that exists.
  private static func nearestFolder(to path: String) -> String {
    var folder = folder(of: path)
    while FileBytes.place(of: folder) == .nothing, folder != ".", folder != "/" { folder = self.folder(of: folder) }
    return folder
  }

  /// Makes a folder and all above it that are missing, which another process may do at the same time.
  ///
  /// - Parameter path: What a failure names.
  package static func makeFolder(_ folder: String, for path: String) throws(OutputError) {
    if FileBytes.place(of: folder) == .folder || folder == "." || folder == "/" { return }
    try makeFolder(self.folder(of: folder), for: path)
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw OutputError(path: path, reason: "the folder \(folder) cannot be made: \(FileBytes.reason(errno))")
    }
  }

  private static func replace(
    _ target: String, mode: mode_t?, path: String, _ write: (_ descriptor: Int32) throws(OutputError) -> Void
  ) throws(OutputError) {
    let folder = folder(of: target)
    try makeFolder(folder, for: path)
    guard let (descriptor, temporary) = TemporaryFiles.makeFile(in: folder) else {
      throw OutputError(path: path, code: errno)
    }
    do throws(OutputError) {
      defer { close(descriptor) }
      // A temporary file is for its owner alone; a new file has the rights that the process gives every new file.
      guard fchmod(descriptor, mode ?? (0o666 & ~currentMask())) == 0 else {
        throw OutputError(path: path, code: errno)
      }
      try write(descriptor)
      guard fsync(descriptor) == 0 else { throw OutputError(path: path, code: errno) }
    } catch {
      discard(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      discard(temporary)
      throw OutputError(path: path, code: code)
    }
    TemporaryFiles.forget(temporary)
    // The new name, too, should outlive a power failure; where the folder cannot be synchronised the file still is.
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private static func discard(_ temporary: String) {
    unlink(temporary)
    TemporaryFiles.forget(temporary)
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

  /// Writes all of the bytes, however often the system takes but a part of them or is interrupted.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputError) {
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
    guard failure == 0 else { throw OutputError(path: path, code: failure) }
  }
}

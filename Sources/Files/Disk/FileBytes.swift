import Foundation

/// Reads whole files and standard input.
package enum FileBytes {
  /// Where the bytes of an input come from.
  package enum Place: Hashable {
    case file, folder, nothing
    /// A place that cannot be looked at, with the reason.
    case unknown(String)
  }

  /// What a path leads to.
  package static func place(of path: String) -> Place {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .nothing : .unknown(reason(errno))
    }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Whether a path leads to a pipe, which waits until another program opens it.
  package static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// All bytes of a file.
  package static func read(_ path: String) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      let found = code == ENOENT || code == ENOTDIR ? "no such file" : "a file that cannot be opened: \(reason(code))"
      throw InputError(file: path, found: found, expected: "a file that can be read")
    }
    defer { close(descriptor) }
    return try read(descriptor, name: path)
  }

  /// All bytes of a file that another program was to write: a file of its own, and neither a link nor a device.
  package static func readPlain(_ path: String) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      let found = errno == ENOENT ? "no such file" : errno == ELOOP ? "a link" : reason(errno)
      throw InputError(file: path, found: found, expected: "a file")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw InputError(file: path, found: "a folder, a pipe or a device", expected: "a file")
    }
    return try read(descriptor, name: path)
  }

  /// All bytes of a file, or of standard input where the path is `-`, with what messages call it.
  package static func input(_ path: String) throws(InputError) -> (bytes: [UInt8], name: String) {
    if path != "-" { return (try read(path), path) }
    return (try read(STDIN_FILENO, name: standardInputName), standardInputName)
  }

  /// What messages call standard input.
  package static let standardInputName = "standard input"

  private static func read(_ descriptor: Int32, name: String) throws(InputError) -> [UInt8] {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    if expected > InputSize.most { throw InputSize.refusal(name) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var failure: Int32 = 0
    while true {
      // The size is only a hint: pipes have none, and a file can grow. One byte more tells that it has ended.
      let room = max(64 * 1024, expected - bytes.count + 1)
      var got = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          repeat { got = Foundation.read(descriptor, buffer.baseAddress, room) } while got < 0 && errno == EINTR
          if got < 0 { failure = errno }
          count = max(0, got)
        })
      if got <= 0 { break }
      if bytes.count > InputSize.most { throw InputSize.refusal(name) }
    }
    guard failure == 0 else {
      throw InputError(
        file: name, found: failure == EISDIR ? "a folder" : "a read that fails: \(reason(failure))",
        expected: "a file that can be read")
    }
    return bytes
  }

  /// The names of the CSV files in a folder, in order; `nil` where it cannot be listed.
  ///
  /// Spreadsheets keep lock files beside the files they have open; those are left out.
  package static func csvFiles(in folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { name in
      name.lowercased().hasSuffix(".csv") && !".~".contains(name.prefix(1))
    }
  }

  /// A folder's path without a slash at its end.
  package static func folder(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The system's words for an error.
  package static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

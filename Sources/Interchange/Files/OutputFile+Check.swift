import Foundation

extension OutputFile {
  /// Tries whether `write` could write to a path, and leaves what stands there as it is.
  ///
  /// For the beginning of a long run: a misspelt folder shows before the work, not after it.
  ///
  /// - Throws: What `write` would throw.
  public static func checkWritable(_ path: String) throws(OutputError) {
    if path == "-" { return }
    if path.isEmpty { throw OutputError(path: "\"\"", reason: "it names no file") }
    let target = try resolved(path)
    var status = stat()
    if stat(target, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw OutputError(path: path, reason: "it is a folder") }
      if status.st_mode & S_IFMT != S_IFREG {
        if access(target, W_OK) != 0 { throw OutputError(path: path, reason: FileBytes.reason(errno)) }
        return
      }
    }
    // Only making a file shows for sure that one can be made.
    let folder = Self.folder(of: target)
    guard let (descriptor, temporary) = temporaryFile(in: folder) else {
      throw OutputError(path: path, reason: "no file can be made in \(folder): \(FileBytes.reason(errno))")
    }
    close(descriptor)
    unlink(temporary)
  }
}

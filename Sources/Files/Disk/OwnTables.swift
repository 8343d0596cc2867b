import Foundation

/// Keeps tables that people made from being replaced where a command fills a folder with tables of its own names.
public enum OwnTables {
  /// Looks whether files that are to be written into a folder replace no tables but older ones of their own kind.
  ///
  /// A table is of the same kind where it has at least half of the columns, of whichever has fewer.
  ///
  /// - Throws: `OutputError` for the first table that is another.
  public static func check(_ files: [(name: String, bytes: [UInt8])], into folder: String) throws(OutputError) {
    for (name, bytes) in files where name.hasSuffix(".csv") {
      let path = "\(folder)/\(name)"
      let (old, new) = (columns(beginning(of: path)), columns(bytes[...]))
      if old.isEmpty || isOneKind(old, new) { continue }
      throw OutputError(
        path: path,
        reason: "a table of other columns stands there (\(old.prefix(3).joined(separator: ", "))); "
          + "name another folder, or remove it")
    }
  }

  private static func isOneKind(_ old: [String], _ new: [String]) -> Bool {
    // The other columns of a matrix are places.
    if [["from"], ["mode", "from"]].contains(where: { old.starts(with: $0) && new.starts(with: $0) }) { return true }
    let shared = Set(old).intersection(new).count
    return 2 * shared >= min(Set(old).count, Set(new).count)
  }

  /// The names in the first line.
  private static func columns(_ bytes: ArraySlice<UInt8>) -> [String] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.isEmpty { return [] }
    let delimiters = Set(",;\t".utf8)
    return line.split(omittingEmptySubsequences: false) { delimiters.contains($0) }.map { cell in
      String(decoding: cell.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
  }

  /// The most of a file that its first line is sought in.
  private static let longestLine = 1 << 16

  /// What a regular file begins with; nothing where it is none or cannot be read.
  private static func beginning(of path: String) -> ArraySlice<UInt8> {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return [] }
    var bytes = [UInt8](repeating: 0, count: longestLine)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count))
  }
}

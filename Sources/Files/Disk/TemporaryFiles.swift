import Foundation
import Synchronization

/// The files and folders that stand in for those being written, until they take their names.
///
/// All have names that nothing else has, so that one that a killed run left behind is known for what it is. They lie in the
/// folder of what they stand in for: a name can only be taken within one file system.
package enum TemporaryFiles {
  /// How their names begin; eight hexadecimal digits of the process follow, and eight of chance.
  package static let mark = ".samma-part-"
  /// Seconds after which one is taken for left behind, where its process is no more.
  package static let staleAge = 86_400
  private static let digits = 8

  /// A new file in a folder, open for writing; `nil` with the reason in `errno` where none can be made.
  package static func makeFile(in folder: String) -> (descriptor: Int32, path: String)? {
    make(in: folder) { open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
  }

  /// A new folder in a folder; `nil` with the reason in `errno` where none can be made.
  ///
  /// - Parameter files: The names of the files that are to be in it, which go with it where the run is ended.
  package static func makeFolder(in folder: String, for files: [String]) -> String? {
    guard let path = make(in: folder, { mkdir($0, 0o777) })?.path else { return nil }
    for file in files { TemporaryNotes.add("\(path)/\(file)") }
    return path
  }

  /// - Parameter make: Makes what a path names; gives a number below 0 and the reason in `errno` where it cannot.
  private static func make(in folder: String, _ make: (_ path: String) -> Int32) -> (descriptor: Int32, path: String)? {
    sweep(folder)
    while true {
      let path = newPath(in: folder)
      // Noted before it is there: a signal in between must not leave it behind.
      TemporaryNotes.add(path)
      let result = make(path)
      if result >= 0 { return (result, path) }
      let code = errno
      TemporaryNotes.remove(path)
      errno = code
      if code != EEXIST { return nil }
    }
  }

  /// Makes ready for signals, whose handlers must not be the first to ask for what is made when first asked for.
  package static func prepare() { TemporaryNotes.prepare() }

  /// Forgets what has taken its name or is removed, with the files in it where it is a folder.
  package static func forget(_ path: String) { TemporaryNotes.remove(path) }

  /// Removes all that this process has now; all it does may be done in a signal's handler.
  package static func removeAll() { TemporaryNotes.removeAll() }

  /// Removes what runs of this user that were killed left in a folder; once a folder and process.
  package static func sweep(_ folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return }
    for name in names where isOurs(name) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_uid == geteuid(), time(nil) - status.st_mtim.tv_sec > staleAge,
        !hasProcess(name)
      else { continue }
      if status.st_mode & S_IFMT == S_IFREG {
        unlink(path)
      } else if status.st_mode & S_IFMT == S_IFDIR {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  private static let swept = Mutex<Set<String>>([])

  private static func newPath(in folder: String) -> String {
    let number = UInt64(UInt32(bitPattern: getpid())) << 32 | UInt64(UInt32.random(in: .min ... .max))
    return "\(folder)/\(mark)\(withUnsafeBytes(of: number.bigEndian) { hexadecimal($0) })"
  }

  /// Whether the process that a name tells of, or one that has its number now, goes on.
  private static func hasProcess(_ name: String) -> Bool {
    guard let process = pid_t(name.dropFirst(mark.count).prefix(digits), radix: 16), process > 0 else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  private static func isOurs(_ name: String) -> Bool {
    name.hasPrefix(mark) && name.utf8.count == mark.utf8.count + 2 * digits
      && name.utf8.dropFirst(mark.utf8.count).allSatisfy { byte in
        Byte.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}

/// The temporary files of this process, in memory of their own that a signal's handler can read at any moment.
private enum TemporaryNotes {
  /// More than one process ever has at a time; those beyond are left to the sweep.
  private static let most = 256
  private static let longest = Int(PATH_MAX)

  private static let taken = Mutex<[Int: String]>([:])
  /// Rows of bytes, each a path with a zero after it; a row that is free begins with zero.
  nonisolated(unsafe) private static let rows: UnsafeMutablePointer<CChar> = {
    let rows = UnsafeMutablePointer<CChar>.allocate(capacity: most * longest)
    rows.initialize(repeating: 0, count: most * longest)
    return rows
  }()

  static func add(_ path: String) {
    taken.withLock { taken in
      let bytes = Array(path.utf8CString)
      guard bytes.count <= longest, let row = (0..<most).first(where: { taken[$0] == nil }) else { return }
      taken[row] = path
      // The first byte last: until then the row is free.
      let start = rows + row * longest
      for place in 1..<bytes.count { start[place] = bytes[place] }
      start[0] = bytes[0]
    }
  }

  static func prepare() { _ = rows }

  static func remove(_ path: String) {
    taken.withLock { taken in
      for (row, noted) in taken where noted == path || noted.hasPrefix(path + "/") {
        rows[row * longest] = 0
        taken[row] = nil
      }
    }
  }

  static func removeAll() {
    // What lies in folders first.
    for row in 0..<most where rows[row * longest] != 0 { unlink(rows + row * longest) }
    for row in 0..<most where rows[row * longest] != 0 { rmdir(rows + row * longest) }
  }
}

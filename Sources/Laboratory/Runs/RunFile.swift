import Foundation
import Interchange

/// A file of runs, one JSON object a line, to which runs are added as they end.
///
/// A line is written at once and brought to the disk before the next run counts as done; a line cut short by a crash is
/// removed when the file is opened again, and its run is made again.
public final class RunFile {
  private let descriptor: Int32
  private let path: String
  /// The runs that stood in the file when it was opened.
  public let records: [RunRecord]

  /// Opens a file, making it where there is none.
  ///
  /// - Throws: `InputError` where the file holds something else, or another experiment is writing it.
  public init(path: String) throws(InputError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Self.refusal(path, found: "a file that cannot be opened: \(FileBytes.reason(errno))")
    }
    guard Self.lock(descriptor) else {
      close(descriptor)
      throw Self.refusal(path, found: "a file that another samma bench is writing")
    }
    do throws(InputError) {
      let bytes = try FileBytes.read(path)
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      records = try RunRecord.records(in: Array(bytes[..<end]), file: path)
      if end < bytes.count {
        // Only a line of ours is cut; another file that was named by mistake stays as it is.
        guard !records.isEmpty || Self.beginsLikeARun(bytes[end...]) else {
          throw Self.refusal(path, found: "\"\(String(decoding: bytes[end...].prefix(60), as: UTF8.self))\"")
        }
        ftruncate(descriptor, off_t(end))
      }
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Locks a file; for a moment it may still be held by a process that is just being started by another thread.
  private static func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(20_000)
    }
    return false
  }

  /// Whether a line can be the beginning of a run: JSON with the keys in alphabetical order.
  private static func beginsLikeARun(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["{\"bound\":", "{\"cpuSeconds\":"].contains { opening in zip(bytes, opening.utf8).allSatisfy { $0 == $1 } }
  }

  private static func refusal(_ path: String, found: String) -> InputError {
    InputError(file: path, found: found, expected: "a file of runs to add to")
  }

  /// Adds runs that the file does not have, or has as failed; returns how many.
  public func append(_ records: [RunRecord]) throws -> Int {
    var made = Dictionary(self.records.map { ($0.run.identity, $0.isSuccess) }) { $0 || $1 }
    var added = 0
    for record in records where made[record.run.identity].map({ !$0 && record.isSuccess }) ?? true {
      try append(record)
      made[record.run.identity] = record.isSuccess
      added += 1
    }
    return added
  }

  /// Adds a run.
  public func append(_ record: RunRecord) throws {
    let line = Array((try JSONText.line(record) + "\n").utf8)
    try OutputFile.writeAll(line, to: descriptor, path: path)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputError(path: path, code: errno) }
  }
}

extension RunRecord {
  /// Reads the runs of a file; a last line cut short by a crash is passed over.
  ///
  /// - Throws: `InputError` with every line that is no run.
  public static func records(path: String) throws(InputError) -> [RunRecord] {
    let bytes = try FileBytes.read(path)
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return try records(in: Array(bytes[..<end]), file: path)
  }

  static func records(in bytes: [UInt8], file: String) throws(InputError) -> [RunRecord] {
    let decoder = JSONDecoder()
    var records: [RunRecord] = []
    var problems: [InputProblem] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      if let record = try? decoder.decode(RunRecord.self, from: Data(line)), record.format == format {
        records.append(record)
      } else {
        problems.append(
          InputProblem(
            file: file, position: TextPosition(line: index + 1),
            found: "\"\(String(decoding: line.prefix(60), as: UTF8.self))\"",
            expected: "a run of the format \(format), as samma bench writes it"))
      }
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return records
  }
}

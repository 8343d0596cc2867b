import Continuity
import Files
import Foundation
import HomeCare

/// A log as read: its meetings, and what was wrong with the rest.
public struct LogReading: Sendable {
  /// The meetings.
  public var log: MeetingLog
  /// How the files were understood, and the rows that could not be used.
  public var quality: LogQuality
}

/// Reads logs of visits in any of the dialects that exports have.
public enum LogReader {
  /// How a log is read.
  public struct Options: Sendable {
    /// How the columns are to be understood; recognised where absent.
    public var mapping: ExportMapping?
    /// Dates on which clients were not at home, by id.
    public var away: [Absence] = []
    /// Whether the files' bytes are hashed on the way.
    public var hashes = false
    /// How many threads share the work; what is read does not depend on it.
    public var threads = 2

    /// Recognised columns, two threads.
    public init() {}
  }

  /// Reads files one after another as one log.
  ///
  /// - Parameter paths: The files, `-` for standard input; each may be packed with gzip.
  /// - Throws: `InputError` where a file cannot be read or a column that every log has cannot be found. Bad rows are no
  ///   error: they are counted and listed.
  public static func read(_ paths: [String], _ options: Options = Options()) throws(InputError) -> LogReading {
    var (logs, left) = try Self.logs(paths, options.mapping)
    let mapping = options.mapping ?? recognisedMapping(logs)
    var layouts: [LogLayout] = []
    for log in logs { layouts.append(try LogLayout(log, mapping)) }
    guard let clock = ZoneClock(timeZone: mapping.timeZone) else {
      throw InputError(
        file: "mapping", found: "the time zone \(quoted(mapping.timeZone))",
        expected: "an IANA name such as \"Europe/Stockholm\"")
    }
    let expected = LogDates(expecting: logs, layouts, mapping)
    var (workers, digest) = try work(logs, layouts, options, LogWorker(layouts, mapping, clock, expected))
    var files = layouts.map(\.reading)
    var evidence = self.evidence(workers)
    let dates = try LogDates(of: evidence, in: files, mapping)
    if dates.orders != expected.orders {
      // The beginning has misled: what was read so far is of no use.
      workers = []
      guard !paths.contains("-") else {
        throw InputError(
          file: FileBytes.standardInputName, found: "dates whose order shows only after the beginning",
          expected: "a file, which can be read again, or a mapping with \"dateOrder\"")
      }
      (logs, left) = try Self.logs(paths, options.mapping)
      (workers, digest) = try work(logs, layouts, options, LogWorker(layouts, mapping, clock, dates))
      evidence = self.evidence(workers)
    }
    dates.note(in: &files, evidence)
    var merger = LogMerger(workers, mapping, files, logs.map(\.rows))
    merger.quality.notes = logs.flatMap { log in log.notes.map { "\(log.name): \($0)" } } + left
    workers = []
    try merger.quality.refuseShortenedIDs()
    merger.quality.sha256 = digest.map { hexadecimal($0) }
    return merger.reading(away: options.away)
  }

  /// Reads all rows, by as many workers as there are threads; with the hash of the files, where one is asked for.
  private static func work(
    _ logs: [ExportBytes], _ layouts: [LogLayout], _ options: Options, _ blank: LogWorker
  ) throws(InputError) -> (workers: [LogWorker], digest: [UInt8]?) {
    let feed = LogFeed(logs, layouts.map(\.delimiter), hashes: options.hashes)
    var workers = [LogWorker](repeating: blank, count: max(1, options.threads))
    workers.withUnsafeMutableBufferPointer { buffer in
      // Every thread has a worker of its own, and the call returns when all are done.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: slots.count) { slots[$0].work(feed) }
    }
    if let error = feed.error { throw error }
    return (workers, feed.digest())
  }

  /// What the dates that all workers have read tell of their order.
  private static func evidence(_ workers: [LogWorker]) -> [DateEvidence] {
    var evidence = workers[0].moments.evidence
    for worker in workers.dropFirst() {
      for (column, more) in worker.moments.evidence.enumerated() { evidence[column].add(more) }
    }
    return evidence
  }

  /// How files are understood, whether or not that is enough to read them.
  public static func explain(_ paths: [String], _ mapping: ExportMapping? = nil) throws(InputError) -> [LogFileReading]
  {
    var logs: [ExportBytes] = []
    for path in paths { logs += try ExportBytes.tables(path: path, encoding: mapping?.encoding) }
    defer { logs.forEach { $0.close() } }
    let mapping = mapping ?? recognisedMapping(logs)
    return logs.map { LogLayout.recognise($0, mapping) }
  }

  /// The tables of files that are logs, and which of a file's several tables are none.
  ///
  /// - Throws: `InputError` where a file cannot be read, or holds several tables of which none is a log.
  private static func logs(
    _ paths: [String], _ mapping: ExportMapping?
  ) throws(InputError) -> (logs: [ExportBytes], left: [String]) {
    var (logs, left): ([ExportBytes], [String]) = ([], [])
    for path in paths {
      let tables = try ExportBytes.tables(path: path, encoding: mapping?.encoding)
      var problems: [InputProblem] = []
      var found: [ExportBytes] = []
      for var table in tables {
        do throws(InputError) {
          if tables.count > 1 { try LogLayout.requireColumns(table, mapping ?? .genericSwedish) }
          // The bytes of a file go into the hash once.
          if !found.isEmpty { table.leaveHashToOthers() }
          found.append(table)
        } catch {
          problems += error.problems
          left.append("\(table.name): no log of visits, since it lacks columns; not read")
        }
      }
      guard !found.isEmpty else { throw InputError(problems: problems) }
      logs += found
    }
    return (logs, left)
  }

  /// Whether a file with a name that rosters have, `.json`, holds rows of a log instead: a list of objects, or an object
  /// with one, that names no format of this project.
  public static func holdsRows(_ path: String) -> Bool {
    guard let bytes = try? FileBytes.read(path), JSONRows.mayBegin(bytes.prefix(1024)), JSONRows.format(bytes) == nil
    else { return false }
    return (try? JSONRows.tables(bytes, file: path)) != nil
  }

  /// This project's own preset where all headers are its own, and the generic one otherwise.
  private static func recognisedMapping(_ logs: [ExportBytes]) -> ExportMapping {
    let columns = logs.map { LogLayout.recognise($0, .samma).columns }
    guard columns.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.header == $0.column?.rawValue } }) else {
      return .genericSwedish
    }
    var own = ExportMapping.samma
    // Nobody has said that the log is to hold all that the preset asks for, and no figure is taken from an end.
    own.requiresEnd = columns.allSatisfy { $0.contains { $0.column == .end } }
    own.ids = ExportMapping.genericSwedish.ids
    return own
  }
}

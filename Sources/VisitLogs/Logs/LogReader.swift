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
    /// How those of some files are, by their paths; these go before `mapping`.
    public var mappings: [String: ExportMapping] = [:]
    /// Dates on which clients were not at home, by id.
    public var away: [Absence] = []
    /// Whether the files' bytes are hashed on the way.
    public var hashes = false
    /// How many threads share the work; what is read does not depend on it.
    public var threads = 2

    /// Recognised columns, two threads.
    public init() {}

    /// The mapping that is given for a file.
    func mapping(of path: String) -> ExportMapping? {
      mappings[path == FileBytes.standardInputName ? "-" : path] ?? mapping
    }
  }

  /// Reads files one after another as one log.
  ///
  /// - Parameter paths: The files, `-` for standard input; each may be packed with gzip.
  /// - Throws: `InputError` where a file cannot be read or a column that every log has cannot be found. Bad rows are no
  ///   error: they are counted and listed.
  public static func read(_ paths: [String], _ options: Options = Options()) throws(InputError) -> LogReading {
    var (logs, left) = try Self.logs(paths, options)
    guard !logs.isEmpty else { throw InputError(file: "logs", found: "none", expected: "a file at least") }
    let layouts = try Self.layouts(logs, options)
    let expected = LogDates(expecting: logs, layouts)
    var (workers, digest) = try work(logs, layouts, options, LogWorker(layouts, expected))
    var files = layouts.map(\.reading)
    var evidence = self.evidence(workers)
    let dates = try LogDates(of: evidence, in: layouts)
    if dates.orders != expected.orders {
      // The beginning has misled: what was read so far is of no use.
      workers = []
      guard !paths.contains("-") else {
        throw InputError(
          file: FileBytes.standardInputName, found: "dates whose order shows only after the beginning",
          expected: "a file, which can be read again, or a mapping with \"dateOrder\"")
      }
      (logs, left) = try Self.logs(paths, options)
      (workers, digest) = try work(logs, layouts, options, LogWorker(layouts, dates))
      evidence = self.evidence(workers)
    }
    dates.note(in: &files, evidence)
    var merger = LogMerger(workers, layouts, files, logs.map(\.rows))
    merger.quality.notes = logs.flatMap(\.told) + left
    workers = []
    try merger.quality.refuseShortenedIDs()
    merger.quality.sha256 = digest.map { hexadecimal($0) }
    return merger.reading(away: options.away)
  }

  /// Where the columns of each file are, the files with a mapping of their own by that.
  ///
  /// - Throws: `InputError` with the problems of every file.
  private static func layouts(_ logs: [ExportBytes], _ options: Options) throws(InputError) -> [LogLayout] {
    let recognised = recognisedMapping(logs.filter { options.mapping(of: $0.file) == nil })
    var (layouts, mappings, problems): ([LogLayout], [ExportMapping], [InputProblem]) = ([], [], [])
    for log in logs {
      let mapping = options.mapping(of: log.file) ?? recognised
      if !mappings.contains(mapping) { mappings.append(mapping) }
      do throws(InputError) {
        var layout = try LogLayout(log, mapping)
        layout.mappingNumber = Int32(mappings.firstIndex(of: mapping) ?? 0)
        layouts.append(layout)
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return LogLayout.numbered(layouts)
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
  public static func explain(
    _ paths: [String], _ options: Options = Options()
  ) throws(InputError) -> [LogFileReading] {
    var logs: [ExportBytes] = []
    for path in paths { logs += try ExportBytes.tables(path: path, encoding: options.mapping(of: path)?.encoding) }
    defer { logs.forEach { $0.close() } }
    let recognised = recognisedMapping(logs.filter { options.mapping(of: $0.file) == nil })
    return logs.map { LogLayout.recognise($0, options.mapping(of: $0.file) ?? recognised) }
  }

  /// The tables of files that are logs, and which of a file's several tables are none.
  ///
  /// - Throws: `InputError` where a file cannot be read, or holds several tables of which none is a log.
  private static func logs(
    _ paths: [String], _ options: Options
  ) throws(InputError) -> (logs: [ExportBytes], left: [String]) {
    var (logs, left): ([ExportBytes], [String]) = ([], [])
    for path in paths {
      let mapping = options.mapping(of: path)
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

  /// Whether a file is taken for a roster beside logs: by its name, `.json`, unless it holds rows of a log.
  public static func isRoster(_ path: String) -> Bool { path.hasSuffix(".json") && !holdsRows(path) }

  /// Whether a file with a name that rosters have, `.json`, holds rows of a log instead: a list of objects, or an object
  /// with one, that names no format of this project.
  static func holdsRows(_ path: String) -> Bool {
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

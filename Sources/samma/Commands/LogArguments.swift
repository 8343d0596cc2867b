import ArgumentParser
import Continuity
import HomeCare
import Interchange
import Reports
import Rostering

/// How the logs of `samma measure` are read.
struct LogArguments: ParsableArguments, FileUser {
  @Option(
    help: ArgumentHelp(
      "A mapping file, or a preset: \(ExportMapping.presets.map(\.preset).joined(separator: ", ")). "
        + "LOG=MAPPING gives one log its own. Repeatable.",
      valueName: "mapping"))
  var map: [String] = []

  @Option(help: ArgumentHelp("Absences: CSV with client, from and to, dates inclusive.", valueName: "path"))
  var away: String?

  @Option(help: ArgumentHelp("The instance of the roster; it also gives each client's floor.", valueName: "path"))
  var instance: String?

  @Option(help: ArgumentHelp("Share of rows that may be bad.", valueName: "percent"))
  var maxBad = 2.0

  @Option(help: ArgumentHelp("Write the bad rows with their line numbers, as CSV.", valueName: "path"))
  var badRows: String?

  @Option(help: "Threads.")
  var threads = 2

  /// Arguments in which a mapping of standard input, `--map -=FILE`, cannot be taken for an option.
  static func spelledOut(in arguments: [String]) -> [String] {
    var spelled: [String] = []
    for argument in arguments {
      if spelled.last == "--map", argument.hasPrefix("-=") {
        spelled[spelled.count - 1] = "--map=\(argument)"
      } else {
        spelled.append(argument)
      }
    }
    return spelled
  }

  func validate() throws {
    try OptionRange("--threads", 1...64).check(threads)
    try OptionRange("--max-bad", 0...100).check(maxBad)
  }

  func list(_ files: inout CommandFiles) {
    for mapping in map { files.reads("--map", ExportMapping.file(FileMapping(mapping).mapping)) }
    files.reads("--away", away)
    files.reads("--instance", instance)
    files.writes("--bad-rows", badRows)
  }

  /// A value of `--map`: a mapping for all logs, or for one.
  private struct FileMapping {
    let log: String?
    let mapping: String

    init(_ value: String) {
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      log = parts.count == 2 ? parts[0] : nil
      mapping = parts.last ?? value
    }
  }

  /// How the columns of logs are to be understood, those of each of some files.
  ///
  /// - Throws: `InvalidRequest` where a mapping is for a file that is not among the logs, or there are two for one.
  func mappings(of logs: [String]) throws -> LogReader.Options {
    var options = LogReader.Options()
    for value in map.map({ FileMapping($0) }) {
      let mapping = try ExportMapping(argument: value.mapping)
      if let log = value.log {
        guard logs.contains(log) else {
          throw InvalidRequest("--map \(log)=\(value.mapping): \(log) is not among the logs; name it as they are named")
        }
        guard options.mappings.updateValue(mapping, forKey: log) == nil else {
          throw InvalidRequest("--map: two mappings for \(log)")
        }
      } else {
        guard options.mapping == nil else {
          throw InvalidRequest("--map: two mappings for all logs; LOG=MAPPING gives one log its own")
        }
        options.mapping = mapping
      }
    }
    return options
  }

  func options(of logs: [String], hashes: Bool) throws -> LogReader.Options {
    var options = try mappings(of: logs)
    options.away = try away.map { try Absence.read($0, options.mapping) } ?? []
    options.hashes = hashes
    options.threads = threads
    return options
  }

  /// A roster to be measured, with its instance.
  struct Plan {
    let instance: Instance
    let roster: Roster
    let log: MeetingLog
  }

  /// The fewest staff each client of a log could meet, by the log's ids, where an instance is given and its horizon is one
  /// period.
  func floors(in log: MeetingLog) throws -> [String: Int]? {
    guard let source = try instance.map({ try InstanceSource(argument: $0).read() }), let floors = source.floors else {
      return nil
    }
    let people = PlanPeople(of: log, in: source)
    return log.clients.reduce(into: [:]) { found, client in
      found[client.id] = floors[ClientID(people.clients[client.id] ?? client.id)]
    }
  }

  func plan(_ path: String, _ definition: Definition) throws -> Plan {
    guard let instance else { throw InvalidRequest("a roster needs --instance, the instance it answers") }
    let source = try InstanceSource(argument: instance).read()
    let roster = try Roster(path: path)
    return Plan(instance: source, roster: roster, log: MeetingLog(roster, of: source, for: definition))
  }

  /// Lists the bad rows, and ends the run where there are too many.
  func judge(_ quality: LogQuality?, showsContent: Bool, _ language: Language) throws {
    guard let quality else { return }
    for note in quality.notes { StandardStream.error.note(note, in: language) }
    if let badRows { try Destination(badRows).write(quality.badRowsCSV(showsContent: showsContent)) }
    guard let line = quality.unusableLine(language, listedIn: badRows) else { return }
    StandardStream.error.tell("samma: \(line)")
    if quality.badShare * 100 > maxBad { throw ExitStatus.badInput.ending }
  }
}

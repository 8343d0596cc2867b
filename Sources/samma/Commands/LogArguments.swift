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
      "A mapping file, or a preset: \(ExportMapping.presets.map(\.preset).joined(separator: ", ")).",
      valueName: "mapping"))
  var map: String?

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

  func validate() throws {
    try OptionRange("--threads", 1...64).check(threads)
    try OptionRange("--max-bad", 0...100).check(maxBad)
  }

  func list(_ files: inout CommandFiles) {
    files.reads("--map", map.flatMap(ExportMapping.file))
    files.reads("--away", away)
    files.reads("--instance", instance)
    files.writes("--bad-rows", badRows)
  }

  func mapping() throws -> ExportMapping? { try map.map { try ExportMapping(argument: $0) } }

  func options(hashes: Bool) throws -> LogReader.Options {
    var options = LogReader.Options()
    options.mapping = try mapping()
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

  /// The fewest staff each client could meet, where an instance is given and its horizon is one period.
  func floors() throws -> [String: Int]? {
    let floors = try instance.flatMap { try InstanceSource(argument: $0).read().floors }
    return floors.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.rawValue, $1) }) }
  }

  func plan(_ path: String, _ definition: Definition) throws -> Plan {
    guard let instance else { throw InvalidRequest("a roster needs --instance, the instance it answers") }
    let source = try InstanceSource(argument: instance).read()
    let roster = try Roster(path: path)
    return Plan(instance: source, roster: roster, log: MeetingLog(roster, of: source, for: definition))
  }

  /// Lists the bad rows, and ends the run where there are too many.
  func judge(_ quality: LogQuality?, showsContent: Bool) throws {
    guard let quality else { return }
    for note in quality.notes { StandardStream.error.tell("note: \(note)") }
    if showsContent, !quality.strangersAway.isEmpty {
      StandardStream.error.tell(
        "note: --away names nobody in the log with \(quality.strangersAway.map(\.description).joined(separator: ", "))")
    }
    if quality.absencesOutside > 0 {
      StandardStream.error.tell("note: \(quality.absencesOutside) absences of --away lie outside the dates of the log")
    }
    if let badRows { try Destination(badRows).write(quality.badRowsCSV(showsContent: showsContent)) }
    let bad = quality.rows - quality.used
    guard bad > 0 else { return }
    let number = quality.badRows.count < bad ? "the first \(quality.badRows.count)" : "they"
    let listing = badRows.map { "; \(number) are listed in \($0)" } ?? "; --bad-rows lists them"
    StandardStream.error.tell("samma: \(bad) of \(quality.rows) rows could not be used\(listing)")
    if quality.badShare * 100 > maxBad { throw ExitStatus.badInput.ending }
  }
}

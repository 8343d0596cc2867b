import ArgumentParser
import HomeCare
import Interchange

/// The INSTANCE argument of the commands that read one.
struct InstanceArgument: ParsableArguments, FileUser {
  @Argument(help: "A JSON file, a folder of CSV files, or - for JSON on standard input.")
  var instance: String

  func list(_ files: inout CommandFiles) { files.reads("<instance>", instance) }

  /// Reads and validates the instance.
  func read() throws -> Instance { try InstanceSource(argument: instance).read() }
}

/// The INSTANCE and ROSTER arguments of the commands that read a roster.
struct RosterArguments: ParsableArguments, FileUser {
  @OptionGroup var source: InstanceArgument

  @Argument(help: "A JSON file, or - for standard input.")
  var roster: String

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    files.reads("<roster>", roster)
  }

  /// Reads both.
  func read() throws -> (instance: Instance, roster: Roster) { (try source.read(), try Roster(path: roster)) }
}

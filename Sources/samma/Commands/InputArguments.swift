import ArgumentParser
import HomeCare
import Interchange

/// The INSTANCE argument of the commands that read one.
struct InstanceArgument: ParsableArguments {
  @Argument(help: "A JSON file, a folder of CSV files, or - for JSON on standard input.")
  var instance: String

  /// Reads and validates the instance.
  func read() throws -> Instance { try InstanceSource(argument: instance).read() }
}

/// The ROSTER argument of the commands that read one.
struct RosterArgument: ParsableArguments {
  @Argument(help: "A JSON file, or - for standard input.")
  var roster: String

  /// Reads the roster.
  func read() throws -> Roster { try Roster(path: roster) }
}

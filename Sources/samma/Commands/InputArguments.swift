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

/// The INSTANCE and ROSTER arguments of the commands that read a roster.
struct RosterArguments: ParsableArguments {
  @OptionGroup var source: InstanceArgument

  @Argument(help: "A JSON file, or - for standard input.")
  var roster: String

  /// Reads both.
  func read() throws -> (instance: Instance, roster: Roster) { (try source.read(), try Roster(path: roster)) }
}

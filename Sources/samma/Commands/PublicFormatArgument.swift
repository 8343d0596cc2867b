import ArgumentParser
import Interchange
import PublicSets

/// Which public set a file is of.
struct PublicFormatArgument: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The set's format; by default told from the file. (\(PublicProblem.Format.names))", valueName: "format"))
  var format: PublicProblem.Format?
}

extension PublicProblem.Format: ExpressibleByArgument {
  /// All formats, for help texts.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension PublicProblem {
  /// Refuses a number of days that no instance repeats a problem for.
  static func checkRepetitions(_ days: Int) throws {
    try OptionRange("--days", repetitions).check(days)
  }
}

import ArgumentParser
import HomeCare
import Interchange
import Reports

/// The choice between text and JSON of the commands that print figures.
struct JSONArgument: ParsableArguments {
  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  /// Prints figures in the form chosen.
  func print(_ figures: some Encodable, _ text: @autoclosure () -> String) throws {
    try StandardStream.output.write(json ? JSONText.page(figures) : text())
  }
}

/// The language and the form of the commands that print a report.
struct ReportArguments: ParsableArguments {
  @OptionGroup var language: LanguageArgument
  @OptionGroup var form: JSONArgument

  /// Prints a report in the form and the language chosen.
  func print(_ report: some Encodable, _ text: (Language) -> String) throws {
    try form.print(report, text(language.ofText))
  }
}

/// Where the commands that make an instance write it.
struct InstanceOutputArgument: ParsableArguments, FileUser {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "What to write: a JSON file where it ends in .json, else a folder of CSV files; JSON on standard output by default.",
      valueName: "path"))
  var output: String?

  func list(_ files: inout CommandFiles) { Self.list(output, as: "-o", &files) }

  /// Lists what stands for an instance at a path as the option reads it: a file, or a folder of tables.
  static func list(_ path: String?, as option: String, _ files: inout CommandFiles) {
    if let path, isFolder(path) { files.writesInto(option, path, ending: ".csv") } else { files.writes(option, path) }
  }

  func write(_ instance: Instance) throws { try Self.write(instance.tables, to: output) }

  /// Writes the tables of an instance, sound or not, to a path as the option reads it.
  static func write(_ draft: InstanceDraft, to path: String?) throws {
    if let path, isFolder(path) { return try draft.write(folder: path) }
    try Destination(path).write(draft.json())
  }

  private static func isFolder(_ path: String) -> Bool { path != "-" && !path.hasSuffix(".json") }
}

import ArgumentParser
import Continuity
import Interchange
import Reports

/// `samma definitions`: shows the definitions by which continuity is measured.
struct DefinitionsCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "definitions", abstract: "Shows the definitions by which continuity is measured.",
    discussion: """
      Without a name it lists those that come with samma; with one it prints the definition as a file, which can be \
      changed and given to samma measure --definition.

      With --diff it tells what the definition says otherwise than another, such as a new version than the old.

      EXAMPLES:
        samma definitions
        samma definitions kkik > own.json
        samma definitions own.json --diff kkik
      """)

  @Argument(help: "A definition, or a file with one.")
  var name: String?

  @Option(help: ArgumentHelp("Another definition, or a file with one, to compare with.", valueName: "definition"))
  var diff: String?

  @OptionGroup var language: LanguageArgument

  func validate() throws {
    if diff != nil, name == nil { throw ValidationError("--diff needs a definition to compare") }
  }

  func list(_ files: inout CommandFiles) {
    files.reads("<name>", name.flatMap(Definition.file))
    files.reads("--diff", diff.flatMap(Definition.file))
  }

  func run() throws {
    guard let name else {
      let lines = Definition.standard.map { language.ofText.line($0) + "\n" }
      return try StandardStream.output.write(lines.joined())
    }
    let definition = try Definition(argument: name)
    guard let diff else { return try StandardStream.output.write(definition.json()) }
    let lines = try language.ofText.differences(definition, Definition(argument: diff))
    try StandardStream.output.write(lines.map { $0 + "\n" }.joined())
  }
}

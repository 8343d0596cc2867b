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

      EXAMPLES:
        samma definitions
        samma definitions kkik > own.json
      """)

  @Argument(help: "A definition, or a file with one.")
  var name: String?

  @OptionGroup var language: LanguageArgument

  func list(_ files: inout CommandFiles) { files.reads("<name>", name.flatMap(Definition.file)) }

  func run() throws {
    guard let name else {
      let lines = Definition.standard.map { language.ofText.line($0) + "\n" }
      return try StandardStream.output.write(lines.joined())
    }
    try StandardStream.output.write(Definition(argument: name).json())
  }
}

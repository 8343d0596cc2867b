import ArgumentParser
import HomeCare
import Interchange

/// `samma schema`: prints the JSON Schema of a file.
struct SchemaCommand: ParsableCommand {
  /// The files that have a schema.
  enum File: String, CaseIterable, ExpressibleByArgument {
    case instance, roster, changes
  }

  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of instances, rosters or lists of changes.",
    discussion: """
      EXAMPLES:
        samma schema > instance.schema.json
        samma schema roster > roster.schema.json
        samma schema changes > changes.schema.json
      """)

  @Argument(help: "Which files.")
  var file = File.instance

  @Option(help: "The format of instances.")
  var format = InstanceFormat.two

  func run() throws {
    let schema =
      switch file {
      case .instance: JSONSchema.instance(format)
      case .roster: JSONSchema.roster
      case .changes: JSONSchema.changes
      }
    try StandardStream.output.write(schema)
  }
}

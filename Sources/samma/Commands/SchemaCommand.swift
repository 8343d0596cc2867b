import ArgumentParser
import HomeCare
import Interchange

/// `samma schema`: prints the JSON Schema of a file.
struct SchemaCommand: ParsableCommand {
  /// The files that have a schema.
  enum File: String, CaseIterable, ExpressibleByArgument {
    case instance, roster
  }

  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of instance or roster files.",
    discussion: """
      EXAMPLES:
        samma schema > instance.schema.json
        samma schema roster > roster.schema.json
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
      }
    try StandardStream.output.write(schema)
  }
}

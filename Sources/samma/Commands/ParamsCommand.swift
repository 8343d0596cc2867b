import ArgumentParser
import Interchange
import Reports

/// `samma params`: lists the settings of a solver.
struct ParamsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "params", abstract: "Lists the settings of a solver.",
    discussion: """
      Prints each setting that samma plan --param takes: its name, its usual value, the range it may lie in, and what it \
      means.

      EXAMPLES:
        samma params
        samma params --solver local-search --json
      """)

  @Option(help: "The solver; samma solvers tells of each.")
  var solver = SolverArgument.usual

  @Flag(help: "Print one JSON array instead of text.")
  var json = false

  func run() throws {
    let settings = solver.solver.settings
    if json { return try StandardStream.output.write(JSONText.page(settings.map(\.figures))) }
    var table = TextTable([("name", .left), ("value", .right), ("range", .left), ("meaning", .left)])
    for setting in settings {
      let range = "\(setting.range.lowerBound) to \(setting.range.upperBound)"
      table.append([setting.name, "\(setting.value)", range, setting.meaning])
    }
    try StandardStream.output.write(table.text)
  }
}

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
    let rows = solver.solver.settings.map(SettingFigures.init)
    if json { return try StandardStream.output.write(JSONText.page(rows)) }
    var table = TextTable([("name", .left), ("value", .right), ("range", .left), ("meaning", .left)])
    for row in rows {
      table.append([row.name, "\(row.value)", "\(row.least) to \(row.most)", row.meaning])
    }
    try StandardStream.output.write(table.text)
  }
}

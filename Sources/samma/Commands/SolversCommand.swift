import ArgumentParser
import Interchange
import Reports
import Rostering

/// `samma solvers`: lists the solvers.
struct SolversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solvers", abstract: "Lists the solvers.",
    discussion: """
      Prints each solver that samma plan --solver and experiments can name, and what it does. docs/solvers.md tells how to \
      add one.

      EXAMPLES:
        samma solvers
        samma solvers --json
      """)

  @Flag(help: "Print one JSON array with the settings of each instead of text.")
  var json = false

  func run() throws {
    let solvers = SolverRegistry.standard.solvers
    if json {
      let rows = solvers.map { solver -> JSONObject in
        ["name": solver.name, "summary": solver.summary, "settings": solver.settings.map(\.figures)]
      }
      return try StandardStream.output.write(JSONText.page(rows))
    }
    var table = TextTable([("name", .left), ("settings", .right), ("what it does", .left)])
    for solver in solvers { table.append([solver.name, "\(solver.settings.count)", solver.summary]) }
    try StandardStream.output.write(table.text)
  }
}

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
        samma params --solver heuristic --irace > parameters.txt
      """)

  @Option(help: "The solver; samma solvers tells of each.")
  var solver = SolverArgument.usual

  @Flag(help: "Print one JSON array instead of text.")
  var json = false

  @Flag(help: "Print the search space of a tuner, with sensible ranges and what clashes.")
  var tuner: SearchSpace.Tuner?

  func validate() throws {
    if json && tuner != nil { throw ValidationError("--json and a tuner's search space are two outputs; ask for one") }
  }

  func run() throws {
    let settings = solver.solver.settings
    if let tuner {
      let space = SearchSpace(solver: solver.solver.name, settings: settings)
      return try StandardStream.output.write(space.text(for: tuner))
    }
    if json { return try StandardStream.output.write(JSONText.page(settings.map(\.figures))) }
    var table = TextTable([("name", .left), ("value", .right), ("range", .left), ("meaning", .left)])
    for setting in settings {
      let range = "\(setting.range.lowerBound) to \(setting.range.upperBound)"
      table.append([setting.name, "\(setting.value)", range, setting.meaning])
    }
    try StandardStream.output.write(table.text)
  }
}

extension SearchSpace.Tuner: EnumerableFlag {}

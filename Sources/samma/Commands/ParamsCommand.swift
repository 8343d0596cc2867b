import ArgumentParser
import Interchange
import Reports
import Rostering

/// `samma params`: lists the settings of the search.
struct ParamsCommand: ParsableCommand {
  private struct Row: Encodable {
    let name: String
    let value, least, most: Double
    let meaning: String
  }

  static let configuration = CommandConfiguration(
    commandName: "params", abstract: "Lists the settings of the search.",
    discussion: """
      Prints each setting that samma plan --param takes: its name, its usual value, the range it may lie in, and what it \
      means.

      EXAMPLES:
        samma params
        samma params --json
      """)

  @Flag(help: "Print one JSON array instead of text.")
  var json = false

  func run() throws {
    let usual = SearchParameters()
    let rows = SearchParameters.all.map {
      Row(
        name: $0.name, value: usual[keyPath: $0.path], least: $0.range.lowerBound, most: $0.range.upperBound,
        meaning: $0.meaning)
    }
    if json { return try StandardStream.output.write(JSONText.page(rows)) }
    var table = TextTable([("name", .left), ("value", .right), ("range", .left), ("meaning", .left)])
    for row in rows {
      table.append([row.name, "\(row.value)", "\(row.least) to \(row.most)", row.meaning])
    }
    try StandardStream.output.write(table.text)
  }
}

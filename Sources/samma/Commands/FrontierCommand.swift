import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma frontier`: weighs continuity against travel.
struct FrontierCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "frontier", abstract: "Weighs continuity against travel.",
    discussion: """
      Plans in one run rosters between little travel and few faces, and tells the fewest distinct staff found under \
      each of several limits of travel. The knee is where the next face less begins to cost much more travel.

      EXAMPLES:
        samma frontier unit.json --time 120
        samma frontier unit.json --time 120 --csv frontier.csv --svg frontier.svg --pick roster.json
      """)

  @OptionGroup var source: InstanceArgument

  @OptionGroup var search: SearchArguments

  @Option(help: ArgumentHelp("Limits of travel.", valueName: "number"))
  var limits = 7

  @Option(help: ArgumentHelp("Write every roster's figures as CSV.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Draw the frontier as SVG.", valueName: "file"))
  var svg: String?

  @Option(help: ArgumentHelp("Write the knee's roster, or where there is none the first.", valueName: "file"))
  var pick: String?

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var printing: ReportArguments

  func validate() throws {
    try OptionRange("--limits", 1...1_000).check(limits)
  }

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    weights.list(&files)
    files.writes("--csv", csv)
    files.writes("--svg", svg)
    files.writes("--pick", pick)
  }

  func run() throws {
    let files = [csv, svg, pick].map { $0.map { Destination($0) } }
    let own = try source.read()
    let instance = try weights.applied(to: own)
    let frontier = try Frontier.planned(
      for: instance, search.options(), limits: limits, cancellation: InterruptSignals.listen())
    let report = FrontierReport(frontier, of: instance)
    try files[0]?.write(report.csv)
    if let drawn = report.svg(printing.language.ofText) { try files[1]?.write(Array(drawn.utf8)) }
    if !frontier.points.isEmpty {
      let picked = frontier.points[frontier.knee ?? 0].roster.stated(by: own, searchedUnder: instance.weights)
      try files[2]?.write(picked.json())
    }
    try printing.print(report) { report.text($0) }
  }
}

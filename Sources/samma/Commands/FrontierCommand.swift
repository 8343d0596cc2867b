import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma frontier`: weighs continuity against travel.
struct FrontierCommand: ParsableCommand {
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

  @Option(
    help: ArgumentHelp(
      "Most seconds the run may take. (default: 60; no limit where --iterations is given)", valueName: "seconds"))
  var time: Double?

  @Option(help: ArgumentHelp("Most iterations of the search, over all rosters.", valueName: "number"))
  var iterations: Int?

  @Option(help: ArgumentHelp("Limits of travel.", valueName: "number"))
  var limits = 7

  @Option(help: ArgumentHelp("Seed of every random choice.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads that search.", valueName: "number"))
  var threads = 2

  @Option(help: ArgumentHelp("Write every roster's figures as CSV.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Draw the frontier as SVG.", valueName: "file"))
  var svg: String?

  @Option(help: ArgumentHelp("Write the knee's roster, or where there is none the first.", valueName: "file"))
  var pick: String?

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func validate() throws {
    if let time, !(time > 0 && time.isFinite) { throw ValidationError("--time must be a number of seconds above 0") }
    if let iterations, iterations < 0 { throw ValidationError("--iterations must not be negative") }
    if !(1...1_000).contains(limits) { throw ValidationError("--limits must lie between 1 and 1000") }
    if !(1...256).contains(threads) { throw ValidationError("--threads must lie between 1 and 256") }
  }

  func run() throws {
    let files = try [csv, svg, pick].map { try $0.map { try Destination($0, apartFrom: source.instance) } }
    let instance = try source.read()
    let options = SolverOptions(
      seconds: time ?? (iterations == nil ? 60 : nil), iterations: iterations, seed: seed, threads: threads)
    let frontier = try Frontier.planned(
      for: instance, options, limits: limits, cancellation: InterruptSignals.listen())
    let report = FrontierReport(frontier, of: instance)
    try files[0]?.write(report.csv)
    if let drawn = report.svg { try files[1]?.write(Array(drawn.utf8)) }
    if !frontier.points.isEmpty { try files[2]?.write(frontier.points[frontier.knee ?? 0].roster.json()) }
    try StandardStream.output.write(json ? JSONText.page(report) : report.text)
  }
}

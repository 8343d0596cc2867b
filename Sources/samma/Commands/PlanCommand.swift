import ArgumentParser
import HomeCare
import Interchange
import Rostering

/// `samma plan`: makes a roster.
struct PlanCommand: ParsableCommand {
  /// Seconds of a run for which no limit is given.
  private static let usualSeconds = 60.0

  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make a roster.",
    discussion: """
      EXAMPLES:
        samma plan unit.json -o roster.json --time 60
        samma plan unit/ --iterations 100000 --seed 7 > roster.json
        samma plan - --time 10 --progress ndjson < unit.json > roster.json

      The first SIGINT or SIGTERM ends the run with the best roster so far, the second at once. With --iterations \
      and no --time, the same instance, seed and threads give the same bytes.
      """)

  @OptionGroup var source: InstanceArgument

  @Option(name: [.customShort("o"), .long], help: "Where the roster goes; standard output without it.")
  var output: String?

  @Option(help: "Most seconds the run may take. (default: 60, or no limit with --iterations)")
  var time: Double?

  @Option(help: "Most iterations of the search.")
  var iterations: Int?

  @Option(help: "Seed of every random choice.")
  var seed: UInt64 = 1

  @Option(help: "Threads that search.")
  var threads = 2

  @Option(help: "What may solve.")
  var solver = PlanOptions.Solver.auto

  @Option(
    defaultAsFlag: .plain, parsing: .next,
    help: "Tell of the progress on standard error. (without it: plain on a terminal, none elsewhere)")
  var progress: ProgressFormat?

  @Option(help: "Labour rules whose breach by the shifts is warned of.")
  var labour = LabourProfile.none

  @Flag(help: "With -o: print the outcome as JSON on standard output.")
  var json = false

  @Flag(help: "End with exit code 3 where a visit is unassigned.")
  var requireComplete = false

  func validate() throws {
    if let time, !(time > 0 && time.isFinite) { throw ValidationError("--time must be a number of seconds above 0") }
    if let iterations, iterations < 0 { throw ValidationError("--iterations must not be negative") }
    if !(1...256).contains(threads) { throw ValidationError("--threads must lie between 1 and 256") }
  }

  func run() throws {
    let log = ProgressFormat.log(progress)
    let destination = try RosterDestination(output, apartFrom: source)
    let instance = try source.read()
    for warning in instance.warnings + labour.rules.warnings(on: instance) { log.warn(warning) }
    let cancellation = InterruptSignals.listen()
    log.begin(instance, options)
    let plan = Planner(instance).plan(options, cancellation: cancellation) { log.advance($0) }
    try destination.write(plan.roster)
    log.end(plan)
    if json && output != nil { try StandardStream.output.write(JSONText.page(PlanFigures(plan))) }
    if requireComplete && !plan.roster.unassigned.isEmpty { throw ExitStatus.incomplete.ending }
  }

  private var options: PlanOptions {
    PlanOptions(
      seconds: time ?? (iterations == nil ? Self.usualSeconds : nil), iterations: iterations, seed: seed,
      threads: threads, solver: solver)
  }
}

extension PlanOptions.Solver: ExpressibleByArgument {}

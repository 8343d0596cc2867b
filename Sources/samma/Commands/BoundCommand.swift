import ArgumentParser
import HomeCare
import Interchange
import Rostering

/// `samma bound`: proves how good a roster can be at best.
struct BoundCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "bound", abstract: "Proves how good a roster can be at best.",
    discussion: """
      Prints lower bounds that no valid roster scores below: on the total, on distinct staff and on unassigned visits, \
      and the sum of the clients' continuity floors. With --roster, each stands beside the roster's own figure.

      EXAMPLES:
        samma bound unit.json --time 60
        samma bound unit.json --roster roster.json --json
      """)

  @OptionGroup var source: InstanceArgument

  @Option(help: ArgumentHelp("Most seconds the run may take.", valueName: "seconds"))
  var time = 300.0

  @Option(
    help: ArgumentHelp(
      "A roster to lay beside the bounds: a JSON file, or - for standard input.", valueName: "file"))
  var roster: String?

  @Option(help: ArgumentHelp("Threads used.", valueName: "number"))
  var threads = 2

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var form: JSONArgument

  func validate() throws {
    try SearchArguments.check(time: time)
    try SearchArguments.check(threads: threads)
  }

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    files.reads("--roster", roster)
    weights.list(&files)
  }

  func run() throws {
    let instance = try weights.applied(to: source.read())
    let score = try roster.map { RosterChecker(instance).check(try Roster(path: $0)).score }
    let cancellation = InterruptSignals.listen()
    let begin = ContinuousClock.now
    let floors = ContinuityFloor.all(of: instance, witnesses: false).reduce(0) { $0 + $1.staff }
    let bounds = Bounds.proven(
      for: instance, BoundOptions(seconds: time, threads: threads, unassigned: score?[.unassigned]),
      cancellation: cancellation)
    let seconds = Double(begin.duration(to: .now) / .milliseconds(1)) / 1000
    let figures = BoundFigures(
      instance: instance.name, bounds: bounds, floors: floors, score: score, seconds: seconds)
    try form.print(figures.json, figures.text)
  }
}

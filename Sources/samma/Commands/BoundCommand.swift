import ArgumentParser
import HomeCare
import Interchange
import Laboratory
import Rostering

/// `samma bound`: proves how good a roster can be at best.
struct BoundCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "bound", abstract: "Proves how good a roster can be at best.",
    discussion: """
      Prints lower bounds that no valid roster scores below: on the total, on distinct staff and on unassigned visits, \
      and the sum of the clients' continuity floors. With --roster, each stands beside the roster's own figure. \
      --best-known writes the bound on the total into a file of best known totals, where it is higher than the one there.

      EXAMPLES:
        samma bound unit.json --time 60
        samma bound unit.json --roster roster.json --json
        samma bound unit.json --measure distinct
      """)

  @OptionGroup var source: InstanceArgument

  @Option(help: ArgumentHelp("Most seconds the run may take.", valueName: "seconds"))
  var time = 300.0

  @Option(
    help: "By what --time is counted; cpu: the processor time of all threads, divided by how many there are.")
  var clock = RunClock.wall

  @Option(help: "What the time is used for: total, and a little distinct, or distinct alone.")
  var measure = BoundOptions.Measure.total

  @Option(
    help: ArgumentHelp(
      "A roster to lay beside the bounds: a JSON file, or - for standard input.", valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp("A file of best known totals, whose bound of the instance is raised.", valueName: "file"))
  var bestKnown: String?

  @Option(help: ArgumentHelp("Threads used.", valueName: "number"))
  var threads = 2

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var form: JSONArgument

  func validate() throws {
    try SearchArguments.check(time: time)
    try SearchArguments.check(threads: threads)
    if bestKnown != nil && weights.areGiven {
      throw ValidationError("--best-known holds bounds for the instance's own weights: leave the weights out")
    }
  }

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    files.reads("--roster", roster)
    files.writes("--best-known", bestKnown)
    weights.list(&files)
  }

  func run() throws {
    let instance = try weights.applied(to: source.read())
    let score = try roster.map { RosterChecker(instance).check(try Roster(path: $0)).score }
    // Minutes of proving are not to end with a file that cannot take what was proven.
    if let bestKnown {
      try BestKnownBounds(path: bestKnown).check(instance.name)
      try OutputFile.checkWritable(bestKnown)
    }
    let cancellation = InterruptSignals.listen()
    let begin = ContinuousClock.now
    let floors = ContinuityFloor.all(of: instance, witnesses: false).reduce(0) { $0 + $1.staff }
    let bounds = Bounds.proven(
      for: instance,
      BoundOptions(
        seconds: time, threads: threads, measure: measure, unassigned: score?[.unassigned], clock: clock),
      cancellation: cancellation)
    let seconds = Double(begin.duration(to: .now) / .milliseconds(1)) / 1000
    let figures = BoundFigures(
      instance: instance.name, bounds: bounds, floors: floors, score: score, seconds: seconds)
    try form.print(figures.json, figures.text)
    // Read anew: others may have written into it meanwhile.
    if let bestKnown, let bytes = try BestKnownBounds(path: bestKnown).raising(instance.name, to: bounds.total) {
      try OutputFile.write(bytes, to: bestKnown)
    }
  }
}

extension BoundOptions.Measure: ExpressibleByArgument {}

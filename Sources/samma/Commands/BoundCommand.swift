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
      --best-known writes the bound on the total into a file of best known totals, where it is higher than the one there. \
      --certificate writes what Benchmarks/verify.py needs to confirm the bound on the total.

      EXAMPLES:
        samma bound unit.json --time 60
        samma bound unit.json --roster roster.json --json
        samma bound unit.json --measure distinct
        samma bound unit.json --certificate unit.certificate.json
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

  @Option(
    help: ArgumentHelp(
      "A file to write what an independent program needs to confirm the bound on the total.", valueName: "file"))
  var certificate: String?

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
    if certificate != nil && weights.areGiven {
      throw ValidationError("--certificate is for the instance's own weights: leave the weights out")
    }
    if certificate != nil && measure != .total {
      throw ValidationError("--certificate is of the bound on the total: leave --measure out")
    }
  }

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    files.reads("--roster", roster)
    files.writes("--best-known", bestKnown)
    files.writes("--certificate", certificate)
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
    if let certificate { try OutputFile.checkWritable(certificate) }
    let cancellation = InterruptSignals.listen()
    let begin = ContinuousClock.now
    let floors = ContinuityFloor.all(of: instance, witnesses: false).reduce(0) { $0 + $1.staff }
    var options = BoundOptions(
      seconds: time, threads: threads, measure: measure, unassigned: score?[.unassigned], clock: clock)
    options.keepsCertificate = certificate != nil
    let bounds = Bounds.proven(for: instance, options, cancellation: cancellation)
    let seconds = Double(begin.duration(to: .now) / .milliseconds(1)) / 1000
    let figures = BoundFigures(
      instance: instance.name, bounds: bounds, floors: floors, score: score, seconds: seconds)
    try form.print(figures.json, figures.text)
    if let certificate {
      guard let proven = bounds.certificate else {
        throw InvalidRequest("nothing that a certificate could confirm was proven in \(time) s: give more --time")
      }
      try OutputFile.write(CertificateFile.bytes(proven, of: instance.name), to: certificate)
    }
    // Read anew: others may have written into it meanwhile.
    if let bestKnown, let bytes = try BestKnownBounds(path: bestKnown).raising(instance.name, to: bounds.total) {
      try OutputFile.write(bytes, to: bestKnown)
    }
  }
}

extension BoundOptions.Measure: ExpressibleByArgument {}

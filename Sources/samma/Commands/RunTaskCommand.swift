import ArgumentParser
import Foundation
import Interchange
import Laboratory

/// `samma run-task`: makes one run of an experiment; `samma bench` calls it.
struct RunTaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-task", abstract: "Makes one run of an experiment.", shouldDisplay: false)

  @Option(help: ArgumentHelp("What to run, as JSON.", valueName: "json"))
  var spec: String

  @Option(help: ArgumentHelp("The experiment's name.", valueName: "name"))
  var experiment: String

  @Option(help: ArgumentHelp("Seconds that the run may take beyond its budget.", valueName: "seconds"))
  var grace: Double

  @Option(help: ArgumentHelp("The processors that the run is held to, such as 0,1.", valueName: "numbers"))
  var processors: String?

  @Flag(help: "End with standard input.")
  var lifeline = false

  func validate() throws { try OptionRange("--grace", Experiment.graceRange).check(grace) }

  func run() async throws {
    guard let run = try? JSONDecoder().decode(RunSpec.self, from: Data(spec.utf8)) else {
      throw ValidationError("--spec is no run")
    }
    TaskEnd.watch(hasLifeline: lifeline)
    let record = await RunTask.record(
      of: run, experiment: experiment, version: Program.version, samma: Program.executable, grace: grace,
      processors: processors?.split(separator: ",").compactMap { Int($0) })
    try StandardStream.output.write(JSONText.line(record) + "\n")
  }
}

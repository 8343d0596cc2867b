import ArgumentParser
import HomeCare
import Interchange
import Laboratory

/// The options of `plan` by which a cluster plans a city unit by unit.
struct ClusterArguments: ParsableArguments, FileUser {
  /// By what a city is divided.
  enum Division: String, CaseIterable, ExpressibleByArgument {
    case area
  }

  @Option(help: ArgumentHelp("With --slurm: divide the city by this.", valueName: "what"))
  var splitBy: Division?

  @Option(
    help: ArgumentHelp(
      "Plan nothing: write a Slurm job array into this folder, one task for each unit.", valueName: "folder"))
  var slurm: String?

  @Option(
    help: ArgumentHelp("Plan nothing: put together what the tasks of --slurm planned.", valueName: "folder"))
  var collect: String?

  func validate() throws {
    if (splitBy == nil) != (slurm == nil) { throw ValidationError("--split-by and --slurm go together") }
    if slurm != nil && collect != nil { throw ValidationError("--slurm and --collect are two steps; give one") }
  }

  func list(_ files: inout CommandFiles) {
    files.writesInto("--slurm", slurm)
    files.reads("--collect", collect, with: UnitArray.inputs)
  }

  /// Writes the array of --slurm.
  func write(_ city: Instance, arguments: [String], threads: Int, seconds: Double, to folder: String) throws {
    let array = try UnitArray(
      splitting: city, into: folder, arguments: arguments, threads: threads, seconds: seconds,
      samma: Program.executable)
    StandardStream.error.tell("\(array.count) units; submit them with: sh \(folder)/submit.sh")
  }

  /// The roster that the tasks of --collect planned.
  func roster(of city: Instance, from folder: String) throws -> Roster {
    let array = try UnitArray(folder: folder)
    let lost = try array.lost()
    guard lost.isEmpty else {
      for unit in lost { StandardStream.error.tell("lost: \(unit)") }
      StandardStream.error.tell(
        "\(lost.count) of \(array.count) units have no roster; sh \(folder)/resubmit.sh submits them again")
      throw ExitStatus.incomplete.ending
    }
    return try array.collect(for: city)
  }
}

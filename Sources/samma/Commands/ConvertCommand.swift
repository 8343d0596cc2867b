import ArgumentParser
import HomeCare
import Interchange
import PublicSets

/// `samma convert`: turns problems of public research sets into instances, and instances into such problems.
struct ConvertCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turns problems of public research sets into instances, and back.",
    discussion: """
      FILE is AMPL data of the Bredstrom-Ronnqvist set, unified JSON of the uhhc sets, a problem of the convrp set, or an \
      instance. One minute of an \
      instance is one unit of the set, or a tenth, hundredth or thousandth where it has decimals. A day's instance is \
      weighed as the set does, as far as a score can say it, and above that every visit is served. With --days the day is repeated, \
      with the usual weights. A convrp problem has days of its own; its vehicles are as many as --vehicles says.

      EXAMPLES:
        samma convert case_1_20_4_2_1.dat -o instance.json
        samma convert D1.json --days 14 -o fortnight.json
        samma convert instance.json --to uhhc -o problem.json
      """)

  @Argument(help: "A file of a public set, or an instance (a JSON file, a folder of CSV files, or -).")
  var file: String

  @OptionGroup var set: PublicFormatArgument

  @Option(help: ArgumentHelp("What to write.", valueName: "format"))
  var to = Target.instance

  @Option(help: "How many days an instance repeats the problem for.")
  var days = 1

  @Option(help: "How many vehicles a convrp problem has; by default half as many again as it needs at least.")
  var vehicles: Int?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; standard output by default.", valueName: "file"))
  var output: String?

  /// What can be written.
  enum Target: String, CaseIterable, ExpressibleByArgument {
    case instance
    case bredstromRonnqvist = "bredstrom-ronnqvist"
    case uhhc
  }

  func validate() throws {
    try PublicProblem.checkRepetitions(days)
    try OptionRange("--vehicles", ConsistentProblem.vehicles).check(vehicles)
    if days > 1 && to != .instance { throw ValidationError("--days repeats instances; a set's problem is one day") }
  }

  func list(_ files: inout CommandFiles) {
    files.reads("<file>", file)
    files.writes("-o", output)
  }

  func run() throws {
    let destination = Destination(output)
    switch try problem() {
    case .days(let problem):
      if days > 1 || to != .instance {
        throw InvalidRequest("\(file) has days of its own, which only an instance holds; leave --days and --to out")
      }
      try destination.write(problem.instance(vehicles: vehicles, file: file).json())
    case .day(let problem):
      if vehicles != nil { throw InvalidRequest("--vehicles: \(file) says itself how many staff there are") }
      if let format = PublicProblem.Format(rawValue: to.rawValue) {
        try destination.write(text(problem, as: format))
      } else {
        try destination.write(problem.instance(days: days, file: file).json())
        tellDifferences(of: problem)
      }
    }
  }

  /// Tells what an instance cannot say of a problem.
  private func tellDifferences(of problem: PublicProblem) {
    let terms = problem.unweighedTerms.map(\.rawValue)
    if !terms.isEmpty {
      StandardStream.error.note(
        "the instance's score has no \(terms.joined(separator: ", ")); extra time and missed lunches are forbidden, the rest "
          + "is free; samma evaluate counts all of it")
    }
    if problem.objective.price(of: .highestTardiness) > 0 {
      StandardStream.error.note(
        "the score prices the lateness of the latest service as everyone's, so that it is never below the set's cost")
    }
    if !problem.isExact {
      StandardStream.error.note(
        "times are rounded up to \(problem.scale.map { 1 / Double($0) } ?? 1) of a unit, since shifts would be longer than "
          + "an instance's may be; samma evaluate goes by the exact ones")
    }
  }

  /// The problem that the file holds, whatever its form.
  private func problem() throws -> PublicFile {
    if set.format != nil { return try PublicFile(path: file, format: set.format) }
    switch try InstanceSource(argument: file).find() {
    case .text(let bytes): return try PublicFile(bytes, file: file)
    case .instance(let instance):
      do throws(PublicFormatError) {
        return .day(try PublicProblem(instance))
      } catch {
        throw InvalidRequest("a set's problem cannot hold \(file): \(error)")
      }
    }
  }

  private func text(_ problem: PublicProblem, as format: PublicProblem.Format) throws -> [UInt8] {
    do throws(PublicFormatError) {
      return try problem.text(as: format)
    } catch {
      throw InvalidRequest("--to \(format.rawValue): the format cannot hold \(file): \(error)")
    }
  }
}

import ArgumentParser
import HomeCare
import Interchange
import PublicSets

/// `samma convert`: turns problems of public research sets into instances, and instances into such problems.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turns problems of public research sets into instances, and back.",
    discussion: """
      FILE is AMPL data of the Bredstrom-Ronnqvist set, unified JSON of the uhhc sets, or an instance. One minute of an \
      instance is one unit of the set, or a tenth, hundredth or thousandth where it has decimals. A day's instance is \
      weighed as the set does: travel alone, and above it that every visit is served. With --days the day is repeated, \
      with the usual weights.

      EXAMPLES:
        samma convert case_1_20_4_2_1.dat -o instance.json
        samma convert D1.json --days 14 -o fortnight.json
        samma convert instance.json --to uhhc -o problem.json
      """)

  @Argument(help: "A file of a public set, or an instance (a JSON file, a folder of CSV files, or -).")
  var file: String

  @OptionGroup var set: PublicFormatArgument

  @Option(help: ArgumentHelp("What to write: instance, \(PublicProblem.Format.names).", valueName: "format"))
  var to = Target.instance

  @Option(help: "How many days an instance repeats the problem for.")
  var days = 1

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
    if days > 1 && to != .instance { throw ValidationError("--days repeats instances; a set's problem is one day") }
  }

  func run() throws {
    let destination = try Destination(output, apartFrom: file)
    let problem = try problem()
    if let format = PublicProblem.Format(rawValue: to.rawValue) {
      try destination.write(text(problem, as: format))
    } else {
      try destination.write(problem.instance(days: days, file: file).json())
    }
  }

  /// The problem that the file holds, whatever its form.
  private func problem() throws -> PublicProblem {
    if set.format == nil, InstanceSource(argument: file).isInstance {
      let instance = try InstanceSource(argument: file).read()
      do throws(PublicFormatError) {
        return try PublicProblem(instance)
      } catch {
        throw InvalidRequest("a set's problem cannot hold \(file): \(error)")
      }
    }
    return try PublicProblem(path: file, format: set.format)
  }

  private func text(_ problem: PublicProblem, as format: PublicProblem.Format) throws -> [UInt8] {
    do throws(PublicFormatError) {
      return try problem.text(as: format)
    } catch {
      throw InvalidRequest("--to \(format.rawValue): the format cannot hold \(file): \(error)")
    }
  }
}

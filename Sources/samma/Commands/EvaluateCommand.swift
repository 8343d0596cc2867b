import ArgumentParser
import HomeCare
import Interchange
import PublicSets

/// `samma evaluate`: judges an answer to a public problem by the set's own rules and objective.
struct EvaluateCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Judges an answer to a public problem by the set's own rules.",
    discussion: """
      PROBLEM is a file of a public set; ANSWER a roster of the instance that samma convert makes of it, or, for uhhc, a \
      published solution in JSON. Prints each broken rule, and the travel in the set's units, routes from and back to \
      their start included; for uhhc each term of the problem's cost with its amount and price, where travel is not all of it; for the Bredstrom-Ronnqvist set in hours as published, too, and for convrp with the service, as tables \
      print it. Vehicles of convrp do not wait: the order of their visits counts, not the starts. Exit code 3 where a rule is \
      broken.

      EXAMPLES:
        samma evaluate D1.json roster.json --reference 769
        samma evaluate case_1_20_4_2_1.dat roster.json --json
        samma evaluate D1.json fortnight-roster.json --days 14
        samma evaluate D1.json roster.json --solution solution.json
      """)

  @Argument(help: "A file of a public set.")
  var problem: String

  @Argument(help: "A roster, or a solution in unified JSON.")
  var answer: String

  @OptionGroup var set: PublicFormatArgument

  @Option(help: "How many days the roster's instance repeats the problem for.")
  var days = 1

  @Option(
    help: ArgumentHelp(
      "Cost of one day to compare with, in the set's units; of most sets it is the travel.", valueName: "number"))
  var reference: Double?

  @Option(help: ArgumentHelp("Write the answer as a solution in unified JSON.", valueName: "file"))
  var solution: String?

  @OptionGroup var form: JSONArgument

  func validate() throws {
    try PublicProblem.checkRepetitions(days)
    try OptionRange("--reference", 0.000_001...1_000_000_000_000).check(reference)
    if solution != nil && days > 1 { throw ValidationError("--solution writes one day; leave --days out") }
  }

  func list(_ files: inout CommandFiles) {
    files.reads("<problem>", problem)
    files.reads("<answer>", answer)
    files.writes("--solution", solution)
  }

  func run() throws {
    switch try PublicFile(path: problem, format: set.format) {
    case .day(let problem): try evaluate(problem)
    case .days(let problem): try evaluate(problem)
    }
  }

  private func evaluate(_ problem: ConsistentProblem) throws {
    if days > 1 || solution != nil {
      throw InvalidRequest("\(problem.name) has days of its own and no solution files; leave --days and --solution out")
    }
    let roster = try Roster(path: answer)
    let evaluation = try fitting(problem.name) { try ConsistentEvaluation(of: roster, to: problem) }
    let figures = ConsistentFigures(evaluation, of: problem, reference: reference)
    try form.print(figures, figures.text)
    if !figures.valid { throw ExitStatus.incomplete.ending }
  }

  private func evaluate(_ problem: PublicProblem) throws {
    let destination = solution.map { Destination($0) }
    if destination != nil && problem.format != .uhhc {
      throw InvalidRequest("--solution: only the uhhc sets have such files")
    }
    let answers = try answers(to: problem)
    let figures = EvaluationFigures(answers, to: problem, reference: reference)
    try form.print(figures, figures.text)
    try destination?.write(answers[0].solution(to: problem))
    if !figures.valid { throw ExitStatus.incomplete.ending }
  }

  private func answers(to problem: PublicProblem) throws -> [PublicAnswer] {
    try fitting(problem.name) { try PublicAnswer.read(path: answer, to: problem, days: days) }
  }

  /// Reads the answer; one that cannot be an answer to the problem is refused in words.
  private func fitting<Answer>(_ problem: String, _ read: () throws -> Answer) throws -> Answer {
    do {
      return try read()
    } catch let error as PublicAnswerError {
      throw InvalidRequest("\(answer) does not answer \(problem): \(error)")
    }
  }
}

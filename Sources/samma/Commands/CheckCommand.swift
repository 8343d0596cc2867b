import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma check`: recomputes every rule and the score of a roster.
struct CheckCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Recomputes every rule and the score of a roster.",
    discussion: """
      Prints each broken rule, the exceptions that the roster needs and those it does not, the score by its parts, and VALID \
      or INVALID. Exit code 3 where a rule is broken.

      --propose-exceptions writes the smallest exceptions that would cover what the roster breaks, as rows of the instance's \
      table exceptions: CSV where the path ends in .csv, else JSON. Their reasons are left to be filled in, unless --reason \
      gives one for all. With them in the instance the roster is valid; what no exception covers is told apart.

      EXAMPLES:
        samma check unit.json roster.json
        samma check unit.json roster.json --json
        samma check unit.json theirs.json --rules
        samma check unit.json roster.json --propose-exceptions exceptions.json
        samma check unit.json roster.json --excepted-instance unit-2.json --scored-roster roster-2.json --reason "Agreed"
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("Write the smallest exceptions that would cover what is broken.", valueName: "path"))
  var proposeExceptions: String?

  @Option(
    help: ArgumentHelp(
      "Write the instance with those exceptions added: a JSON file where it ends in .json, else a folder of CSV files.",
      valueName: "path"))
  var exceptedInstance: String?

  @Option(
    help: ArgumentHelp("Write the roster with its score as recomputed, those exceptions heeded.", valueName: "path"))
  var scoredRoster: String?

  @Option(help: ArgumentHelp("Why all those exceptions are allowed.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("Who allows them.", valueName: "name"))
  var by: String?

  @Flag(help: "Check the rules alone: what the roster states of its score and bounds is not asked.")
  var rules = false

  @OptionGroup var language: LanguageArgument

  @OptionGroup var form: JSONArgument

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    files.writes("--propose-exceptions", proposeExceptions)
    InstanceOutputArgument.list(exceptedInstance, as: "--excepted-instance", &files)
    files.writes("--scored-roster", scoredRoster)
  }

  func run() throws {
    var (instance, roster) = try input.read()
    let checker = RosterChecker(instance)
    if rules {
      roster.solve = nil
      roster.score = checker.check(roster).score
    }
    let check = checker.check(roster)
    let proposals = wantsProposals ? proposals(for: roster, checker) : nil
    if let proposals {
      if let path = proposeExceptions {
        try Destination(path).write(
          path.hasSuffix(".csv") ? proposals.exceptions.csv() : proposals.exceptions.json())
      }
      if exceptedInstance != nil { try write(instance, with: proposals.exceptions) }
    }
    if let scoredRoster {
      var scored = roster
      scored.score = proposals.map { checker.allowing($0.exceptions).check(roster).score } ?? check.score
      try Destination(scoredRoster).write(scored.json())
    }
    let report = CheckReport(check, of: roster, instance, proposals: proposals)
    try form.print(
      check.figures(of: roster, warnings: instance.warnings, proposals: proposals), report.text(language.ofText))
    if !check.isValid { throw ExitStatus.incomplete.ending }
  }

  private var wantsProposals: Bool { proposeExceptions != nil || exceptedInstance != nil }

  private func proposals(for roster: Roster, _ checker: RosterChecker) -> ExceptionProposals {
    var proposals = checker.proposals(for: roster)
    for row in proposals.exceptions.indices {
      proposals.exceptions[row].reason = reason ?? ""
      proposals.exceptions[row].by = by
    }
    return proposals
  }

  /// Writes the instance with exceptions added, sound or not: their reasons may be left to be filled in.
  private func write(_ instance: Instance, with exceptions: [RuleException]) throws {
    guard instance.format == .two else {
      throw InvalidRequest(
        "--excepted-instance: found an instance of format 1; expected one of format 2, which samma upgrade makes of it")
    }
    var draft = instance.tables
    draft.exceptions += exceptions
    try InstanceOutputArgument.write(draft, to: exceptedInstance)
    let open = exceptions.count { $0.reason.isEmpty }
    if open > 0 {
      StandardStream.error.note(
        "\(open) of the exceptions added have no reason, and the instance is refused until each has one; "
          + "--reason gives one to all")
    }
  }
}

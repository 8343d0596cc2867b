import ArgumentParser
import HomeCare
import Interchange

/// `samma check`: recomputes every rule and the score of a roster.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Recomputes every rule and the score of a roster.",
    discussion: """
      Prints each broken rule, the score by its parts, and VALID or INVALID. Exit code 3 where a rule is broken.

      EXAMPLES:
        samma check unit.json roster.json
        samma check unit.json roster.json --json
      """)

  @OptionGroup var source: InstanceArgument
  @OptionGroup var answer: RosterArgument

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func run() throws {
    let instance = try source.read()
    let roster = try answer.read()
    let check = RosterChecker(instance).check(roster)
    if json {
      let figures = CheckFigures(check, of: roster, warnings: instance.warnings)
      try StandardStream.output.write(JSONText.page(figures))
    } else {
      try StandardStream.output.write(text(of: check, under: instance.weights))
    }
    if !check.isValid { throw ExitStatus.incomplete.ending }
  }

  private func text(of check: RosterCheck, under weights: Weights) -> String {
    let broken = check.violations.map { "BROKEN \($0)\n".printable }.joined()
    let verdict = check.isValid ? "VALID" : "INVALID: \(check.violations.count) violations"
    return broken + ScoreTable(score: check.score, weights: weights).text + verdict + "\n"
  }
}

import ArgumentParser
import HomeCare
import Reports

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

  @OptionGroup var input: RosterArguments

  @OptionGroup var form: JSONArgument

  func run() throws {
    let (instance, roster) = try input.read()
    let check = RosterChecker(instance).check(roster)
    try form.print(
      check.figures(of: roster, warnings: instance.warnings),
      text(of: check, plannedBy: roster.solve?.weights, under: instance.weights))
    if !check.isValid { throw ExitStatus.incomplete.ending }
  }

  private func text(of check: RosterCheck, plannedBy searched: WeightSettings?, under weights: Weights) -> String {
    let broken = check.violations.map { "BROKEN \($0)\n".printable }.joined()
    let verdict = check.isValid ? "VALID" : "INVALID: \(check.violations.count) violations"
    let planned = searched.map { "planned by \($0.text(beside: weights))\n" } ?? ""
    return broken + table(of: check.score, under: weights) + planned + verdict + "\n"
  }

  /// A score by its parts: how many, at what price, and what they cost.
  private func table(of score: Score, under weights: Weights) -> String {
    var table = TextTable([("part", .left), ("count", .right), ("weight", .right), ("cost", .right)])
    for part in score.parts {
      let (cost, tooLarge) = score[part].multipliedReportingOverflow(by: weights[part])
      table.append([part.name, "\(score[part])", "\(weights[part])", tooLarge ? "–" : "\(cost)"])
    }
    table.append(["total", "", "", "\(score.total)"])
    return table.text
  }
}

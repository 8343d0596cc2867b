import HomeCare

/// What the check of a roster found, for people.
public struct CheckReport {
  let check: RosterCheck
  let exceptions: ExceptionReport
  /// The weights that the roster was planned by, where they were not all the instance's own.
  let planned: WeightSettings?
  let weights: Weights

  /// A report on a check, with the exceptions proposed where any are asked for.
  public init(
    _ check: RosterCheck, of roster: Roster, _ instance: Instance, proposals: ExceptionProposals? = nil
  ) {
    self.check = check
    exceptions = ExceptionReport(check, proposals: proposals, of: instance)
    planned = roster.solve?.weights
    weights = instance.weights
  }

  /// Each broken rule, the exceptions, the score by its parts, and whether the roster is valid.
  public func text(_ language: Language) -> String {
    let broken = check.violations.map { language(.brokenLine, language.text($0)).printable + "\n" }.joined()
    let planned = planned.map { language(.plannedByWeights, $0.text(beside: weights, language)) + "\n" } ?? ""
    let verdict = check.isValid ? language(.valid) : language(.invalid, check.violations.count)
    return broken + exceptions.text(language) + score(language) + planned + verdict + "\n"
  }

  /// The score by its parts: how many, at what price, and what they cost.
  private func score(_ language: Language) -> String {
    let score = check.score
    var table = TextTable(
      [(language(.partOfScore), .left)] + [Phrase.count, .weight, .cost].map { (language($0), .right) })
    for part in score.parts {
      let (cost, tooLarge) = score[part].multipliedReportingOverflow(by: weights[part])
      table.append([
        language.term("score", part.name), "\(score[part])", "\(weights[part])",
        tooLarge ? Decimal.undefined : "\(cost)",
      ])
    }
    table.append([language(.total), "", "", "\(score.total)"])
    return table.text
  }
}

extension WeightSettings {
  /// The weights that are set, beside those in whose place they stand: `notContact 20 instead of 10`.
  public func text(beside own: Weights, _ language: Language = .english) -> String {
    language.listed(
      parts.map { part in
        let name = language == .english ? part.weightName : language.name("score", part.name)
        return language(.weightInstead, name, self[part] ?? own[part], own[part])
      })
  }
}

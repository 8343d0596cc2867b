import HomeCare
import Reports

/// The outcome of a check for `--json`.
struct CheckFigures: Encodable {
  struct Broken: Encodable {
    let rule: String
    let visit, shift, staff: String?
    let found, expected: String
  }

  let instance: String
  let valid: Bool
  let violations: [Broken]
  let score: ScoreFigures
  let stated: ScoreFigures
  let warnings: [String]

  init(_ check: RosterCheck, of roster: Roster, warnings: [InstanceProblem]) {
    instance = roster.instance
    valid = check.isValid
    violations = check.violations.map {
      Broken(
        rule: $0.rule.rawValue, visit: $0.visit?.rawValue, shift: $0.shift?.rawValue, staff: $0.staff?.rawValue,
        found: $0.found, expected: $0.expected)
    }
    score = ScoreFigures(check.score)
    stated = ScoreFigures(roster.score)
    self.warnings = warnings.map(\.description)
  }
}

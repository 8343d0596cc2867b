/// Judges one hard rule over a whole roster.
protocol RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation])
}

/// Judges one hard rule over a whole roster.
protocol RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation])
}

extension Rule {
  /// Who judges the rule; `nil` for the rules of a roster's own consistency, which show when it is read.
  var check: (any RuleCheck.Type)? {
    switch self {
    case .staffing: StaffingRule.self
    case .window: WindowRule.self
    case .shift: ShiftRule.self
    case .route: RouteRule.self
    case .base: BaseRule.self
    case .breakRoom: BreakRule.self
    case .skills: SkillsRule.self
    case .blocked: BlockedRule.self
    case .pinned: PinnedRule.self
    case .link: LinkRule.self
    case .hours: HoursRule.self
    case .ownTime: OwnTimeRule.self
    case .instanceName, .unknownVisit, .unknownStaff, .repeatedVisit, .missingVisit, .score, .usualTime, .bound: nil
    }
  }

  /// Whether the rule is a hard rule rather than one of a roster's own consistency.
  public var isHardRule: Bool { check != nil }
}

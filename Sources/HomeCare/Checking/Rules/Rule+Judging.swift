extension Rule {
  /// Judges the rule over a whole roster; rules of a roster's own consistency show when it is read.
  func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    switch self {
    case .staffing: StaffingRule.judge(facts, &violations)
    case .window: WindowRule.judge(facts, &violations)
    case .shift: ShiftRule.judge(facts, &violations)
    case .route: RouteRule.judge(facts, &violations)
    case .base: BaseRule.judge(facts, &violations)
    case .breakRoom: BreakRule.judge(facts, &violations)
    case .pinned: PinnedRule.judge(facts, &violations)
    case .link: LinkRule.judge(facts, &violations)
    case .hours: HoursRule.judge(facts, &violations)
    case .ownTime: OwnTimeRule.judge(facts, &violations)
    default: ServingRule.of(self)?.judge(facts, &violations)
    }
  }
}

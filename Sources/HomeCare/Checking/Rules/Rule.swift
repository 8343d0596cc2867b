/// The rules of a valid roster: the hard rules, and those of a roster's own consistency.
///
/// The one list of them, in the order of reports: violations, obstacles and messages name a rule by its case. A further
/// rule is one more case here and one more file beside this one, which checks it.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  /// An assigned visit has exactly the staff it needs, all distinct.
  case staffing = "H1"
  /// A visit starts in its window.
  case window = "H2"
  /// Each staff member serves a visit inside one shift of theirs.
  case shift = "H3"
  /// Between consecutive visits of a shift passes at least the travel time.
  case route = "H4"
  /// The first and last visit of a shift leave time for the way from and to the base.
  case base = "H5"
  /// A shift with visits has room for its break.
  case breakRoom = "H6"
  /// Staff have the skills of the visits they serve.
  case skills = "H7"
  /// Nobody serves a client who blocks them.
  case blocked = "H8"
  /// Pinned staff and pinned starts are kept.
  case pinned = "H9"
  /// Linked visits keep their gap and their rule on staff.
  case link = "H10"
  /// Nobody works above their cap on minutes.
  case hours = "H11"
  /// The roster names the instance it answers.
  case instanceName = "instance"
  /// Every visit named is one of the instance.
  case unknownVisit = "unknown-visit"
  /// Every staff member named is one of the instance.
  case unknownStaff = "unknown-staff"
  /// No visit stands twice.
  case repeatedVisit = "repeated-visit"
  /// Every visit stands somewhere, assigned or unassigned.
  case missingVisit = "missing-visit"
  /// The stated score is the roster's.
  case score = "score"
  /// The stated bounds, gap and status agree with the score.
  case bound = "bound"

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
    case .instanceName, .unknownVisit, .unknownStaff, .repeatedVisit, .missingVisit, .score, .bound: nil
    }
  }

  /// Whether the rule is a hard rule rather than one of a roster's own consistency.
  public var isHardRule: Bool { check != nil }
}

extension PairRules.Kind {
  /// The rule of a roster.
  public var rule: Rule {
    switch self {
    case .skills: .skills
    case .blocked: .blocked
    }
  }
}

extension Rule: CustomStringConvertible {
  /// The rule as files and messages name it, such as `H7`.
  public var description: String { rawValue }
}

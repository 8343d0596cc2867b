/// The rules of a valid roster: the hard rules, and those of a roster's own consistency.
///
/// The one list of them, in the order of reports: violations, obstacles, exceptions and messages name a rule by its case.
/// A further rule is one more case here and what judges it among the checker's rules.
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
  /// Two visits of one client do not overlap; format 2 alone has the rule.
  case ownTime = "H12"
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
  /// The usual times stated are of the instance's series, each once.
  case usualTime = "usual-time"
  /// The stated bounds, gap and status agree with the score.
  case bound = "bound"

  /// Whether the rule is about who may serve what whatever the shifts are: about a staff member, a visit and its client
  /// alone. The checker's `ServingRule` and the `PairRules` of whoever plans say what each asks for.
  public var isOfPairs: Bool {
    switch self {
    case .skills, .blocked: true
    default: false
    }
  }

  /// Whether the rule is a hard rule rather than one of a roster's own consistency.
  public var isHardRule: Bool {
    switch self {
    case .instanceName, .unknownVisit, .unknownStaff, .repeatedVisit, .missingVisit, .score, .usualTime, .bound: false
    default: true
    }
  }

  /// The rules that a person may except, in the form that `RuleException` has for each.
  public static let excepted: [Rule] = allCases.filter { RuleException.fields(of: $0) != nil }
}

extension Rule: CustomStringConvertible {
  /// The rule as files and messages name it, such as `H7`.
  public var description: String { rawValue }
}

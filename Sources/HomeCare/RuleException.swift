/// What a person has allowed, and why: a rule that a roster may break in one place and stay valid.
///
/// Which of the fields say something depends on the rule; see `fields(of:)`.
public struct RuleException: Hashable, Sendable {
  /// The rule excepted, one of `Rule.excepted`.
  public var rule: Rule
  /// Why it is allowed.
  public var reason: String
  /// The visit concerned; of H4 the one left, of H12 either.
  public var visit: VisitID?
  /// Of H4 the visit that follows, of H12 the other.
  public var second: VisitID?
  /// The staff member concerned.
  public var staff: StaffID?
  /// The shift concerned.
  public var shift: ShiftID?
  /// Minutes sooner that each window of the visit, or the shift, begins.
  public var before: Int
  /// Minutes later that each window of the visit, or the shift, ends.
  public var after: Int
  /// Of H4 what the way takes, of H11 how much higher the cap is, in minutes.
  public var minutes: Int?
  /// Who has allowed it.
  public var by: String?
  /// When it was allowed.
  public var at: LocalDateTime?

  /// An exception.
  public init(
    rule: Rule, reason: String, visit: VisitID? = nil, second: VisitID? = nil, staff: StaffID? = nil,
    shift: ShiftID? = nil, before: Int = 0, after: Int = 0, minutes: Int? = nil, by: String? = nil,
    at: LocalDateTime? = nil
  ) {
    self.rule = rule
    self.reason = reason
    self.visit = visit
    self.second = second
    self.staff = staff
    self.shift = shift
    self.before = before
    self.after = after
    self.minutes = minutes
    self.by = by
    self.at = at
  }

  /// A field that some rules' exceptions need.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The visit concerned.
    case visit
    /// The other visit.
    case second
    /// The staff member concerned.
    case staff
    /// The shift concerned.
    case shift
    /// A number of minutes.
    case minutes
    /// Minutes sooner; 0 where nothing is said.
    case before
    /// Minutes later; 0 where nothing is said.
    case after
  }

  /// What an exception of a rule says, in the order of the files; `nil` where the rule has no exceptions.
  public static func fields(of rule: Rule) -> [Field]? {
    switch rule {
    case .window: [.visit, .before, .after]
    case .shift: [.shift, .before, .after]
    case .route: [.visit, .second, .minutes]
    case .breakRoom: [.shift]
    case let rule where rule.isOfPairs: [.visit, .staff]
    case .hours: [.staff, .minutes]
    case .ownTime: [.visit, .second]
    default: nil
    }
  }
}

/// Rules on working time that the shifts of an instance are held against; each rule is a setting, absent where not asked.
///
/// They are doubts about the input, never constraints of the plan: a plan does not change shifts.
public struct LabourRules: Hashable, Sendable {
  /// How the 24 hours of the daily rest are laid.
  public enum Day: Hashable, Sendable {
    /// 24 hours from the start of each shift.
    case fromEachShift
    /// The same 24 hours every day, from a minute of the day; where absent, from the minute that suits the staff
    /// member best, since an instance does not say at which hour somebody's day breaks.
    case fixed(minuteOfDay: Int?)
  }

  /// The profile's name, printed beside every doubt.
  public var name: String
  /// Least minutes of unbroken rest in every 24 hours.
  public var dailyRest: Int?
  /// How those 24 hours are laid.
  public var day = Day.fromEachShift
  /// Least minutes of unbroken rest in every 7 days, counted in blocks from the horizon's first day.
  public var weeklyRest: Int?
  /// Minutes of a shift beyond which it must have a break.
  public var breakBeyond: Int?
  /// Most minutes of a shift in a row without a break.
  public var longestStretch: Int?
  /// Most minutes of work a week, breaks left out, on average over the horizon.
  public var weeklyMinutes: Int?

  /// Rules of which none is asked yet.
  public init(name: String) { self.name = name }

  /// No rules.
  public static let none = LabourRules(name: "none")

  /// The working time directive of the European Union, 2003/88.
  public static let eu = {
    var rules = LabourRules(name: "eu")
    rules.dailyRest = 11 * 60
    rules.weeklyRest = (24 + 11) * 60
    rules.breakBeyond = 6 * 60
    rules.weeklyMinutes = 48 * 60
    return rules
  }()

  /// The agreement of Swedish municipalities as it stands from October 2023; full time with weekend duty.
  public static let seMunicipal = {
    var rules = LabourRules(name: "se-municipal")
    rules.dailyRest = 11 * 60
    rules.day = .fixed(minuteOfDay: nil)
    rules.weeklyRest = 36 * 60
    rules.longestStretch = 5 * 60
    rules.weeklyMinutes = 38 * 60 + 15
    return rules
  }()

  /// All profiles, to be chosen by name.
  public static let profiles = [none, eu, seMunicipal]

  /// The profile of a name, such as `se-municipal`.
  public static func profile(named name: String) -> LabourRules? { profiles.first { $0.name == name } }
}

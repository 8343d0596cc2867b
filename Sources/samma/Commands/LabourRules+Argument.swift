import ArgumentParser
import HomeCare

extension LabourRules: ExpressibleByArgument {
  /// The rules of a profile's name.
  public init?(argument: String) {
    guard let rules = LabourRules.profile(named: argument) else { return nil }
    self = rules
  }

  /// The names of all profiles.
  public static var allValueStrings: [String] { profiles.map(\.name) }

  /// The profile's name.
  public var defaultValueDescription: String { name }
}

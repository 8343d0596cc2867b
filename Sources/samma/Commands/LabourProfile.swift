import ArgumentParser
import HomeCare

/// The labour rules to hold shifts against, by the names that the command line knows.
struct LabourProfile: ExpressibleByArgument {
  static let none = LabourProfile(rules: .none)
  static let allValueStrings = LabourRules.profiles.map(\.name)

  let rules: LabourRules

  init(rules: LabourRules) { self.rules = rules }

  init?(argument: String) {
    guard let rules = LabourRules.profile(named: argument) else { return nil }
    self.rules = rules
  }

  var defaultValueDescription: String { rules.name }
}

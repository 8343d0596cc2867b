import HomeCare

extension Roster {
  /// Refuses a roster of another instance, whose figures would mean nothing, and warns of one that breaks rules.
  func judge(by instance: Instance) throws(InvalidRequest) {
    let check = RosterChecker(instance).check(self)
    let strange: Set<Rule> = [.instanceName, .unknownVisit, .unknownStaff]
    if let first = check.violations.first(where: { strange.contains($0.rule) }) {
      throw InvalidRequest("the roster does not answer this instance: \(first)")
    }
    if !check.isValid {
      StandardStream.error.tell(
        "warning: the roster breaks rules (\(check.violations.count) violations); samma check tells which")
    }
  }
}

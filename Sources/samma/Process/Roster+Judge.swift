import HomeCare

extension Roster {
  /// Refuses a roster of another instance, whose figures would mean nothing, and warns of one that breaks rules.
  @discardableResult
  func judge(by instance: Instance) throws(InvalidRequest) -> RosterCheck {
    let check = RosterChecker(instance).check(self)
    let strange: Set<Rule> = [.instanceName, .unknownVisit, .unknownStaff]
    if let first = check.violations.first(where: { strange.contains($0.rule) }) {
      throw InvalidRequest("the roster does not answer this instance: \(first)")
    }
    if !check.isValid {
      let count = check.violations.count
      StandardStream.error.warn(
        "the roster breaks rules (\(count) violation\(count == 1 ? "" : "s")); samma check tells which")
    }
    return check
  }
}

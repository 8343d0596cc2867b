import HomeCare

/// Makes realistic instances from a seed.
///
/// Everything is drawn with whole numbers from one seeded generator for each unit and purpose, so that the same options
/// give the same instance on any machine, that a unit does not change when more units are added, and that the clients
/// do not change when their staff do.
public enum Scenario {
  /// The tables of an instance as the options ask for.
  ///
  /// - Throws: `ScenarioOptionError` where an option is out of range.
  public static func draft(_ options: ScenarioOptions) throws(ScenarioOptionError) -> InstanceDraft {
    try options.check()
    var units = (0..<options.units).map { Unit(number: $0, options: options) }
    for index in units.indices {
      units[index].settle()
      units[index].planCare()
      units[index].hireStaff()
      units[index].coverEveryVisit()
      if options.format >= .two { units[index].chooseWays() }
      units[index].nameContacts()
      if options.format >= .two { units[index].nameContactsAtWork() }
      units[index].recallMeetings()
      if options.allRules { units[index].applyAllRules() }
      if options.format >= .two {
        units[index].describeNeeds()
        units[index].addParticulars()
        if options.allRules { units[index].allowExceptions() }
      }
    }
    return InstanceDraft(units: units, options: options)
  }
}

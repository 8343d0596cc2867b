import Continuity

extension Language {
  /// The settings of a definition, each in a few words.
  func settings(_ definition: Definition) -> [String] {
    var parts = [self(.periodsOfDays, definition.periodDays)]
    if let clock = definition.clock { parts.append(self(.startsBetween, clock.lowerBound, clock.upperBound)) }
    if definition.weekdays != Array(1...7) { parts.append(self(.daysOfTheWeek, listed(definition.weekdays, " "))) }
    if !definition.excludedCategories.isEmpty {
      parts.append(self(.without, listed(definition.excludedCategories.map(word))))
    }
    if !definition.excludedStaffCategories.isEmpty {
      parts.append(self(.withoutStaffOf, listed(definition.excludedStaffCategories.map(word))))
    }
    if definition.minimumVisitsPerDay > 0 { parts.append(self(.visitsEveryDay, definition.minimumVisitsPerDay)) }
    if definition.minimumVisits > 1 { parts.append(self(.visitsAtLeast, definition.minimumVisits)) }
    if let age = definition.minimumAge {
      parts.append(self(definition.countsUnknownAge ? .unknownAgeCounts : .unknownAgeDoesNotCount, age))
    }
    if definition.excludesAway { parts.append(self(.withoutAway)) }
    parts.append(
      definition.visitTolerance > 0 ? self(.oneVisitWithin, definition.visitTolerance) : self(.oneVisitAtOneStart))
    if !definition.hourStrata.isEmpty { parts.append(self(.byHours, listed(definition.hourStrata))) }
    parts.append(self(definition.countsAllStaffOfVisit ? .allStaffOfDouble : .oneOfDouble))
    return parts
  }

  /// What a definition is for, in a line.
  public func line(_ definition: Definition) -> String {
    self(.definitionInList, definition.name, definition.version, word(definition.purpose))
  }

  /// Values one after the other.
  func listed(_ values: some Sequence<some CustomStringConvertible>, _ separator: String = ", ") -> String {
    values.map(\.description).joined(separator: separator)
  }
}

import Continuity

extension Definition {
  /// The settings in a few words.
  var settingsText: String {
    var parts = ["periods of \(periodDays) days"]
    if let clock { parts.append("visits that start \(clock.lowerBound) to \(clock.upperBound), both included") }
    if weekdays != Array(1...7) { parts.append("days of the week \(weekdays.map(String.init).joined(separator: " "))") }
    if !excludedCategories.isEmpty { parts.append("without \(excludedCategories.joined(separator: ", "))") }
    if !excludedStaffCategories.isEmpty {
      parts.append("without staff of \(excludedStaffCategories.joined(separator: ", "))")
    }
    if minimumVisitsPerDay > 0 { parts.append("at least \(minimumVisitsPerDay) visits on every counted day") }
    if minimumVisits > 1 { parts.append("at least \(minimumVisits) visits") }
    if let minimumAge {
      parts.append("clients of \(minimumAge) or over (unknown age \(countsUnknownAge ? "counts" : "does not count"))")
    }
    if excludesAway { parts.append("without clients who were away") }
    parts.append(countsAllStaffOfVisit ? "all staff of a double visit" : "one staff member of a double visit")
    return parts.joined(separator: "; ")
  }
}

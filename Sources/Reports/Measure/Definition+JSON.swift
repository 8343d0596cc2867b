import Continuity
import Interchange

extension Definition {
  /// Its name, version and settings, beside figures that follow from it.
  func write(members json: inout JSONWriter) {
    json.member("name", name)
    json.member("version", version)
    json.key("settings")
    write(settings: &json)
  }

  /// The settings, as a definition file holds them.
  private func write(settings json: inout JSONWriter) {
    json.object { json in
      json.member("periodDays", periodDays)
      json.key("weekdays")
      json.list(weekdays) { $0.value($1) }
      json.key("clock")
      if let clock {
        json.object {
          $0.member("from", clock.lowerBound.description)
          $0.member("to", clock.upperBound.description)
        }
      } else {
        json.null()
      }
      json.member("excludedCategories", excludedCategories)
      json.member("excludedStaffCategories", excludedStaffCategories)
      json.member("minimumVisitsPerDay", minimumVisitsPerDay)
      json.member("minimumVisits", minimumVisits)
      json.member("minimumAge", minimumAge)
      json.member("countsUnknownAge", countsUnknownAge)
      json.member("excludesAway", excludesAway)
      json.member("visitTolerance", visitTolerance)
      json.member("countsAllStaffOfVisit", countsAllStaffOfVisit)
      json.key("hourStrata")
      json.list(hourStrata) { $0.value($1) }
      json.key("thresholds")
      json.list(thresholds) { $0.value($1) }
      json.member("target", target)
    }
  }

  /// The definition as a file that can be changed and given back.
  public func json() -> [UInt8] {
    var json = JSONWriter(.tight, for: .page)
    json.object { json in
      json.member("format", "samma-definition/1")
      json.member("name", name)
      json.member("version", version)
      json.member("purpose", purpose)
      json.key("settings")
      write(settings: &json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

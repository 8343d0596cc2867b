import Continuity
import HomeCare
import Interchange
import Statistics

/// What several reports of measures write alike.
extension JSONWriter {
  /// The first and the last of some dates.
  mutating func members(_ dates: Range<LocalDate>) {
    member("from", dates.lowerBound.description)
    member("to", dates.lastDate.description)
  }

  /// How many clients each rule left out.
  mutating func members(_ rules: [(rule: Exclusion, count: Int)]) {
    for (rule, count) in rules { member(rule.rawValue, count) }
  }

  /// An interval as its two ends, or null.
  mutating func member(_ key: String, _ interval: Interval?) {
    self.key(key)
    guard let interval else { return null() }
    list([interval.lower, interval.upper]) { $0.value($1) }
  }
}

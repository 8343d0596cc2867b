/// Why a client of the log is left out of a period's figures; the first rule that applies.
public enum Exclusion: String, CaseIterable, Hashable, Sendable {
  /// Younger than the definition's age.
  case underAge = "under-age"
  /// Of unknown age, where the definition leaves those out.
  case unknownAge = "unknown-age"
  /// Away from home on a day of the period.
  case away
  /// Has no meeting of any status in the period.
  case noVisits = "no-visits"
  /// Has meetings, but none that took place: they were declined or cancelled, or only planned where others were performed.
  case noneTookPlace = "none-took-place"
  /// Has meetings that took place, but none that counts.
  case noCountedVisits = "no-counted-visits"
  /// Has fewer counted visits than the definition asks for on some day of the period.
  case tooFewVisitsOnADay = "too-few-visits-on-a-day"
  /// Has fewer counted visits than the definition asks for in the period.
  case tooFewVisits = "too-few-visits"

  /// How many of some rules each is, in the order of all; those that are none are left out.
  static func counts(_ rules: [Exclusion]) -> [(rule: Exclusion, count: Int)] {
    allCases.compactMap { rule in
      let count = rules.count { $0 == rule }
      return count > 0 ? (rule, count) : nil
    }
  }

  /// The rule's place among all.
  var rank: Int {
    switch self {
    case .underAge: 0
    case .unknownAge: 1
    case .away: 2
    case .noVisits: 3
    case .noneTookPlace: 4
    case .noCountedVisits: 5
    case .tooFewVisitsOnADay: 6
    case .tooFewVisits: 7
    }
  }
}

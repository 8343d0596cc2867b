/// Why a client with meetings in a period is left out of the figures; the first rule that applies.
public enum Exclusion: String, CaseIterable, Hashable, Sendable {
  /// Younger than the definition's age.
  case underAge = "under-age"
  /// Of unknown age, where the definition leaves those out.
  case unknownAge = "unknown-age"
  /// Away from home on a day of the period.
  case away
  /// Has meetings, but none that counts.
  case noCountedVisits = "no-counted-visits"
  /// Has fewer counted visits than the definition asks for on some day of the period.
  case tooFewVisitsOnADay = "too-few-visits-on-a-day"
  /// Has fewer counted visits than the definition asks for in the period.
  case tooFewVisits = "too-few-visits"
}

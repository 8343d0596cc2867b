import Continuity
import Interchange

/// The languages of the page.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Swedish.
  case swedish = "sv"
  /// English.
  case english = "en"

  /// One of two wordings.
  func pick(_ swedish: String, _ english: String) -> String { self == .swedish ? swedish : english }

  /// The decimal mark.
  var mark: String { pick(",", ".") }

  func number(_ ratio: Ratio?, _ places: Int) -> String { ratio.shown(places, mark: mark) }
  func number(_ value: Double?, _ places: Int) -> String {
    value.map { Decimal.text($0, places: places, mark: mark) } ?? Decimal.undefined
  }
  func percent(_ ratio: Ratio?) -> String {
    ratio.map { Decimal.text($0.value * 100, places: 1, mark: mark) + " %" } ?? Decimal.undefined
  }

  func name(_ grouping: Grouping) -> String {
    switch grouping {
    case .area: pick("område", "area")
    case .provider: pick("utförare", "provider")
    case .category: pick("besökstyp", "category")
    case .staffCategory: pick("personalkategori", "staff category")
    }
  }

  func name(_ rule: Exclusion) -> String {
    switch rule {
    case .underAge: pick("yngre än definitionens ålder", "younger than the definition's age")
    case .unknownAge: pick("okänd ålder", "unknown age")
    case .away: pick("borta någon dag", "away on a day of the period")
    case .noVisits: pick("inga besök under perioden", "no visits in the period")
    case .noneTookPlace: pick("inga besök blev av", "no visit took place")
    case .noCountedVisits: pick("inga besök som räknas", "no visits that count")
    case .tooFewVisitsOnADay: pick("för få besök någon dag", "too few visits on some day")
    case .tooFewVisits: pick("för få besök", "too few visits")
    }
  }

  func name(_ reason: AboveTargetReason) -> String {
    switch reason {
    case .manyVisits: pick("många besök", "many visits")
    case .doubleStaffing: pick("dubbelbemanning", "double staffing")
    case .oneOffStaff: pick("personal som kom en gång", "staff who came once")
    case .substitutes: pick("vikarier", "substitutes")
    case .widelyShared: pick("delas av många ordinarie", "shared by many regular staff")
    }
  }

  func name(_ reason: BadRowReason) -> String {
    switch reason {
    case .tooFewFields: pick("för få fält", "too few fields")
    case .unclosedQuote: pick("citattecken som inte avslutas", "a quote that is not closed")
    case .nulByte: pick("byte 0", "a byte 0")
    case .noClient: pick("ingen kund", "no client")
    case .noStaff: pick("ingen personal", "no staff member")
    case .badStart: pick("oläslig starttid", "a start that cannot be read")
    case .badEnd: pick("oläslig sluttid", "an end that cannot be read")
    case .endBeforeStart: pick("slutar före start", "ends before it starts")
    case .tooLong: pick("längre än ett dygn", "longer than a day")
    case .noEnd: pick("ingen sluttid", "no end")
    case .unknownStatus: pick("okänd status", "unknown status")
    }
  }

  /// A category of visits or staff; words of a log's own stand as they are.
  func word(_ category: String) -> String {
    let swedish = [
      "care": "omvårdnad", "service": "service", "alarm": "larm", "meal": "matleverans", "nursing": "sjukvård",
      "other": "övrigt", "home-care": "hemtjänst", "home-nursing": "hemsjukvård", "substitute": "vikarie",
    ]
    return self == .swedish ? swedish[category] ?? category : category
  }

  /// What a definition is for; the texts of others' definitions stand as they are.
  func purpose(_ definition: Definition) -> String {
    switch definition.purpose {
    case Definition.kkik.purpose:
      pick("Antal personal som en hemtjänstkund på 65 år eller mer möter under 14 dagar (U21401)", definition.purpose)
    case Definition.everyone.purpose: pick("Alla kunder med minst ett besök, hela dygnet", definition.purpose)
    case Definition.plan.purpose: pick("Besöken som planeringens poäng räknar", definition.purpose)
    default: definition.purpose
    }
  }

  /// The settings of a definition, each in a few words.
  func settings(_ definition: Definition) -> [String] {
    if self == .english { return definition.settingsText.split(separator: "; ").map(String.init) }
    var parts = ["perioder om \(definition.periodDays) dagar"]
    if let clock = definition.clock {
      parts.append("besök som börjar \(clock.lowerBound)–\(clock.upperBound), båda klockslagen inräknade")
    }
    if definition.weekdays != Array(1...7) {
      parts.append("veckodagar \(definition.weekdays.map(String.init).joined(separator: " "))")
    }
    if !definition.excludedCategories.isEmpty {
      parts.append("utan \(definition.excludedCategories.map { word($0) }.joined(separator: ", "))")
    }
    if !definition.excludedStaffCategories.isEmpty {
      parts.append(
        "utan personal av kategori \(definition.excludedStaffCategories.map { word($0) }.joined(separator: ", "))")
    }
    if definition.minimumVisitsPerDay > 0 {
      parts.append("minst \(definition.minimumVisitsPerDay) besök varje dag som räknas")
    }
    if definition.minimumVisits > 1 { parts.append("minst \(definition.minimumVisits) besök") }
    if let age = definition.minimumAge {
      parts.append(
        "kunder som är \(age) år eller äldre (okänd ålder räknas\(definition.countsUnknownAge ? "" : " inte"))")
    }
    if definition.excludesAway { parts.append("utan kunder som varit borta") }
    parts.append(
      definition.countsAllStaffOfVisit ? "all personal vid dubbelbemanning" : "en av personalen vid dubbelbemanning")
    return parts
  }
}

import Continuity
import HomeCare

extension MeasureReport {
  /// What causes add to a listed period; `nil` where nobody asks why.
  func contributions(_ period: PeriodMeasure) -> Contributions? { contributions.last { $0.dates == period.dates } }
}

extension Language {
  /// A cause in words.
  func cause(_ cause: Cause) -> String {
    switch cause {
    case .staffCategory(let category):
      self(.causeCategory, category.isEmpty ? self(.unknown) : word(category))
    case .metOnce: self(.causeOnce)
    case .weekdays: self(.causeWeekdays)
    case .weekend: self(.causeWeekend)
    case .slot(let slot): word(slot.rawValue)
    case .doubleVisits: self(.causeDoubles)
    }
  }

  /// The causes that bring a client the most staff, with how many fewer there would be without each.
  func reasons(ofClient client: Int, _ contributions: Contributions) -> String {
    listed(contributions.reasons(ofClient: client).prefix(3).map { "\(cause($0.cause)) −\($0.lowering)" })
  }
}

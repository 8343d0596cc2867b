import HomeCare

/// Why periods cannot be measured in a log.
public enum PeriodRefusal: Hashable, Sendable {
  /// The log has visits on these dates only.
  case otherDates(ClosedRange<LocalDate>)
  /// The dates asked for have no room for a period of so many days.
  case tooShort(ClosedRange<LocalDate>, days: Int)
  /// The log has no day of a period: its dates, and those of the log.
  case outside(Range<LocalDate>, ClosedRange<LocalDate>)

  /// The refusal in a sentence.
  public func text(_ language: Language) -> String {
    switch self {
    case .otherDates(let known): language(.visitsFromOnly, known.lowerBound, known.upperBound)
    case .tooShort(let dates, let days): language(.shorterThanPeriod, dates.lowerBound, dates.upperBound, days)
    case .outside(let dates, let known):
      language(.periodOutside, dates.lowerBound, dates.lastDate, known.lowerBound, known.upperBound)
    }
  }
}

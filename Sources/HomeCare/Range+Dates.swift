extension Range<LocalDate> {
  /// The last date of a period.
  package var lastDate: LocalDate { upperBound.advanced(by: -1) }

  /// How many days a period has.
  package var dayCount: Int { upperBound.dayNumber - lowerBound.dayNumber }
}

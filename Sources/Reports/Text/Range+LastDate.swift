import HomeCare

extension Range<LocalDate> {
  /// The last date of a period.
  var lastDate: LocalDate { upperBound.advanced(by: -1) }
}

/// The days of the week from Monday, in lower case.
enum Weekdays {
  /// In Swedish.
  static let swedish = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
  /// In English.
  static let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  /// In both.
  static let all = swedish + english
}

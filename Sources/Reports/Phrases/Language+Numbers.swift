import Continuity
import HomeCare

extension Language {
  /// A number with so many decimals.
  func number(_ value: Double?, _ places: Int) -> String {
    value.map { Decimal.text($0, places: places, mark: mark) } ?? Decimal.undefined
  }

  /// A ratio's value with so many decimals.
  package func number(_ ratio: Ratio?, _ places: Int) -> String { number(ratio?.value, places) }

  /// A whole number.
  func count(_ value: Int?) -> String { value.map(String.init) ?? Decimal.undefined }

  /// A share in percent with one decimal, or another number of them.
  func percent(_ share: Double?, _ places: Int = 1) -> String {
    share.map { Decimal.percent($0, places: places, mark: mark) } ?? Decimal.undefined
  }

  /// A ratio in percent.
  package func percent(_ ratio: Ratio?) -> String { percent(ratio?.value) }

  /// A difference with its sign; one that is nothing as far as its decimals tell has none.
  func signed(_ value: Double, _ places: Int) -> String {
    let number = number(value, places)
    return value > 0 && number.contains(where: { ("1"..."9").contains($0) }) ? "+" + number : number
  }

  /// A difference of whole numbers with its sign.
  package func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "0" }

  /// Minutes as hours.
  func hours(_ minutes: Int) -> String { number(Double(minutes) / 60, 1) }

  /// A difference of minutes as hours with their sign.
  func signedHours(_ minutes: Int) -> String { signed(Double(minutes) / 60, 1) }

  /// The name of a date's day of the week.
  package func weekday(_ date: LocalDate) -> String { name("weekday", "\(date.weekday)") }
}

import ArgumentParser

/// The range that an option's number must lie in; every option with a number has one.
struct OptionRange<Number: Comparable> {
  private let option: String
  private let range: ClosedRange<Number>

  /// The range of an option, such as `--time`.
  init(_ option: String, _ range: ClosedRange<Number>) {
    self.option = option
    self.range = range
  }

  /// Refuses a number that lies outside, or is none.
  func check(_ number: Number?) throws(ValidationError) {
    guard let number, !range.contains(number) else { return }
    throw ValidationError("\(option) must be \(text(range.lowerBound)) to \(text(range.upperBound)), and is \(number)")
  }

  /// A bound, whole numbers without a point.
  private func text(_ number: Number) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension OptionRange<Int> {
  /// That of an option which says how many of something are shown or kept.
  static func howMany(_ option: String) -> Self { Self(option, 0...1_000_000) }
}

import Foundation

/// Numbers with few decimals, for people.
enum Decimals {
  /// A share as percent with one decimal.
  static func percent(_ share: Double) -> String { "\(text(share * 100)) %" }

  /// A number with one decimal, or another number of them.
  static func text(_ number: Double, places: Int = 1) -> String { String(format: "%.\(places)f", number) }
}

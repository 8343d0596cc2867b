/// Numbers as people read them.
package enum Decimal {
  /// What stands for an undefined figure; never 0.
  package static let undefined = "–"

  /// A number with so many digits after the mark, rounded half away from zero.
  package static func text(_ value: Double, places: Int, mark: String = ".") -> String {
    guard value.isFinite, abs(value) < 1e12 else { return undefined }
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled != 0 ? "−" : ""
    guard places > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % scale)
    return sign + String(scaled / scale) + mark + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// A share in percent, with one decimal or another number of them.
  package static func percent(_ share: Double, places: Int = 1, mark: String = ".") -> String {
    text(share * 100, places: places, mark: mark) + " %"
  }
}

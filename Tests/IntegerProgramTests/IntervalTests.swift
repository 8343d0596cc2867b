import Testing

@testable import IntegerProgram

/// The outward rounding, against exact whole-number arithmetic.
@Suite struct IntervalTests {
  /// A number with a full mantissa and a small exponent, and that number times 2^60 exactly.
  private func draw(_ dice: inout Dice) -> (value: Double, scaled: Int128) {
    let mantissa = Int64(bitPattern: dice.next() >> UInt64(dice.roll(11...40))) * (dice.roll(0...1) == 0 ? 1 : -1)
    let shift = dice.roll(0...60)
    let value = Double(sign: .plus, exponent: shift - 60, significand: Double(mantissa))
    return (value, Int128(mantissa) << Int128(shift))
  }

  /// -1, 0 or 1 as a number is below, at or above an exact whole number of 2^-60ths.
  private func compare(_ number: Double, _ exact: Int128) -> Int {
    let scaled = Double(sign: .plus, exponent: 60, significand: number)
    let whole = Int128(scaled.rounded(.down))
    if whole < exact { return -1 }
    return whole == exact && scaled == scaled.rounded(.down) ? 0 : 1
  }

  @Test func productsAndSumsHoldTheExactResult() {
    var inexact = 0
    for seed in 0..<20_000 {
      var dice = Dice(seed)
      let (a, scaledA) = draw(&dice)
      let (b, scaledB) = draw(&dice)
      let sum = Interval.sum(a, b)
      #expect(compare(sum.lower, scaledA + scaledB) <= 0, "seed \(seed)")
      #expect(compare(sum.upper, scaledA + scaledB) >= 0, "seed \(seed)")
      if sum.lower < sum.upper { inexact += 1 }

      let (x, y) = (Int64(a.significandBitPattern) | 1 << 52, Int64(b.significandBitPattern) | 1 << 52)
      let product = Interval.product(Double(x), Double(y))
      let exact = Int128(x) * Int128(y)
      #expect(Int128(product.lower) <= exact && exact <= Int128(product.upper), "seed \(seed)")
      #expect(product.upper <= product.lower.nextUp.nextUp)
      if product.lower < product.upper { inexact += 1 }
    }
    #expect(inexact > 10_000)
  }

  @Test func whatIsExactStaysExact() {
    #expect(Interval.sum(0.5, 0.25) == Interval(0.75))
    #expect(Interval.product(3, -7) == Interval(-21))
    #expect(Interval.product(0, .infinity) == Interval(0))
    var total = Interval(1)
    total -= Interval(lower: 2, upper: 5)
    #expect(total == Interval(lower: -4, upper: -1))
    #expect(Interval(lower: -1, upper: 2) * Interval(lower: -3, upper: 4) == Interval(lower: -6, upper: 8))
  }

  @Test func overflowAndUnderflowStaySafe() {
    let huge = Interval.product(1e200, 1e200)
    #expect(huge.lower == .greatestFiniteMagnitude && huge.upper == .infinity)
    let tiny = Interval.product(1e-200, 1e-200)
    #expect(tiny.lower < 0 && tiny.upper > 0)
    #expect(Interval.sum(.greatestFiniteMagnitude, .greatestFiniteMagnitude).upper == .infinity)
    #expect(Interval.sum(.greatestFiniteMagnitude, .greatestFiniteMagnitude).lower <= .greatestFiniteMagnitude)
  }
}

/// A random number generator whose every draw follows from its seed, the same on any machine.
///
/// xoshiro256** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021), its
/// state filled by SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014), as the former's authors advise. The standard library's own draws (`Int.random(in:using:)`,
/// `shuffle(using:)`) are not promised to stay the same between versions, so the helpers here are used instead.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator for a seed; every seed is good, 0 included.
  public init(seed: UInt64) {
    var filler = seed
    state = (Self.splitMix(&filler), Self.splitMix(&filler), Self.splitMix(&filler), Self.splitMix(&filler))
  }

  /// A generator for one of many independent streams of a seed, such as one for each thread or each part of a whole.
  public init(seed: UInt64, stream: UInt64) {
    var mixed = stream
    self.init(seed: seed ^ Self.splitMix(&mixed))
  }

  /// 64 uniform bits.
  @inlinable public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A uniform whole number from 0 up to, not including, `bound`, which must be above 0.
  ///
  /// Without bias (D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019).
  @inlinable public mutating func int(below bound: Int) -> Int {
    precondition(bound > 0, "a draw needs at least one outcome")
    let range = UInt64(bound)
    var (high, low) = next().multipliedFullWidth(by: range)
    if low < range {
      let threshold = (0 &- range) % range
      while low < threshold { (high, low) = next().multipliedFullWidth(by: range) }
    }
    return Int(high)
  }

  /// A uniform whole number of a closed range.
  @inlinable public mutating func int(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + int(below: range.upperBound - range.lowerBound + 1)
  }

  /// True `count` times in `total`; never where `count` is 0 or less, always where it reaches `total`.
  @inlinable public mutating func chance(_ count: Int, in total: Int) -> Bool { int(below: total) < count }

  /// An element drawn uniformly from a collection that must not be empty.
  @inlinable public mutating func pick<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element {
    elements[elements.index(elements.startIndex, offsetBy: int(below: elements.count))]
  }

  /// Puts elements into a uniformly drawn order (Fisher–Yates).
  @inlinable public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, int(below: last + 1))
    }
  }

  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// A small fast generator for the search: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014). Equal seeds give equal sequences on every machine.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  @inline(__always) mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<bound; bound at least 1. The bias of the multiply-shift is far below what a search could notice.
  @inline(__always) mutating func below(_ bound: Int) -> Int {
    assert(bound > 0)
    return Int((UInt64(bound) &* (next() >> 32)) >> 32)
  }

  /// True with probability `numerator` in 256.
  @inline(__always) mutating func chance(_ numerator: Int) -> Bool { Int(next() >> 56) < numerator }

  /// A generator whose sequence has nothing to do with this one's.
  mutating func split() -> RandomSource { RandomSource(seed: next()) }
}

/// Some of a shift's stops that routes remember, at most `capacity` of them.
struct StopSet: BitwiseCopyable, Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// How many stops can be told apart.
  static let capacity = 128

  /// No stop.
  init() {}

  /// The stop of a number below `capacity`.
  init(_ number: Int) {
    if number < 64 { low = 1 << UInt64(number) } else { high = 1 << UInt64(number - 64) }
  }

  @inline(__always) func isDisjoint(with other: StopSet) -> Bool { low & other.low | high & other.high == 0 }

  @inline(__always) func isSubset(of other: StopSet) -> Bool { low & ~other.low | high & ~other.high == 0 }

  @inline(__always) func union(_ other: StopSet) -> StopSet {
    var union = self
    union.low |= other.low
    union.high |= other.high
    return union
  }

  @inline(__always) func intersection(_ other: StopSet) -> StopSet {
    var common = self
    common.low &= other.low
    common.high &= other.high
    return common
  }
}

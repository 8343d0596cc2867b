/// Counts the distinct staff whom a client would still meet without the meetings of each of up to 64 causes.
///
/// A staff member is still met without a cause where any of their meetings does not belong to it, so one pass over the
/// meetings answers for all causes at once.
struct StaffWithout {
  /// For each staff member, the causes without which they would still be met.
  private var isMetWithout: [UInt64]
  private var isMet: [Bool]
  private var met: [Int] = []

  init(staffCount: Int) {
    isMetWithout = Array(repeating: 0, count: staffCount)
    isMet = Array(repeating: false, count: staffCount)
  }

  /// Adds a meeting with the causes it belongs to, and those it belongs to where it stays the member's only one.
  mutating func add(_ member: Int32, causes: UInt64, once: UInt64 = 0) {
    let place = Int(member)
    isMetWithout[place] |= ~(isMet[place] ? causes : causes | once)
    if !isMet[place] { met.append(place) }
    isMet[place] = true
  }

  /// How many distinct staff fewer there would be without each of the first so many causes.
  func lowerings(_ causes: Int) -> [Int] {
    (0..<causes).map { cause in met.count { isMetWithout[$0] & (1 << UInt64(cause)) == 0 } }
  }
}

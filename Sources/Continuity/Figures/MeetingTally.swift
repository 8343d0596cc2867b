/// Counts a client's meetings per staff member so that visits can be added at one end and removed at the other, each
/// at a cost that does not depend on how many are counted.
///
/// That makes rolling periods as cheap as consecutive ones: every meeting is added once and removed once.
public struct MeetingTally: Sendable {
  /// Meetings with each staff member.
  private var count: [Int32]
  /// How many staff members have been met so many times; slot 0 is not kept.
  private var staffWithCount: [Int32] = [0, 0]
  /// The figures but for those that are taken from `staffWithCount`.
  private var counted = ContinuityFigures()

  /// An empty tally for staff numbered from 0 up to, not including, `staffCount`.
  public init(staffCount: Int) { count = Array(repeating: 0, count: staffCount) }

  /// Adds a visit after those counted.
  ///
  /// - Parameters:
  ///   - places: Where in the array the visit's staff are.
  ///   - sharing: Whether the visit shares a staff member with the visit before it; `false` where that one is not
  ///     counted.
  mutating func append(_ staff: [Int32], _ places: Range<Int>, sharing: Bool) {
    counted.visits += 1
    if sharing { counted.sharedWithPrevious += 1 }
    for place in places { add(staff[place]) }
  }

  /// Removes the first of the visits counted.
  ///
  /// - Parameters:
  ///   - places: Where in the array the visit's staff are.
  ///   - sharing: Whether the visit after it is counted and shares a staff member with it.
  mutating func removeFirst(_ staff: [Int32], _ places: Range<Int>, sharing: Bool) {
    counted.visits -= 1
    if sharing { counted.sharedWithPrevious -= 1 }
    for place in places { remove(staff[place]) }
  }

  /// Empties the tally, given every staff member on it.
  mutating func removeAll(of staff: some Sequence<Int32>) {
    for member in staff { count[Int(member)] = 0 }
    for times in 0...counted.mostMet { staffWithCount[times] = 0 }
    counted = ContinuityFigures()
  }

  private mutating func add(_ member: Int32) {
    let before = Int(count[Int(member)])
    count[Int(member)] = Int32(truncatingIfNeeded: before + 1)
    counted.meetings += 1
    counted.sumOfSquares += 2 * before + 1
    if before == 0 { counted.distinct += 1 } else { staffWithCount[before] -= 1 }
    if before + 1 > counted.mostMet {
      counted.mostMet = before + 1
      if before + 1 == staffWithCount.count { staffWithCount.append(0) }
    }
    staffWithCount[before + 1] += 1
  }

  private mutating func remove(_ member: Int32) {
    let before = Int(count[Int(member)])
    assert(before > 0, "a staff member can only be removed after having been added")
    count[Int(member)] = Int32(truncatingIfNeeded: before - 1)
    counted.meetings -= 1
    counted.sumOfSquares -= 2 * before - 1
    staffWithCount[before] -= 1
    if before == 1 { counted.distinct -= 1 } else { staffWithCount[before - 1] += 1 }
    if before == counted.mostMet, staffWithCount[before] == 0 { counted.mostMet -= 1 }
  }

  /// The figures of the visits counted.
  public var figures: ContinuityFigures {
    var figures = counted
    figures.metOnce = Int(staffWithCount[1])
    var (left, times) = (5, counted.mostMet)
    while left > 0 && times > 0 {
      let taken = min(left, Int(staffWithCount[times]))
      figures.fiveMostMet += taken * times
      // The first three of the five.
      if left > 2 { figures.threeMostMet += min(taken, left - 2) * times }
      left -= taken
      times -= 1
    }
    return figures
  }
}

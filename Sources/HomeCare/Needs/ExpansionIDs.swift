/// Makes ids of what visits and shifts are, and numbers those that are alike in it by what their needs say.
struct ExpansionIDs: Sendable {
  private var taken: Set<String> = []

  /// The ids of the things of one day, in the order in which they are given.
  ///
  /// - Parameters:
  ///   - ranks: Their order by what they say, in which those alike are numbered.
  ///   - whose: Client or staff member, and the time.
  mutating func make(
    for things: [Int], in ranks: [Int], _ whose: (Int) -> (owner: String, time: LocalDateTime)
  ) -> [String] {
    var made: [Int: String] = [:]
    for thing in things.sorted(by: { ranks[$0] < ranks[$1] }) {
      let (owner, time) = whose(thing)
      let digits = time.description.filter(\.isNumber)
      made[thing] = free("\(owner)-\(digits.prefix(8))-\(digits.suffix(4))")
    }
    return things.map { made[$0] ?? "" }
  }

  /// The id of a visit whose day the planner chooses, such as `C001-2026w10-0900-1` or `C001-202603-0900-1`.
  mutating func make(
    of need: Needs.RecurringVisit, _ visit: FlexibleVisit, _ period: Recurrence.Times.Period
  ) -> String {
    let (year, month, _) =
      period == .week ? visit.period.advanced(by: 3).components : visit.period.components
    let when =
      period == .week ? "\(year)w\(padded(visit.period.isoWeek, to: 2))" : "\(year)\(padded(month, to: 2))"
    let clock = LocalDateTime(minuteNumber: need.window.lowerBound).clock.filter(\.isNumber)
    return free("\(need.client)-\(when)-\(clock)-\(visit.number)", with: "x")
  }

  private mutating func free(_ plain: String, with mark: String = "") -> String {
    var (id, number) = (plain, 2)
    while !taken.insert(id).inserted {
      id = "\(plain)-\(mark)\(number)"
      number += 1
    }
    return id
  }
}

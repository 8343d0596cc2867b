import Continuity
import HomeCare
import Testing

@Suite struct FigurePropertyTests {
  /// Visits with one staff member each, drawn from a few.
  private static func singles(_ random: inout SeededGenerator) -> [Int32] {
    let staff = random.int(in: 1...12)
    return (0..<random.int(in: 2...60)).map { _ in Int32(random.int(below: staff)) }
  }

  private static func sequence(_ visits: [[Int32]]) -> VisitSequence {
    VisitSequence(
      visits.enumerated().flatMap { index, staff in
        staff.map { (start: LocalDateTime(minuteNumber: index * 30), staff: $0) }
      })
  }

  @Test func identitiesHoldForRandomSequences() {
    var random = SeededGenerator(seed: 4)
    var tally = MeetingTally(staffCount: 12)
    for _ in 0..<2000 {
      let staff = Self.singles(&random)
      let found = Self.sequence(staff.map { [$0] }).figures(using: &tally)
      let count = staff.count
      // COC = (N · HHI − 1) / (N − 1)
      let fromHerfindahl = found.herfindahl.flatMap {
        Ratio(count * $0.numerator - $0.denominator, of: (count - 1) * $0.denominator)
      }
      #expect(found.continuityOfCare == fromHerfindahl)
      // K = the share of visits 2…N made by a staff member already met
      let again = staff.indices.dropFirst().count { staff[..<$0].contains(staff[$0]) }
      #expect(found.known == Ratio(again, of: count - 1))
      #expect(found.distinct == Set(staff).count)
      let times = Dictionary(grouping: staff, by: \.self).values.map(\.count).sorted(by: >)
      #expect(found.usualProvider == Ratio(times[0], of: count))
      #expect(found.threeMostMet == times.prefix(3).reduce(0, +))
      #expect(found.metOnce == times.count { $0 == 1 })
      #expect(found.sumOfSquares == times.map { $0 * $0 }.reduce(0, +))
    }
  }

  @Test func indicesDoNotDependOnWhoIsWho() {
    var random = SeededGenerator(seed: 5)
    var tally = MeetingTally(staffCount: 24)
    for _ in 0..<300 {
      let staff = Self.singles(&random)
      var others = Array(Int32(0)..<24)
      random.shuffle(&others)
      let renamed = staff.map { others[Int($0)] }
      #expect(
        Self.sequence(staff.map { [$0] }).figures(using: &tally)
          == Self.sequence(renamed.map { [$0] }).figures(using: &tally))
    }
  }

  @Test func aSlidingTallyEqualsCountingEachWindowAnew() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let visits = (0..<random.int(in: 1...40)).map { _ in
        Array(Set((0..<random.int(in: 1...3)).map { _ in Int32(random.int(below: 6)) })).sorted()
      }
      let whole = Self.sequence(visits)
      let width = random.int(in: 1...10)
      var sliding = MeetingTally(staffCount: 6)
      var fresh = MeetingTally(staffCount: 6)
      for end in visits.indices {
        let first = max(0, end + 1 - width)
        if end >= width {
          whole.removeFirst(
            first - 1, from: &sliding, sharing: width > 1 && whole.shareStaff(first - 1, first))
        }
        whole.append(end, to: &sliding, sharing: end > first && whole.shareStaff(end - 1, end))
        #expect(sliding.figures == Self.sequence(Array(visits[first...end])).figures(using: &fresh))
      }
    }
  }
}

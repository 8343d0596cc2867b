import Continuity
import HomeCare
import Testing

/// A sequence of visits, a letter for the one staff member of each.
func figures(_ letters: String) -> ContinuityFigures { figures(letters.map { String($0) }) }

/// A sequence of visits, each with the letters of its staff.
func figures(_ visits: [String]) -> ContinuityFigures {
  let meetings = visits.enumerated().flatMap { index, staff in
    staff.unicodeScalars.map { (start: LocalDateTime(minuteNumber: index * 60), staff: Int32($0.value)) }
  }
  var tally = MeetingTally(staffCount: 256)
  return VisitSequence(meetings).figures(using: &tally)
}

private let fourteen = "ABCDEFGHIJKLMN"

@Suite struct FigureVectorTests {
  struct Vector: Sendable {
    let sequence: String
    let distinct: Int
    let usualProvider, herfindahl, continuityOfCare, sequential, known, modifiedModified: Ratio?
  }

  static let vectors: [Vector] = [
    vector("A", 1, (1, 1), (1, 1), nil, nil, nil, (1, 1)),
    vector("AB", 2, (1, 2), (1, 2), (0, 1), (0, 1), (0, 1), (1, 11)),
    vector("AAAAAA", 1, (1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)),
    vector("ABCDEF", 6, (1, 6), (1, 6), (0, 1), (0, 1), (0, 1), (1, 51)),
    vector("AAABBC", 3, (1, 2), (7, 18), (4, 15), (3, 5), (3, 5), (31, 51)),
    vector("ABACAB", 3, (1, 2), (7, 18), (4, 15), (0, 1), (3, 5), (31, 51)),
    vector("ABABAB", 2, (1, 2), (1, 2), (2, 5), (0, 1), (4, 5), (41, 51)),
    vector("AAAABBBBCC", 3, (2, 5), (9, 25), (13, 45), (7, 9), (7, 9), (71, 91)),
    vector(
      fourteen.map { "\($0)\($0)" }.joined(), 14, (1, 14), (1, 14), (1, 27), (14, 27), (14, 27), (141, 271)),
    vector(fourteen + fourteen, 14, (1, 14), (1, 14), (1, 27), (0, 1), (14, 27), (141, 271)),
    vector(
      String(repeating: "A", count: 15) + fourteen.dropFirst(), 14, (15, 28), (17, 56), (5, 18), (14, 27), (14, 27),
      (141, 271)),
    vector(
      zip("ABCDEF", [12, 8, 6, 4, 2, 1]).map { String(repeating: $0, count: $1) }.joined(), 6, (4, 11), (265, 1089),
      (29, 132), (27, 32), (27, 32), (271, 321)),
  ]

  private static func vector(
    _ sequence: String, _ distinct: Int, _ ratios: (Int, Int)?...
  ) -> Vector {
    let exact = ratios.map { pair in pair.flatMap { Ratio($0.0, of: $0.1) } }
    return Vector(
      sequence: sequence, distinct: distinct, usualProvider: exact[0], herfindahl: exact[1],
      continuityOfCare: exact[2], sequential: exact[3], known: exact[4], modifiedModified: exact[5])
  }

  @Test("every published vector comes out as its exact fraction", arguments: vectors)
  func exactFractions(vector: Vector) {
    let found = figures(vector.sequence)
    #expect(found.meetings == vector.sequence.count)
    #expect(found.distinct == vector.distinct)
    #expect(found.usualProvider == vector.usualProvider)
    #expect(found.herfindahl == vector.herfindahl)
    #expect(found.continuityOfCare == vector.continuityOfCare)
    #expect(found.sequential == vector.sequential)
    #expect(found.known == vector.known)
    #expect(found.modifiedModified == vector.modifiedModified)
  }

  @Test func figuresOfNoMeetingsAreUndefined() {
    let none = figures("")
    #expect(none.meetings == 0 && none.distinct == 0)
    #expect(none.usualProvider == nil && none.herfindahl == nil && none.continuityOfCare == nil)
    #expect(none.sequential == nil && none.known == nil && none.modifiedModified == nil)
    #expect(none.threeMostMetShare == nil)
  }

  @Test func doubleStaffedVisitsAreComparedBySharedStaff() {
    let doubles = figures(["AB", "BC", "D", "DA", "EF"])
    #expect(doubles.visits == 5 && doubles.meetings == 9 && doubles.distinct == 6)
    #expect(doubles.sequential == Ratio(2, of: 4))
    #expect(doubles.usualProvider == Ratio(2, of: 9))
  }

  @Test func sharesOfTheThreeMostMetAndOfThoseMetOnceAreCounted() {
    #expect(figures("AAABBC").threeMostMetShare == Ratio(6, of: 6))
    #expect(figures("AAAABBBBCCD").threeMostMetShare == Ratio(10, of: 11))
    #expect(figures("ABCDE").threeMostMetShare == Ratio(3, of: 5))
    #expect(figures("AABCD").metOnce == 3)
  }
}

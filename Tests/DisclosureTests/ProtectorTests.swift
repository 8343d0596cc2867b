import IntegerProgram
import Testing

@testable import Disclosure

/// Draws that are the same on every machine.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

@Suite struct ProtectorTests {
  private static let levels = [14, 20]
  private static let limit = 5

  /// Periods of people in some areas and of some providers; many groups are small.
  private func censuses(_ draws: inout Draws, periods: Int, classifications: Int) -> ([Census], groups: [Int]) {
    let groups = (0..<classifications).map { _ in 1 + draws.next(below: 5) }
    let spread = 4 + draws.next(below: 24)
    let people = (0..<periods).map { _ in
      (0..<(3 + draws.next(below: 60))).map { _ in
        Census.Person(
          groups: groups.map { min(draws.next(below: $0), draws.next(below: $0)) }, value: 1 + draws.next(below: spread)
        )
      }
    }
    return (people.map(Census.init), groups)
  }

  @Test(arguments: 0..<30) func noSmallCountIsPublishedOrCanBeWorkedOut(seed: Int) throws {
    var draws = Draws(seed: UInt64(seed))
    let (censuses, groups) = censuses(&draws, periods: 1 + seed % 3, classifications: seed % 3)
    let publication = Protector(limit: Self.limit, levels: Self.levels).publish(censuses, groups: groups)
    #expect(publication.periods.count == censuses.count)
    for (census, period) in zip(censuses, publication.periods) {
      expectNoSmallCount(period)
      guard period.total.people != nil else {
        #expect(census.people.count < Self.limit)
        continue
      }
      let attack = Attack(census, Self.levels, period, publication.rows, limit: Self.limit)
      for question in attack.questions where (1..<Self.limit).contains(attack.answer(question)) {
        #expect(try attack.findsAnotherAnswer(question), "\(question) is \(attack.answer(question))")
      }
    }
  }

  private func expectNoSmallCount(_ period: PublishedPeriod) {
    for row in [period.total] + period.rows.flatMap(\.self) {
      guard let people = row.people else { continue }
      #expect(people >= Self.limit)
      for case .exact(let above) in row.above { #expect(above >= Self.limit && people - above >= Self.limit) }
    }
    for band in period.bands { #expect(band.people >= Self.limit) }
    #expect(period.bands.isEmpty || period.bands.reduce(0) { $0 + $1.people } == period.total.people)
  }

  /// People of one value in groups of the given sizes.
  private func census(_ sizes: [Int], values: [Int]) -> Census {
    Census(
      sizes.indices.flatMap { group in
        (0..<sizes[group]).map { Census.Person(groups: [group], value: values[$0 % values.count]) }
      })
  }

  @Test func largeGroupsKeepTheirRowsAndEverythingIsTold() throws {
    let census = census([40, 50], values: [8, 12, 17, 25])
    let publication = Protector(limit: 5, levels: [14, 20]).publish([census], groups: [2])
    #expect(publication.rows == [[[0], [1]]])
    let period = publication.periods[0]
    #expect(period.total.people == 90 && period.rows[0].map(\.people) == [40, 50])
    #expect(period.rows[0][0].above == [.exact(20), .exact(10)])
    #expect(period.rows[0][0].sum == 10 * (8 + 12 + 17 + 25) && period.rows[0][0].doubledMedian == 29)
  }

  @Test func aSmallGroupTakesTheNextSmallestWithIt() {
    let census = census([3, 30, 12], values: [8, 16])
    let publication = Protector(limit: 5, levels: [14]).publish([census], groups: [3])
    #expect(publication.rows == [[[1], [0, 2]]])
    #expect(publication.periods[0].rows[0].map(\.people) == [30, 15])
  }

  @Test func rowsAreTheSameInAllPeriods() {
    let periods = [census([30, 30, 3], values: [8, 16]), census([30, 30, 30], values: [8, 16])]
    let publication = Protector(limit: 5, levels: [14]).publish(periods, groups: [3])
    #expect(publication.rows[0]?.count == 2)
    #expect(publication.periods.allSatisfy { $0.rows[0].count == 2 })
  }

  @Test func oneSmallShareIsNotLeftAlone() {
    // Above 14: 2 of 30, 15 of 30 and 15 of 40; the total would tell the first from the others.
    let people = [(2, 30), (15, 30), (15, 40)].enumerated().flatMap { group, counts in
      (0..<counts.1).map { Census.Person(groups: [group], value: $0 < counts.0 ? 18 : 10) }
    }
    let period = Protector(limit: 5, levels: [14]).publish([Census(people)], groups: [3]).periods[0]
    #expect(period.total.above == [.exact(32)])
    #expect(period.rows[0].map(\.above) == [[.withheld], [.withheld], [.exact(15)]])
  }

  @Test func aClassificationThatWouldGiveAnotherAwayIsLeftOut() {
    // The second classification is the first with its small group apart: their difference is that group.
    let people = [(0, 0, 30), (1, 1, 30), (2, 1, 3)].flatMap { first, second, count in
      (0..<count).map { Census.Person(groups: [first, second], value: 5 + $0 % 20) }
    }
    let publication = Protector(limit: 5, levels: [14]).publish([Census(people)], groups: [3, 2])
    #expect(publication.rows[0] == [[0], [1, 2]] || publication.rows[1] == nil)
  }

  @Test func smallCountsOfAWholeArePutTogether() {
    let protector = Protector(limit: 5, levels: [])
    #expect(
      protector.parts([40, 3, 30, 0, 4]) == [[0], [2], [1, 4]]
        || protector.parts([40, 3, 30, 0, 4]) == [[0], [1, 2, 4]])
    #expect(protector.parts([2, 1]) == [])
    #expect(protector.parts([4, 4]) == [[0, 1]])
  }
}

/// An attack on what is published that shares nothing with the protection: whole numbers of people by cell and by exact
/// value, and every published figure an equation; for each count that is not told it looks for another that agrees.
private struct Attack {
  struct Question: CustomStringConvertible {
    let cells: [Int]
    let values: ClosedRange<Int>
    let description: String
  }

  private let census: Census
  private var model = Model()
  private var counts: [[Int]] = []
  private(set) var questions: [Question] = []
  private let most: Int

  init(_ census: Census, _ levels: [Int], _ period: PublishedPeriod, _ rows: [[[Int]]?], limit: Int) {
    self.census = census
    most = (census.people.map(\.value).max() ?? 0) + 4
    for _ in census.cells { counts.append((1...most).map { _ in model.addVariable(integer: true) }) }
    let everybody = Array(census.cells.indices)
    add(period.total, everybody, levels, limit)
    for band in period.bands { equate(everybody, band.from...(band.to ?? most), band.people) }
    for (place, groups) in rows.enumerated() {
      for (row, groups) in zip(period.rows[place], groups ?? []) {
        let cells = everybody.filter { groups.contains(census.cells[$0].groups[place]) }
        add(row, cells, levels, limit)
        guard groups.count > 1 else { continue }
        for group in groups {
          let cells = everybody.filter { census.cells[$0].groups[place] == group }
          questions.append(Question(cells: cells, values: 1...most, description: "group \(group)"))
        }
      }
    }
    if rows.count(where: { $0 != nil }) > 1 {
      questions += everybody.map { Question(cells: [$0], values: 1...most, description: "cell \($0)") }
    }
  }

  private mutating func equate(_ cells: [Int], _ values: ClosedRange<Int>, _ count: Int) {
    model.addRow(lower: Double(count), upper: Double(count), terms(cells, values))
  }

  private func terms(_ cells: [Int], _ values: ClosedRange<Int>) -> [Model.Term] {
    cells.flatMap { cell in values.map { Model.Term(counts[cell][$0 - 1], 1) } }
  }

  private mutating func add(_ row: PublishedRow, _ cells: [Int], _ levels: [Int], _ limit: Int) {
    guard let people = row.people else { return }
    equate(cells, 1...most, people)
    if let sum = row.sum {
      let terms = cells.flatMap { cell in (1...most).map { Model.Term(counts[cell][$0 - 1], Double($0)) } }
      model.addRow(lower: Double(sum), upper: Double(sum), terms)
    }
    if let median = row.doubledMedian {
      // At least half are not above the median, and at least half not below it.
      let (low, high) = (median / 2, (median + 1) / 2)
      if low >= 1 { model.addRow(upper: Double(people / 2), terms(cells, min(most, high + 1)...most)) }
      if low > 1 { model.addRow(upper: Double(people / 2), terms(cells, 1...(low - 1))) }
    }
    for (level, count) in zip(levels, row.above) {
      let above = (level + 1)...max(level + 1, most)
      if level >= most { continue }
      switch count {
      case .exact(let count): equate(cells, above, count)
      case .few: model.addRow(upper: Double(limit - 1), terms(cells, above))
      case .allButFew: model.addRow(upper: Double(limit - 1), terms(cells, 1...level))
      case .withheld: break
      }
      if case .exact = count { continue }
      questions.append(Question(cells: cells, values: above, description: "above \(level) of \(people)"))
      questions.append(Question(cells: cells, values: 1...level, description: "up to \(level) of \(people)"))
    }
  }

  func answer(_ question: Question) -> Int {
    question.cells.reduce(0) { $0 + census.cells[$1].values.count(where: question.values.contains) }
  }

  /// Whether people of other numbers agree with all that is published and give another answer.
  func findsAnotherAnswer(_ question: Question) throws -> Bool {
    let answer = Double(answer(question))
    return try [(-Double.infinity, answer - 1), (answer + 1, Double.infinity)].contains { least, most in
      var model = model
      model.addRow(lower: least, upper: most, terms(question.cells, question.values))
      return try model.solve(limits: SolveLimits(nodes: 5000)).values != nil
    }
  }
}

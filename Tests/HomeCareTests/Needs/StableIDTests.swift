import Testing

@testable import HomeCare

/// Ids that the order of rows has no part in.
@Suite struct StableIDTests {
  private static let horizon = Horizon(start: LocalDate(dayNumber: 20_514), days: 14)

  private func needs(_ random: inout SeededGenerator) -> Needs {
    var needs = Needs(travel: .matrix([[0]]))
    needs.locations = [Location(id: "k")]
    needs.clients = ["a", "b"].map { Client(id: $0, location: "k") }
    needs.staff = ["s", "t"].map { StaffMember(id: $0) }
    // A few starts only, so that many visits are alike in client and time.
    for number in 0..<14 {
      let recurrence = Recurrence(
        weekdays: Set((1...7).filter { _ in random.int(below: 2) == 0 }).union([1]),
        rhythm: random.int(below: 4) == 0 ? .evenWeeks : .weekly,
        times: random.int(below: 4) == 0 ? .init(1, a: .week) : nil)
      let start = [480, 480, 720][random.int(below: 3)]
      var visit = Needs.RecurringVisit(
        client: random.int(below: 2) == 0 ? "a" : "b", recurrence: recurrence, window: start...start + 30,
        minutes: 15 + 5 * random.int(below: 3))
      visit.tasks = "\(number)"
      if random.int(below: 4) == 0 { visit.tie = .init("w", minGap: random.int(below: 3) * 10) }
      needs.visits.append(visit)
    }
    for number in 0..<4 {
      needs.shifts.append(
        Needs.ShiftPattern(
          staff: number % 2 == 0 ? "s" : "t", recurrence: Recurrence(weekdays: [1 + number, 5]),
          time: 420..<(900 + number)))
    }
    return needs
  }

  @Test func rowsInAnotherOrderGiveTheSameIds() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let needs = needs(&random)
      var shuffled = needs
      random.shuffle(&shuffled.visits)
      random.shuffle(&shuffled.shifts)
      random.shuffle(&shuffled.clients)
      let first = Expansion(needs, over: Self.horizon, name: "u").draft
      let second = Expansion(shuffled, over: Self.horizon, name: "u").draft
      #expect(Set(first.visits) == Set(second.visits) && first.visits.count == second.visits.count)
      #expect(Set(first.series) == Set(second.series) && Set(first.shifts) == Set(second.shifts))
      #expect(Set(first.links) == Set(second.links) && Set(first.alternatives) == Set(second.alternatives))
    }
  }

  @Test func aNeedHasTheSameIdsInEveryHorizon() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<20 {
      let needs = needs(&random)
      let whole = Expansion(needs, over: Self.horizon, name: "u").draft
      let next = Expansion(
        needs, over: Horizon(start: Self.horizon.start.advanced(by: 7), days: 7), name: "u"
      ).draft
      let ids = Dictionary(whole.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      #expect(
        next.visits.allSatisfy { visit in ids[visit.id]?.tasks == visit.tasks && ids[visit.id]?.series == visit.series }
      )
    }
  }
}

import Testing

@testable import HomeCare

/// Visits so many times a week or a month, on days that the planner chooses.
@Suite struct FlexibleVisitTests {
  private static let monday = LocalDate(dayNumber: 20_514)

  private func visits(_ recurrence: Recurrence, _ start: LocalDate, _ days: Int) -> [FlexibleVisit] {
    recurrence.flexibleVisits(over: Horizon(start: start, days: days), Holidays())
  }

  @Test func twiceAWeekIsTwoVisitsThreeDaysApart() {
    let week = visits(Recurrence(times: .init(2, a: .week)), Self.monday, 7)
    #expect(week.map { $0.days.map(\.weekday) } == [[1, 2, 3, 4], [4, 5, 6, 7]])
    let weekdays = visits(Recurrence(weekdays: [1, 2, 3, 4, 5], times: .init(3, a: .week)), Self.monday, 7)
    #expect(weekdays.map { $0.days.map(\.weekday) } == [[1], [3], [5]])
    #expect(visits(Recurrence(times: .init(1, a: .week)), Self.monday, 7).map(\.days.count) == [7])
  }

  @Test func horizonsSideBySideHaveEveryVisitOnce() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let period: Recurrence.Times.Period = random.int(below: 3) == 0 ? .month : .week
      let weekdays = Set((1...7).filter { _ in random.int(below: 3) > 0 })
      guard !weekdays.isEmpty else { continue }
      let times = Recurrence.Times(
        1 + random.int(below: period == .week ? weekdays.count : 6), a: period,
        daysApart: random.int(below: 2) == 0 ? nil : 1 + random.int(below: 4))
      let start = Self.monday.advanced(by: random.int(below: 40))
      let recurrence = Recurrence(weekdays: weekdays, first: nil, last: nil, times: times)
      let (days, cut) = (20 + random.int(below: 30), 1 + random.int(below: 19))
      let whole = visits(recurrence, start, days)
      let parts = visits(recurrence, start, cut) + visits(recurrence, start.advanced(by: cut), days - cut)
      #expect(
        parts.map { [$0.period.dayNumber, $0.number] }.sorted { $0.lexicographicallyPrecedes($1) }
          == whole.map { [$0.period.dayNumber, $0.number] }.sorted { $0.lexicographicallyPrecedes($1) })
      // Of each period, all can take place, so many days apart, wherever the first of them does.
      for group in Dictionary(grouping: whole, by: \.period).values {
        let sorted = group.sorted { $0.number < $1.number }
        #expect(sorted.allSatisfy { !$0.days.isEmpty && $0.days.allSatisfy { weekdays.contains($0.weekday) } })
        for first in sorted.first?.days ?? [] {
          var last = first
          for visit in sorted.dropFirst() {
            let next = visit.days.first { $0 >= last.advanced(by: visit.daysApart) }
            #expect(next != nil)
            last = next ?? last
          }
        }
      }
    }
  }

  private func needs(_ recurrence: Recurrence, window: ClosedRange<Int> = 540...840) -> Needs {
    var needs = Needs(travel: .matrix([[0]]))
    needs.locations = [Location(id: "k")]
    needs.clients = [Client(id: "c", location: "k")]
    needs.staff = [StaffMember(id: "s")]
    needs.shifts = [Needs.ShiftPattern(staff: "s", recurrence: Recurrence(), time: 420..<960)]
    needs.visits = [Needs.RecurringVisit(client: "c", recurrence: recurrence, window: window, minutes: 45)]
    return needs
  }

  @Test func theyAreVisitsWithAlternativesAndLinks() throws {
    let expansion = Expansion(
      needs(Recurrence(times: .init(2, a: .week))), over: Horizon(start: Self.monday, days: 14), name: "u")
    let (instance, notes) = try expansion.outcome()
    #expect(
      instance.visits.map(\.id) == ["c-2026w10-0900-1", "c-2026w10-0900-2", "c-2026w11-0900-1", "c-2026w11-0900-2"])
    #expect(instance.tables.alternatives.count { $0.visit == "c-2026w10-0900-1" } == 3)
    #expect(Set(instance.visits.map(\.series)) == ["c-0900"])
    // Within weeks and from one to the next, three days at the least: 4320 minutes less the window's 300.
    #expect(instance.links.map(\.minGap) == [4020, 4020, 4020])
    #expect(notes.map(\.description).first?.contains("2 a week on days that the planner chooses, 4 visits") == true)
    func violations(_ days: [Int]) -> Set<Rule> {
      let assignments = zip(instance.visits, days).map { visit, day in
        Roster.Assignment(
          visit: visit.id, start: Self.monday.advanced(by: day).midnight.advanced(by: 600), staff: ["s"],
          shifts: [ShiftID("s-\(Self.monday.advanced(by: day).description.filter(\.isNumber))-0700")])
      }
      let roster = Roster(instance: "u", assignments: assignments, unassigned: [], score: Score())
      return Set(RosterChecker(instance).check(roster).violations.map(\.rule)).subtracting([.score])
    }
    #expect(violations([0, 3, 7, 10]) == [] && violations([3, 6, 9, 13]) == [])
    #expect(violations([3, 5, 9, 13]) == [.link] && violations([0, 6, 7, 10]) == [.link])
    #expect(violations([0, 1, 7, 10]).contains(.window))
  }

  @Test func whoIsPinnedStaysWhereTheDaysOfWorkComeLater() throws {
    var needs = needs(Recurrence(times: .init(1, a: .week)))
    needs.staff.append(StaffMember(id: "t"))
    needs.shifts.append(Needs.ShiftPattern(staff: "t", recurrence: Recurrence(weekdays: [4]), time: 420..<960))
    needs.visits[0].pinned = ["t"]
    let expansion = Expansion(needs, over: Horizon(start: Self.monday, days: 7), name: "u")
    #expect(expansion.draft.visits.map(\.pinned) == [["t"]])
  }

  @Test func aClientWhoIsAwayHasTheDaysThatAreLeft() throws {
    var needs = needs(Recurrence(times: .init(2, a: .week)))
    needs.away = [Changes.Away(client: "c", from: Self.monday.midnight, to: Self.monday.advanced(by: 2).midnight)]
    let instance = try Expansion(needs, over: Horizon(start: Self.monday, days: 7), name: "u").instance()
    #expect(instance.visits.count == 2 && instance.visits[0].earliest.date == Self.monday.advanced(by: 2))
    needs.away = [Changes.Away(client: "c", from: Self.monday.midnight)]
    let (none, notes) = try Expansion(needs, over: Horizon(start: Self.monday, days: 7), name: "u").outcome()
    #expect(
      none.visits.isEmpty && notes.contains(.away(visits: 2))
        && notes.contains(.openEnds(table: "times away", ids: ["c"])))
  }

  @Test func aPartOfAWeekGetsItsPartAndIsTold() {
    let start = Self.monday.advanced(by: 2)
    let expansion = Expansion(
      needs(Recurrence(times: .init(2, a: .week))), over: Horizon(start: start, days: 5), name: "u")
    #expect(expansion.draft.visits.map(\.id) == ["c-2026w10-0900-2"])
    #expect(expansion.notes.contains(.partOfPeriod("c-0900", period: Self.monday, visits: 1, of: 2)))
  }
}

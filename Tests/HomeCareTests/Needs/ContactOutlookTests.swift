import HomeCare
import Testing

/// What an expansion tells of fixed contacts.
@Suite struct ContactOutlookTests {
  private static let monday = LocalDate(dayNumber: 20_514)

  private func outlooks(_ change: (inout Needs) -> Void) throws -> [ContactOutlook] {
    var needs = Needs(travel: .matrix([[0]]))
    needs.locations = [Location(id: "k")]
    needs.clients = [Client(id: "c", location: "k", contact: "s")]
    needs.staff = [StaffMember(id: "s"), StaffMember(id: "t", skills: ["insulin"])]
    needs.shifts = ["s", "t"].map { Needs.ShiftPattern(staff: $0, recurrence: Recurrence(), time: 420..<960) }
    needs.visits = [
      Needs.RecurringVisit(client: "c", recurrence: Recurrence(), window: 480...510, minutes: 30)
    ]
    change(&needs)
    return try Expansion(needs, over: Horizon(start: Self.monday, days: 7), name: "u").outcome().notes.compactMap {
      if case .contact(let outlook) = $0 { outlook } else { nil }
    }
  }

  @Test func aContactWithinReachIsNotToldOf() throws {
    #expect(try outlooks { _ in } == [])
  }

  @Test func aContactWhoLeavesIsToldWithWhatIsLeft() throws {
    let thursday = Self.monday.advanced(by: 3)
    let found = try outlooks { $0.absences = [Changes.Absence(staff: "s", from: thursday.midnight)] }
    #expect(found.map(\.obstacle) == [.leaves(after: Self.monday.advanced(by: 2))])
    #expect(found.map(\.within) == [3] && found.map(\.visits) == [7])
    // One who comes back is not said to leave.
    let friday = thursday.advanced(by: 1)
    #expect(
      try outlooks { $0.absences = [Changes.Absence(staff: "s", from: thursday.midnight, to: friday.midnight)] } == [])
  }

  @Test func whatKeepsAContactFromTheClientIsTold() throws {
    #expect(try outlooks { $0.shifts.removeFirst() }.map(\.obstacle) == [.noShifts])
    #expect(try outlooks { $0.clients[0].blocked = ["s"] }.map(\.obstacle) == [.blocked])
    #expect(try outlooks { $0.visits[0].skills = ["insulin"] }.map(\.obstacle) == [.skills(["insulin"])])
    #expect(try outlooks { $0.shifts[0].time = 900..<1320 }.map(\.obstacle) == [.otherHours])
    let all = try outlooks { needs in needs.clients[0].contact = "t" }
    #expect(all == [])
  }
}

import HomeCare
import Testing

/// Needs expanded in either format.
@Suite struct ExpansionTests {
  private var needs: Needs {
    var needs = Needs(travel: .matrix([[0]]))
    needs.locations = [Location(id: "k")]
    needs.clients = [Client(id: "c", location: "k")]
    needs.staff = [StaffMember(id: "s")]
    needs.shifts = [Needs.ShiftPattern(staff: "s", recurrence: Recurrence(), time: 420..<960)]
    var morning = Needs.RecurringVisit(client: "c", recurrence: Recurrence(), window: 450...510, minutes: 30)
    morning.usual = 480
    let second = Needs.RecurringVisit(
      client: "c", recurrence: Recurrence(weekdays: [1, 4]), window: 450...510, minutes: 45)
    let sunday = Needs.RecurringVisit(
      client: "c", recurrence: Recurrence(weekdays: [7]), window: 600...660, minutes: 20)
    needs.visits = [morning, second, sunday]
    return needs
  }

  private let week = Horizon(start: Ward.monday, days: 5)

  @Test func eachNeedWithVisitsIsASeries() throws {
    let instance = try Expansion(needs, over: week, name: "week").instance()
    #expect(instance.format == .two && instance.weights == .standard(for: .two))
    #expect(
      instance.series == [Series(id: "c-0730", client: "c", usual: 480), Series(id: "c-0730-2", client: "c")])
    #expect(instance.visits.filter { $0.series == "c-0730" }.count == 5)
    #expect(instance.visits.filter { $0.series == "c-0730-2" }.map(\.minutes) == [45, 45])
  }

  @Test func format1HasTheSameVisitsWithoutSeries() throws {
    let instance = try Expansion(needs, over: week, name: "week", format: .one).instance()
    let second = try Expansion(needs, over: week, name: "week").instance()
    #expect(instance.format == .one && instance.series.isEmpty && instance.weights == Weights())
    #expect(instance.visits.map(\.id) == second.visits.map(\.id))
  }
}

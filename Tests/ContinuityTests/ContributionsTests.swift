import HomeCare
import Testing

@testable import Continuity

@Suite struct ContributionsTests {
  private static let first = LocalDate("2025-01-06")!
  private static let periods = (0..<2).map { first.advanced(by: 7 * $0)..<first.advanced(by: 7 * $0 + 7) }

  private static func meetings(_ random: inout SeededGenerator) -> [Meeting] {
    var meetings: [Meeting] = []
    for client in 0..<random.int(in: 1...8) {
      for _ in 0..<random.int(in: 0...60) {
        let start = first.advanced(by: random.int(below: 14)).midnight.advanced(by: 30 * random.int(below: 48))
        let trait = Trait(
          category: random.pick(["care", "care", "alarm"]),
          staffCategory: random.pick(["home-care", "home-care", "substitute", ""]))
        for _ in 0..<random.pick([1, 1, 1, 2]) {
          meetings.append(Meeting(client: "C\(client)", staff: "S\(random.int(below: 9))", start: start, trait: trait))
        }
      }
    }
    return meetings
  }

  private static func definition(_ random: inout SeededGenerator) -> Definition {
    var definition = Definition(name: "drawn", version: 1, purpose: "a test")
    definition.periodDays = 7
    definition.visitTolerance = 0
    if random.chance(1, in: 2) { definition.clock = TimeOfDay("07:00")!...TimeOfDay("20:30")! }
    definition.excludedCategories = random.chance(1, in: 2) ? ["alarm"] : []
    return definition
  }

  /// Whether a counted meeting of a period belongs to a cause, told from the meetings alone.
  private func belongs(_ meeting: Meeting, to cause: Cause, among meetings: [Meeting]) -> Bool {
    switch cause {
    case .staffCategory(let category): return meeting.trait.staffCategory == category
    case .metOnce:
      let starts = meetings.filter { $0.client == meeting.client && $0.staff == meeting.staff }.map(\.start)
      return Set(starts).count == 1
    case .weekdays: return meeting.start.date.weekday <= 5
    case .weekend: return meeting.start.date.weekday > 5
    case .slot(let slot): return DaySlot(of: meeting.start) == slot
    case .doubleVisits:
      return Set(meetings.filter { $0.client == meeting.client && $0.start == meeting.start }.map(\.staff)).count > 1
    }
  }

  @Test func contributionsEqualMeasuringTheLogWithoutTheMeetings() throws {
    var random = SeededGenerator(seed: 184)
    var seen: [Cause: Int] = [:]
    for _ in 0..<40 {
      let (meetings, definition) = (Self.meetings(&random), Self.definition(&random))
      let measurer = LogMeasurer(MeetingLog(meetings), definition)
      let measured = measurer.measure(Self.periods)
      for (period, found) in zip(measured, measurer.contributions(to: measured)) {
        let counted = meetings.filter { meeting in
          period.dates.contains(meeting.start.date) && !definition.excludedCategories.contains(meeting.trait.category)
            && (definition.clock.map {
              ($0.lowerBound.minute...$0.upperBound.minute).contains(meeting.start.minuteOfDay)
            }
              ?? true)
        }
        for (index, row) in found.rows.enumerated() {
          let kept = counted.filter { !belongs($0, to: row.cause, among: counted) }
          let log = LogMeasurer(MeetingLog(kept), definition)
          let without = log.measure([period.dates])[0]
          let left = Dictionary(
            uniqueKeysWithValues: without.clients.map { (log.log.clients[$0.client].id, $0.measure.figures.distinct) })
          var sum = 0
          for client in period.clients {
            let lowering = try #require(found.lowerings(ofClient: client.client))[index]
            let met = left[measurer.log.clients[client.client].id] ?? 0
            #expect(lowering == client.measure.figures.distinct - met, "\(row.cause)")
            sum += lowering
          }
          #expect(row.lowering?.numerator ?? 0 == sum && row.without.sum == period.summary.headline.sum - sum)
          seen[row.cause, default: 0] += sum
        }
      }
    }
    #expect(seen.count == 3 + 3 + DaySlot.allCases.count + 1 && seen.values.allSatisfy { $0 > 0 })
  }

  @Test func reasonsTellClientsApart() throws {
    func meeting(_ client: String, _ staff: String, _ day: Int, _ hour: Int, _ category: String = "home-care")
      -> Meeting
    {
      Meeting(
        client: client, staff: staff, start: Self.first.advanced(by: day).midnight.advanced(by: 60 * hour),
        trait: Trait(staffCategory: category))
    }
    var meetings: [Meeting] = []
    for day in 0..<7 {
      // A's weekends are of others; B's evenings are of substitutes, who come again.
      meetings.append(meeting("A", day < 5 ? "P1" : "P\(day)", day, 8))
      meetings.append(meeting("B", "P1", day, 8))
      meetings.append(meeting("B", "V\(day % 3)", day, 20, "substitute"))
    }
    let measurer = LogMeasurer(MeetingLog(meetings), Definition(name: "all", version: 1, purpose: "a test"))
    let contributions = measurer.contributions(to: measurer.measure([Self.periods[0]]))[0]
    let reasons = (0..<2).map { client in
      contributions.reasons(ofClient: client).map { "\($0.cause.key) \($0.lowering)" }
    }
    #expect(reasons[0] == ["metOnce 2", "weekend 2"])
    #expect(reasons[1].prefix(2) == ["staffCategory.substitute 3", "slot.evening 3"])
    #expect(!reasons[1].contains { $0.hasPrefix("weekdays") })
    #expect(contributions.reasons(ofClient: 7).isEmpty && contributions.lowerings(ofClient: 7) == nil)
  }

  @Test func moreThanSixtyFourCategoriesAreToldApart() throws {
    let meetings = (0..<70).map { number in
      Meeting(
        client: "A", staff: "P\(number)", start: Self.first.midnight.advanced(by: 20 * number),
        trait: Trait(staffCategory: "kind \(number)"))
    }
    var definition = Definition(name: "all", version: 1, purpose: "a test")
    definition.visitTolerance = 0
    let measurer = LogMeasurer(MeetingLog(meetings), definition)
    let rows = measurer.contributions(to: measurer.measure([Self.periods[0]]))[0].rows
    #expect(rows.count { $0.cause.isOfStaffCategory && $0.lowering == Ratio(1, of: 1) && $0.meetings == 1 } == 70)
    #expect(rows.first { $0.cause == .metOnce }?.lowering == Ratio(70, of: 1))
  }
}

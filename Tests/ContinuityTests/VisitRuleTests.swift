import HomeCare
import Testing

@testable import Continuity

/// What one visit is, case by case and against a plain second way of putting rows together.
@Suite struct VisitRuleTests {
  private static let day = LocalDate("2025-03-03")!

  /// A row of client C.
  private struct Row {
    var staff: String
    var start: Int
    var minutes = 0
    var planned: Int?

    init(_ staff: String, _ start: String, _ minutes: Int = 0, planned: String? = nil) {
      self.staff = staff
      self.start = TimeOfDay(start)!.minute
      self.minutes = minutes
      self.planned = planned.map { TimeOfDay($0)!.minute }
    }

    init(_ staff: String, minute: Int, _ minutes: Int, planned: Int?) {
      (self.staff, start, self.minutes, self.planned) = (staff, minute, minutes, planned)
    }

    var meeting: Meeting {
      Meeting(
        client: "C", staff: staff, start: day.midnight.advanced(by: start), minutes: minutes,
        plannedStart: planned.map { day.midnight.advanced(by: $0) })
    }
  }

  /// The visits of rows, each as its start and its staff.
  private static func visits(_ rows: [Row], tolerance: Int = 10) -> [String] {
    var definition = Definition.everyone
    definition.visitTolerance = tolerance
    let log = MeetingLog(rows.map(\.meeting))
    var visits = ClientVisits(MeasurePlan(log, definition, basis: .performed))
    visits.load(0)
    return (0..<visits.sequence.count).map { visit in
      let staff = visits.sequence.staff(ofVisit: visit).map { log.staff[Int($0)] }
      return "\(visits.sequence.starts[visit].clock) \(staff.joined())"
    }
  }

  @Test func rowsWithinTheToleranceOfTheFirstStartAreOneVisit() {
    #expect(Self.visits([Row("A", "07:30"), Row("B", "07:32")]) == ["07:30 AB"])
    #expect(Self.visits([Row("A", "07:30"), Row("B", "07:40")]) == ["07:30 AB"])
    #expect(Self.visits([Row("A", "07:30"), Row("B", "07:41")]) == ["07:30 A", "07:41 B"])
    // Measured from the first: rows a few minutes apart do not chain up to a day.
    let chain = (0..<60).map { Row("S\($0 % 7)", minute: 480 + 8 * $0, 0, planned: nil) }
    #expect(Self.visits(chain).count == 30)
  }

  @Test func withoutAToleranceOnlyRowsThatStartTogetherAreOneVisit() {
    let rows = [Row("A", "07:30", 30), Row("B", "07:30", 30), Row("C", "07:31", 30), Row("A", "08:00", 30)]
    #expect(Self.visits(rows, tolerance: 0) == ["07:30 AB", "07:31 C", "08:00 A"])
  }

  @Test func rowsThatOverlapThoseWhoCameFirstAreOneVisit() {
    #expect(Self.visits([Row("A", "07:30", 45), Row("B", "08:00", 15)]) == ["07:30 AB"])
    #expect(Self.visits([Row("A", "07:30", 45), Row("B", "08:15", 15)]) == ["07:30 A", "08:15 B"])
    // Who joins later does not make the visit longer.
    let relay = [Row("A", "07:00", 60), Row("B", "07:50", 60), Row("C", "08:40", 60), Row("D", "09:30", 60)]
    #expect(Self.visits(relay) == ["07:00 AB", "08:40 CD"])
  }

  @Test func tasksOfOnePersonBackToBackAreOneVisitAndOneMeeting() {
    let tasks = [Row("A", "08:00", 15), Row("A", "08:15", 20), Row("A", "08:35", 10), Row("B", "08:45", 15)]
    #expect(Self.visits(tasks) == ["08:00 A", "08:45 B"])
    #expect(Self.visits([Row("A", "08:00", 15), Row("A", "08:25", 15)]) == ["08:00 A"])
    #expect(Self.visits([Row("A", "08:00", 15), Row("A", "08:26", 15)]) == ["08:00 A", "08:26 A"])
  }

  @Test func aForgottenClockOutSwallowsNoDay() {
    let rows = [
      Row("A", "08:00", 1200), Row("B", "11:59", 20), Row("C", "12:00", 20), Row("B", "18:00", 20),
    ]
    #expect(Self.visits(rows) == ["08:00 AB", "12:00 C", "18:00 B"])
  }

  @Test func plannedStartsDecideWhichRowsBelongTogether() {
    // Clocked far apart, planned together; clocked together at the end of a round, planned apart.
    #expect(
      Self.visits([Row("A", "07:30", planned: "07:30"), Row("B", "07:55", planned: "07:30")]) == ["07:30 AB"])
    #expect(
      Self.visits([Row("A", "11:00", planned: "07:30"), Row("A", "11:00", planned: "09:30")])
        == ["11:00 A", "11:00 A"])
    // The sequence is that of the clock.
    #expect(
      Self.visits([Row("A", "09:00", planned: "08:00"), Row("B", "08:10", planned: "08:40")])
        == ["08:10 B", "09:00 A"])
  }

  @Test func rowsOfOneMeetingAreToldApartAsTasksAndAsRegisteredTwice() {
    let rows = [
      Row("A", "08:00", 15), Row("A", "08:02", 15), Row("A", "08:17", 10), Row("B", "08:00"), Row("B", "08:01"),
    ]
    var visits = ClientVisits(MeasurePlan(MeetingLog(rows.map(\.meeting)), .everyone, basis: .performed))
    visits.load(0)
    #expect(visits.sequence.count == 1 && visits.rowTallies == [.init(rows: 5, tasks: 1)])
  }

  /// The same rule over again, as plain as can be: rows are taken out of a list until none is left.
  private static func plainly(_ rows: [Row], tolerance: Int) -> [String] {
    func reckoned(_ row: Row) -> Int { row.planned ?? row.start }
    var left = rows
    var visits: [(start: Int, reckoned: Int, staff: [String])] = []
    while let first = left.map(reckoned).min() {
      let reach = tolerance == 0 ? first : min(first + tolerance, first + 239)
      let together = left.filter { reckoned($0) <= reach }
      var visit = together
      left.removeAll { reckoned($0) <= reach }
      let names = Set(together.map(\.staff))
      var end = together.map { reckoned($0) + $0.minutes }.max() ?? first
      while tolerance > 0, let next = left.map(reckoned).min(), next < first + 240 {
        let rows = left.filter { reckoned($0) == next }
        let stays = rows.contains { names.contains($0.staff) } && next <= end + tolerance
        guard next < end || stays else { break }
        end = rows.filter { names.contains($0.staff) }.reduce(end) { max($0, next + $1.minutes) }
        visit += rows
        left.removeAll { reckoned($0) == next }
      }
      visits.append((visit.map(\.start).min() ?? 0, first, Set(visit.map(\.staff)).sorted()))
    }
    return visits.sorted { ($0.start, $0.reckoned) < ($1.start, $1.reckoned) }.map {
      "\(day.midnight.advanced(by: $0.start).clock) \($0.staff.joined())"
    }
  }

  @Test func randomDaysAreTheSameVisitsForAPlainSecondWay() {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<1500 {
      let knowsPlans = random.chance(1, in: 3)
      let rows = (0..<random.int(in: 1...25)).map { _ in
        let start = random.int(in: 360...780)
        let planned = knowsPlans && random.chance(2, in: 3) ? start + random.int(in: -30...30) : nil
        return Row(
          "\(random.pick(["A", "B", "C", "D"]))", minute: start, random.pick([0, 5, 15, 40, 300]), planned: planned)
      }
      let tolerance = random.pick([0, 1, 10, 30])
      #expect(Self.visits(rows, tolerance: tolerance) == Self.plainly(rows, tolerance: tolerance))
    }
  }

  @Test func aDoubleVisitClockedApartIsOneOfTheTwoThatADayNeeds() throws {
    let first = Self.day
    let meetings = (0..<14).flatMap { day in
      [450, 452].enumerated().map { number, minute in
        Meeting(client: "C", staff: "S\(number)", start: first.advanced(by: day).midnight.advanced(by: minute))
      }
    }
    let fortnight = first..<first.advanced(by: 14)
    let kkik = try #require(LogMeasurer(MeetingLog(meetings), .kkik).measure([fortnight]).first)
    #expect(kkik.excluded.map(\.rule) == [.tooFewVisitsOnADay])
    let everyone = try #require(LogMeasurer(MeetingLog(meetings), .everyone).measure([fortnight]).first)
    let figures = try #require(everyone.clients.first?.measure.figures)
    #expect(figures.visits == 14 && figures.meetings == 28 && figures.sequential == Ratio(1, of: 1))
  }
}

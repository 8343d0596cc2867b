import Continuity
import HomeCare
import Testing

/// The figures that definitions of other countries need, held against plain recomputation.
@Suite struct CountryDefinitionTests {
  private static let first = LocalDate(dayNumber: 20_514)

  /// Visits of one member each, far enough apart to be visits of their own.
  private func meetings(_ random: inout SeededGenerator, days: Int) -> [Meeting] {
    var meetings: [Meeting] = []
    for client in 0..<5 {
      for day in 0..<days {
        for minute in [480, 720, 1140] where random.chance(2, in: 3) {
          let isOpen = client == 4 && random.chance(1, in: 9)
          let start = Self.first.advanced(by: day).midnight.advanced(by: minute)
          meetings.append(
            Meeting(
              client: "C\(client)", staff: "S\(random.int(below: 9))", start: start,
              minutes: isOpen ? 0 : 20 + 40 * client + random.int(below: 30)))
        }
      }
    }
    return meetings
  }

  @Test func sharesAndHoursAreThoseOfPlainCounting() throws {
    var random = SeededGenerator(seed: 3)
    for definition in [Definition.norway, .finland, .knownStaff, .unitedStates] {
      let length = definition.periodDays
      let all = meetings(&random, days: 2 * length)
      let dates = Self.first.advanced(by: length)..<Self.first.advanced(by: 2 * length)
      let period = try #require(LogMeasurer(MeetingLog(all), definition).measure([dates]).first)
      let log = MeetingLog(all)
      #expect(period.clients.count == 5)
      for client in period.clients {
        let own = all.filter { $0.client == log.clients[client.client].id }
        let inside = own.filter { dates.contains($0.start.date) }
        let before = Set(own.filter { $0.start.date < dates.lowerBound }.map(\.staff))
        let counts = Dictionary(grouping: inside, by: \.staff).values.map(\.count).sorted(by: >)
        let figures = client.measure.figures
        #expect(figures.distinct == counts.count)
        #expect(figures.fiveMostMetShare == Ratio(counts.prefix(5).reduce(0, +), of: inside.count))
        #expect(figures.threeMostMetShare == Ratio(counts.prefix(3).reduce(0, +), of: inside.count))
        #expect(client.measure.knownShare == Ratio(inside.count { before.contains($0.staff) }, of: inside.count))
        let minutes = inside.contains { $0.minutes == 0 } ? nil : inside.reduce(0) { $0 + $1.minutes }
        #expect(client.measure.serviceMinutes == minutes)
      }
      let known = period.clients.compactMap(\.measure.knownShare?.value)
      #expect(period.knownShare?.clients == 5 && abs((period.knownShare?.mean ?? 0) - known.reduce(0, +) / 5) < 1e-12)
    }
  }

  @Test func strataHoldEachClientOnceByHours() throws {
    func client(_ name: String, hours: Int, minutes: Int = 0) -> [Meeting] {
      (0..<28).map { day in
        Meeting(
          client: name, staff: day % 2 == 0 ? "S1" : "S\(name)",
          start: Self.first.advanced(by: day).midnight.advanced(by: 480), minutes: hours * 60 + (day == 0 ? minutes : 0)
        )
      }
    }
    let all =
      client("A", hours: 2) + client("B", hours: 3) + client("C", hours: 7) + client("D", hours: 7, minutes: 1)
      + client("E", hours: 0, minutes: 0)
    let dates = Self.first..<Self.first.advanced(by: 28)
    let period = try #require(LogMeasurer(MeetingLog(all), .unitedStates).measure([dates]).first)
    let strata = period.strata(Definition.unitedStates.hourStrata)
    #expect(strata.map(\.summary.headline.clients) == [1, 2, 1, 1])
    #expect(strata.map(\.isUnknown) == [false, false, false, true])
    // Half of 28 with one, half with another: (2 · 14² − 28) / (28 · 27).
    #expect(strata[0].summary.continuityOfCare.map { abs($0 - 364.0 / 756) < 1e-12 } == true)
    #expect(period.strata([]).isEmpty)
  }

  @Test func aShareByKnownStaffNeedsAPeriodBefore() throws {
    var random = SeededGenerator(seed: 4)
    let log = MeetingLog(meetings(&random, days: 28))
    let period = try #require(
      LogMeasurer(log, .knownStaff).measure([Self.first..<Self.first.advanced(by: 28)]).first)
    #expect(period.knownShare == nil && period.clients.allSatisfy { $0.measure.knownShare == nil })
  }
}

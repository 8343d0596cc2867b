import Continuity
import Foundation
import HomeCare
import Testing
import VisitLogs

/// Thirteen periods of three hundred clients against the plain calculation of reference_log.py: near-double rows, double
/// registrations, several staff columns and lists in cells, by two definitions that together leave clients out by every rule.
@Suite struct ReferenceLogTests {
  /// Working days at all hours, by rows that start together, of those known to be 65 and with thirty-four visits.
  private static let own: Definition = {
    var definition = Definition(name: "own", version: 1, purpose: "a test")
    definition.weekdays = Array(1...5)
    definition.excludedCategories = ["nursing"]
    definition.excludedStaffCategories = ["Vikarie"]
    definition.minimumVisits = 34
    definition.minimumAge = 65
    definition.countsUnknownAge = false
    definition.visitTolerance = 0
    return definition
  }()

  @Test func everyFigureOfEveryClientIsThatOfAPlainSecondCalculation() throws {
    let log = ReferenceLog()
    #expect(log.rows == ReferencePeriod.rows)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).csv"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(log.text.utf8).write(to: URL(fileURLWithPath: path))
    var options = LogReader.Options()
    options.away = log.away
    let reading = try LogReader.read([path], options)
    #expect(reading.quality.rows == log.rows && reading.quality.used == log.rows)
    #expect(reading.quality.unmatchedContacts.isEmpty)
    var rules: Set<String> = []
    for (definition, all) in [
      (Definition.kkik, ReferencePeriod.kkik), (Self.own, ReferencePeriod.own),
    ] {
      let measurer = LogMeasurer(reading.log, definition)
      let dates = (0..<ReferenceLog.periods).map { period in
        let first = ReferenceLog.first.advanced(by: period * 14)
        return first..<first.advanced(by: 14)
      }
      for (period, expected) in zip(measurer.measure(dates), all) {
        #expect(
          period.summary.headline.clients == expected.clients
            && period.summary.headline.sum == expected.sum)
        let excluded = Dictionary(
          uniqueKeysWithValues: period.excludedByRule.map { ($0.rule.rawValue, $0.count) })
        #expect(excluded == expected.excluded)
        rules.formUnion(excluded.keys)
        #expect(
          period.clients.reduce(UInt64(0)) { Self.hash($0, $1, reading.log) } == expected.hash)
        // What became of the rows adds up to all meetings that were read.
        let account = try #require(measurer.measure([period.dates], accountsLast: true)[0].account)
        #expect(
          account.total + reading.log.duplicates == reading.quality.used
            + reading.quality.extraMeetings)
        #expect(account[.counted] == period.summary.meetings)
      }
    }
    #expect(rules == Set(Exclusion.allCases.map(\.rawValue)))
  }

  private static func hash(_ hash: UInt64, _ client: PeriodMeasure.Client, _ log: MeetingLog)
    -> UInt64
  {
    let (measure, number) = (client.measure, Int(log.clients[client.client].id.dropFirst()) ?? -1)
    let figures = measure.figures
    let values =
      [
        number, figures.visits, figures.meetings, figures.distinct, figures.mostMet,
        figures.threeMostMet,
        figures.metOnce, figures.sumOfSquares, figures.sharedWithPrevious, measure.doubleVisits,
        figures.fiveMostMet,
        measure.serviceMinutes ?? -1, measure.contactVisits ?? -1, measure.daysSinceContact ?? -1,
        measure.previousDistinct ?? -1, measure.newFaces ?? -1, measure.knownVisits ?? -1,
        measure.metOnlyAtDoubles,
      ]
      + measure.spreads.flatMap {
        [DaySlot.allCases.firstIndex(of: $0.slot) ?? -1, $0.visits, $0.range]
      }
    return values.reduce(hash) { $0 &* 1_000_003 &+ UInt64(bitPattern: Int64($1)) }
  }
}

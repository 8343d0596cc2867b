import Continuity
import Foundation
import HomeCare
import Testing
import VisitLogs

/// Thirteen periods of three hundred clients against the plain calculation of reference_log.py.
@Suite struct ReferenceLogTests {
  @Test func everyFigureOfEveryClientIsThatOfAPlainSecondCalculation() throws {
    let log = ReferenceLog()
    #expect(log.rows == ReferencePeriod.rows)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(log.text.utf8).write(to: URL(fileURLWithPath: path))
    var options = LogReader.Options()
    options.away = log.away
    let reading = try LogReader.read([path], options)
    #expect(reading.quality.rows == log.rows && reading.quality.used == log.rows)
    let measurer = LogMeasurer(reading.log, .kkik)
    let dates = (0..<ReferenceLog.periods).map { period in
      let first = ReferenceLog.first.advanced(by: period * 14)
      return first..<first.advanced(by: 14)
    }
    for (period, expected) in zip(measurer.measure(dates), ReferencePeriod.all) {
      #expect(period.summary.headline.clients == expected.clients && period.summary.headline.sum == expected.sum)
      let excluded = Dictionary(uniqueKeysWithValues: period.excludedByRule.map { ($0.rule.rawValue, $0.count) })
      #expect(excluded == expected.excluded)
      #expect(period.clients.reduce(UInt64(0)) { Self.hash($0, $1, reading.log) } == expected.hash)
      // What became of the rows adds up to all meetings that were read.
      let account = try #require(measurer.measure([period.dates], accountsLast: true)[0].account)
      #expect(account.total + reading.log.duplicates == reading.quality.used + reading.quality.extraMeetings)
      #expect(account[.counted] == period.summary.meetings)
    }
  }

  private static func hash(_ hash: UInt64, _ client: PeriodMeasure.Client, _ log: MeetingLog) -> UInt64 {
    let (figures, number) = (client.measure.figures, Int(log.clients[client.client].id.dropFirst()) ?? -1)
    let values = [
      number, figures.visits, figures.meetings, figures.distinct, figures.mostMet, figures.threeMostMet,
      figures.metOnce,
      figures.sumOfSquares, figures.sharedWithPrevious, client.measure.doubleVisits,
    ]
    return values.reduce(hash) { $0 &* 1_000_003 &+ UInt64($1) }
  }
}

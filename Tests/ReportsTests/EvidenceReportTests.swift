import Continuity
import Foundation
import HomeCare
import Interchange
import Testing

@testable import Reports

@Suite struct EvidenceReportTests {
  private func asked(_ definition: Definition = .everyone) throws -> MeasureReport {
    let plain = try report(clients: (1...21).map { "K\($0)" }, staff: (1...20).map { "P\($0)" }, definition: definition)
    #expect(plain.contributions.isEmpty)
    return MeasureReport(
      plain.measurer, quality: plain.quality, periods: plain.periods.map(\.dates), groupings: [.area], tellsWhy: true)
  }

  @Test func theTextOpensWithAConclusionAndTellsWhyOnlyWhereAsked() throws {
    let why = try asked()
    let lines = why.text().split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix("Own calculation") })
    #expect(lines[place + 1] == why.conclusion(.english)[0])
    #expect(lines[place + 1].contains("10.0 different staff on average: 4.0 fewer than the target of at most 14."))
    #expect(why.conclusion(.english).joined().contains("than chance between clients explains (95 % interval 7."))
    #expect(why.text().contains("What causes add, 2025-03-17 to 2025-03-30"))
    #expect(why.text(.swedish).contains("personal som mötts en gång −"))
    let plain = try report(clients: (1...21).map { "K\($0)" }, staff: (1...20).map { "P\($0)" }, definition: .everyone)
    #expect(!plain.text().contains("What causes add") && plain.text().contains("95 % interval of the mean: "))
    let change = try #require(plain.text().components(separatedBy: "Change since the period before, 2025-03-03").last)
    let titles = change.split(separator: "\n")[1]
    #expect(titles.contains("the 21 counted in both") && titles.contains("0 who came") && titles.contains("0 who left"))
    #expect(change.contains(/mean +0\.00 +– +0\.00 +0\.00 +0\.00/))
  }

  @Test func ofFewClientsNothingIsConcluded() throws {
    let few = try report(clients: ["K1", "K2", "K3", "K4"], staff: (1...20).map { "P\($0)" }, definition: .everyone)
    let sentences = few.conclusion(.english).joined(separator: " ")
    #expect(
      sentences.contains("So few clients do not tell whether that differs") || few.shown.last?.total.interval == nil)
    #expect(!sentences.contains("than chance between clients explains") && !sentences.contains("No clear change"))
  }

  @Test func theJSONHasIntervalsSplitsAndCauses() throws {
    let report = try asked()
    let object = try parsed(report.json())
    let periods = try #require(object["periods"] as? [[String: Any]])
    let intervals = try #require(periods[1]["intervals"] as? [String: Any])
    #expect(intervals["level"] as? Double == 0.95 && intervals["resamples"] as? Int == 2_000)
    let mean = try #require(intervals["mean"] as? [Double])
    #expect(mean[0] < 10 && 10 < mean[1] && intervals["isReliable"] as? Bool == true)
    #expect((intervals["above14"] as? [Double])?.count == 2 && (intervals["median"] as? [Double])?.count == 2)
    let areas = try #require((periods[1]["groups"] as? [String: [[String: Any]]])?["area"])
    #expect(areas.allSatisfy { ($0["intervals"] as? [String: Any])?["mean"] is [Double] })
    let previous = try #require(periods[1]["previous"] as? [String: Any])
    let split = try #require(previous["split"] as? [String: [String: Any]])
    #expect(split["stayed"]?["clients"] as? Int == 21 && split["came"]?["clients"] as? Int == 0)
    #expect((previous["byGroup"] as? [String: [Any]])?["area"]?.count == 2)
    #expect((object["control"] as? [Any])?.isEmpty == true && periods[0]["intervals"] is [String: Any])
    let causes = try #require((object["causes"] as? [[String: Any]])?.last?["rows"] as? [[String: Any]])
    let once = try #require(causes.first { $0["cause"] as? String == "metOnce" })
    let clients = try #require(object["clients"] as? [[String: Any]]).filter { $0["to"] as? String == "2025-03-30" }
    let ofClients = clients.compactMap { ($0["lowering"] as? [String: Int])?["metOnce"] }.reduce(0, +)
    #expect(once["lowering"] as? Double == Double(ofClients) / 21 && ofClients > 0)
  }

  @Test func theCSVHasAColumnForEachCauseAndTheSameNumberOfCells() throws {
    let report = try asked(.kkik)
    let rows = String(decoding: report.csv(), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0].suffix(2) == ["lowering.slot.evening", "lowering.doubleVisits"])
    #expect(rows.allSatisfy { $0.count == rows[0].count })
  }

  @Test func theCSVOfFiguresHasThoseOfTheJSON() throws {
    let report = try asked()
    let rows = String(decoding: report.figuresCSV(), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows[0] == ["from", "to", "grouping", "group", "figure", "value", "lower", "upper", "signals"])
    #expect(rows.allSatisfy { $0.count == 9 })
    let last = try #require((try parsed(report.json())["periods"] as? [[String: Any]])?.last)
    let intervals = try #require((last["intervals"] as? [String: Any])?["mean"] as? [Double])
    let mean = try #require(rows.first { $0[0] == "2025-03-17" && $0[2].isEmpty && $0[4] == "mean" })
    let expected = [try #require(last["mean"] as? Double)] + intervals
    #expect(zip(mean[5...7].compactMap(Double.init), expected).allSatisfy { abs($0 - $1) < 1e-9 })
    let ofNorth = rows.filter { $0[2] == "area" && $0[3] == "north" }.map { $0[4] }
    #expect(ofNorth.count { $0 == "mean" } == 2 && ofNorth.contains("change.mean.within"))
    #expect(rows.contains { $0[4] == "change.mean.stayed" && Double($0[5]) == 0 })
    #expect(rows.count { $0[4] == "lowering.metOnce" } == 2)
    let distribution = rows.filter { $0[0] == "2025-03-17" && $0[4].hasPrefix("distribution.") }
    #expect(distribution.reduce(0) { $0 + (Double($1[5]) ?? 0) } == Double(report.periods[1].clients.count))
  }

  @Test func twoDefinitionsAreLaidBesideWithWhyTheirMeansDiffer() throws {
    var report = try report(clients: (1...21).map { "K\($0)" }, staff: (1...20).map { "P\($0)" })
    report.compared = ComparedDefinition(.everyone, beside: report)
    for (period, other, split) in report.comparedSplits {
      let means = [period, other].map { $0.summary.headline.mean?.value ?? 0 }
      let parts = [split.mean.stayed, split.mean.came, split.mean.left].compactMap { $0?.value }
      #expect(parts.count == 3 && abs(parts.reduce(0, +) - (means[0] - means[1])) < 1e-9)
      #expect(split.both == 14 && MeasureReport.clients(split.secondAlone) == 0)
      #expect(MeasureReport.clients(split.firstAlone) == 7)
    }
    #expect(report.comparedSplits.count == 2)
    let text = report.text()
    #expect(text.contains("Why the means by kkik 2 and by everyone 2 differ"))
    #expect(text.contains("kkik 2 leaves out, by rule, whom the other counts: younger than"))
    #expect(report.html(.swedish).contains("Varför medelvärdena enligt kkik 2 och everyone 2 skiljer sig"))
    let compared = try #require(try parsed(report.json())["compared"] as? [String: Any])
    let split = try #require((compared["periods"] as? [[String: Any]])?.last?["split"] as? [String: Any])
    #expect(split["both"] as? Int == 14 && (split["otherAlone"] as? [String: Any])?["clients"] as? Int == 7)
    let figures = String(decoding: report.figuresCSV(), as: UTF8.self)
    #expect(figures.contains("definition,everyone 2,difference.mean.both,"))
  }

  @Test func rollingPeriodsHaveIntervalsWhereTheyLieAWholePeriodApartAndSaySo() throws {
    let report = try report(
      clients: (1...21).map { "K\($0)" }, staff: (1...20).map { "P\($0)" }, definition: .everyone, rolling: true)
    let periods = try #require(try parsed(report.json())["periods"] as? [[String: Any]])
    let known = periods.filter { $0["intervals"] is [String: Any] }.compactMap { $0["to"] as? String }
    #expect(periods.count == 15 && known == ["2025-03-16", "2025-03-30"])
    for language in Language.allCases {
      #expect(report.text(language).contains(language(.intervalsApart)))
      #expect(report.html(language).contains(language(.intervalsApart)))
    }
  }

  @Test func aChartOfManyPeriodsTellsItsSignals() throws {
    var meetings: [Meeting] = []
    let first = LocalDate("2025-01-06")!
    for period in 0..<13 {
      for client in 0..<12 {
        for visit in 0..<14 {
          // Two staff a client, three or four in turn, and many more in the last fortnight.
          let circle = period == 12 ? 12 : 2 + (client + period) % 3
          meetings.append(
            Meeting(
              client: "C\(client)", staff: "S\(visit % circle)",
              start: first.advanced(by: 14 * period + visit).midnight.advanced(by: 480)))
        }
      }
    }
    let measurer = LogMeasurer(MeetingLog(meetings), .everyone)
    let report = MeasureReport(
      measurer, quality: nil, periods: measurer.consecutivePeriods(first...first.advanced(by: 181)), tellsWhy: true)
    #expect(report.conclusion(.english).last?.hasPrefix("The latest period is unlike the usual") == true)
    #expect(report.text().contains("2025-06-23 to 2025-07-06: mean, high, beyond the limits"))
    #expect(report.text(.swedish).contains("högt, utanför gränserna"))
    let control = try #require(try parsed(report.json())["control"] as? [[String: Any]])
    #expect(control.map { $0["figure"] as? String } == ["mean", "aboveTarget"])
    let values = try #require(control[0]["values"] as? [[String: Any]])
    #expect(values.count == 13 && (values[12]["signals"] as? [String])?.first == "beyond-limits")
  }
}

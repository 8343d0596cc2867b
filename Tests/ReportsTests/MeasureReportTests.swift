import Continuity
import Foundation
import HomeCare
import Interchange
import Testing

@testable import Reports

/// A log of four weeks: clients with the given ids, visited by staff with the given ids twice a day.
func report(
  clients: [String], staff: [String], definition: Definition = .kkik, rolling: Bool = false, extra: String = ""
) throws -> MeasureReport {
  var csv = CSVWriter()
  for title in ["client", "staff", "start", "category", "area", "status", "birthYear", "contact"] { csv.append(title) }
  csv.endRecord()
  let first = LocalDate("2025-03-03")!
  for (number, client) in clients.enumerated() {
    for visit in 0..<56 {
      let start = first.advanced(by: visit / 2).midnight.advanced(by: visit % 2 == 0 ? 480 : 1080)
      csv.append(client)
      // Clients further down the list meet more of the staff.
      csv.append(staff[visit % (1 + number % staff.count)])
      csv.append(start.description)
      csv.append(visit % 9 == 8 && number % 5 == 4 ? "alarm" : "care")
      csv.append(number % 2 == 0 ? "north" : "south")
      csv.append("performed")
      csv.append(number % 7 == 6 ? 1980 : 1940)
      csv.append(staff[0])
      csv.endRecord()
    }
  }
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try Data(csv.bytes + Array(extra.utf8)).write(to: URL(fileURLWithPath: path))
  var options = LogReader.Options()
  options.hashes = true
  let reading = try LogReader.read([path], options)
  let measurer = LogMeasurer(reading.log, definition)
  let dates = first...first.advanced(by: 27)
  return MeasureReport(
    measurer, quality: reading.quality, periods: rolling ? [] : measurer.consecutivePeriods(dates),
    rolling: rolling ? dates : nil, groupings: [.area])
}

private let people = (1...20).map { "P\($0)" }

func parsed(_ json: [UInt8]) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
}

@Suite struct MeasureReportTests {
  @Test func theJSONHoldsDefinitionInputPeriodsAndClients() throws {
    let report = try report(clients: (1...21).map { "K\($0)" }, staff: people, extra: ",,,\n")
    let object = try parsed(report.json())
    let definition = try #require(object["definition"] as? [String: Any])
    #expect(definition["name"] as? String == "kkik" && definition["version"] as? Int == 2)
    #expect((definition["settings"] as? [String: Any])?["minimumVisitsPerDay"] as? Int == 2)
    let input = try #require(object["input"] as? [String: Any])
    #expect(input["rows"] as? Int == 21 * 56 + 1 && input["used"] as? Int == 21 * 56)
    #expect(input["bad"] as? [String: Int] == ["bad-start": 1])
    #expect((input["sha256"] as? String)?.count == 64)
    let periods = try #require(object["periods"] as? [[String: Any]])
    #expect(periods.map { $0["from"] as? String } == ["2025-03-03", "2025-03-17"])
    for (json, period) in zip(periods, report.periods) {
      let headline = period.summary.headline
      #expect(json["clients"] as? Int == headline.clients && headline.clients == 14)
      #expect(json["mean"] as? Double == headline.mean?.value)
      #expect(json["median"] as? Double == headline.median?.value)
      let above = try #require(json["above14"] as? [String: Any])
      #expect(above["count"] as? Int == headline.share(above: 14)?.numerator)
      #expect(above["share"] as? Double == headline.share(above: 14)?.value)
      #expect(json["excluded"] as? [String: Int] == ["under-age": 3, "too-few-visits-on-a-day": 4])
      let areas = try #require((json["groups"] as? [String: [[String: Any]]])?["area"])
      #expect(areas.map { $0["name"] as? String } == ["north", "south"])
    }
    let target = try #require(periods[1]["target"] as? [String: Any])
    #expect(target["value"] as? Int == 14)
    #expect(target["meanDifference"] as? Double == report.periods[1].summary.headline.mean.map { $0.value - 14 })
    #expect(periods[0]["previous"] is NSNull)
    let previous = try #require(periods[1]["previous"] as? [String: Any])
    #expect(previous["from"] as? String == "2025-03-03" && previous["meanDifference"] as? Double == 0)
    let bars = try #require(periods[1]["distribution"] as? [[String: Int]])
    #expect(bars.reduce(0) { $0 + $1["clients", default: 0] } == 14)
    let clients = try #require(object["clients"] as? [[String: Any]])
    #expect(clients.count == 42)
    #expect(clients[0]["distinct"] as? Int == 19 && clients[0]["contactShare"] as? Double == 2.0 / 28)
    #expect(clients.filter { $0["excluded"] is String }.count == 14)
  }

  @Test func rollingPeriodsListTheClientsStaffAndGroupsOfTheLastDay() throws {
    let whole = try report(clients: (1...21).map { "K\($0)" }, staff: people)
    let rolling = try report(clients: (1...21).map { "K\($0)" }, staff: people, rolling: true)
    let (one, two) = (try parsed(whole.json()), try parsed(rolling.json()))
    let days = try #require(two["periods"] as? [NSDictionary])
    let last = try #require((one["periods"] as? [NSDictionary])?.last)
    #expect(days.count == 15 && days[14]["groups"] as? NSDictionary == last["groups"] as? NSDictionary)
    #expect((days[14]["previous"] as? [String: Any])?["to"] as? String == "2025-03-16")
    #expect(days[13]["previous"] is NSNull)
    for key in ["clients", "staff"] {
      let (all, latest) = (try #require(one[key] as? [NSDictionary]), try #require(two[key] as? [NSDictionary]))
      #expect(latest == all.filter { $0["to"] as? String == "2025-03-30" } && !latest.isEmpty)
    }
    for title in ["Kunder över målet", "Undantagna kunder", "Grupper"] {
      #expect(rolling.html(.swedish).contains("<h2>\(title)</h2>"))
    }
    #expect(rolling.text().contains("Clients left out: 7 of 21"))
  }

  @Test func rollingPeriodsHaveOneEachDayAndTheCSVOneRowAClientAndDay() throws {
    let report = try report(clients: ["K1", "K2"], staff: people, definition: .everyone, rolling: true)
    let periods = try #require(try parsed(report.json())["periods"] as? [[String: Any]])
    #expect(periods.count == 15)
    #expect(periods[0]["from"] as? String == "2025-03-03" && periods[14]["to"] as? String == "2025-03-30")
    let lines = String(decoding: report.csv(), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1 + 2 * 15)
    #expect(lines[0] == "client,from,to,excluded,visits,meetings,distinct")
    #expect(lines[1] == "K1,2025-03-03,2025-03-16,,28,28,1")
    #expect(lines[30] == "K2,2025-03-17,2025-03-30,,28,28,2")
  }

  @Test func theCSVHasAsManyCellsInEveryRow() throws {
    let report = try report(clients: (1...7).map { "K\($0)" }, staff: people)
    let lines = String(decoding: report.csv(), as: UTF8.self).split(separator: "\n")
    let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
    #expect(lines.count == 15)
    for line in lines { #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns) }
  }

  @Test func pseudonymsAreStableAndNoIdIsLeftInAnyOutput() throws {
    let clients = (1...7).map { "client-secret-\($0)" }
    let staff = (1...20).map { "staff-secret-\($0)" }
    var report = try report(clients: clients, staff: staff, extra: "client-secret-1,staff-secret-1,soon,,,,,\n")
    report.pseudonyms = Pseudonyms(key: Array("a key that the user keeps".utf8))
    let outputs = [
      String(decoding: report.json(), as: UTF8.self), String(decoding: report.csv(), as: UTF8.self),
      report.text(), report.html(.swedish), report.html(.english),
      String(decoding: try #require(report.quality).badRowsCSV(showsContent: false), as: UTF8.self),
    ]
    let tables = report.files(.english).map { String(decoding: $0.bytes, as: UTF8.self) }
    for output in outputs + tables { #expect(!output.contains("secret")) }
    let pseudonym = Pseudonyms(key: Array("a key that the user keeps".utf8)).client("client-secret-1")
    #expect(outputs[0].contains(pseudonym) && outputs[1].contains(pseudonym))
    #expect(Pseudonyms(key: Array("another key of the user".utf8)).client("client-secret-1") != pseudonym)
    #expect(Set((0..<5000).map { report.pseudonyms!.client("K\($0)") }).count == 5000)
    #expect(report.pseudonyms?.client("X").dropFirst(2) != report.pseudonyms?.staff("X").dropFirst(2))
  }

  @Test func theOrderOfRowsBetraysNoPseudonym() throws {
    for rolling in [false, true] {
      var report = try report(
        clients: (10...40).map { "K\($0)" }, staff: ["P1"], definition: .everyone, rolling: rolling)
      report.pseudonyms = Pseudonyms(key: Array("a key that the user keeps".utf8))
      var shown: [String] = []
      for line in String(decoding: report.csv(), as: UTF8.self).split(separator: "\n").dropFirst() {
        let name = String(line.prefix { $0 != "," })
        if name != shown.last { shown.append(name) }
      }
      // All meet one staff member, so nothing but the name decides.
      #expect(
        shown == (shown.count == 31 ? shown.sorted() : Array(repeating: Set(shown).sorted(), count: 2).flatMap(\.self)))
      #expect(Set(shown).count == 31)
    }
  }

  @Test func aPlaceOfFewClientsIsNotNamedBesidePseudonyms() throws {
    var small = try report(clients: (1...8).map { "K\($0)" }, staff: people, definition: .everyone)
    #expect(small.text().contains("north"))
    small.pseudonyms = Pseudonyms(key: Array("a key that the user keeps".utf8))
    for output in [small.text(), small.html(.english), String(decoding: small.json(), as: UTF8.self)] {
      #expect(!output.contains("north") && output.contains("G-"))
    }
    var large = try report(clients: (1...10).map { "K\($0)" }, staff: people, definition: .everyone)
    large.pseudonyms = small.pseudonyms
    #expect(large.text().contains("north") && !large.text().contains("G-"))
  }

  @Test func aDefinitionWritesAFileThatReadsBackAsItself() throws {
    for definition in Definition.standard { #expect(try Definition(json: definition.json()) == definition) }
  }

  @Test func aReportOfOneOfEachSaysSoInTheFormForOne() throws {
    let many = try Regex(
      "(^|[^0-9.,:–-])1 (clients|rows|days|periods|visits|meetings|minutes|kunder|rader|dagar|perioder|möten|minuter)\\b"
    )
    let report = try report(clients: ["K1"], staff: ["P1"], definition: .everyone, extra: "K1,P1,soon,,,,,\n")
    for language in Language.allCases {
      let page = report.html(language).split(separator: "</style>").last ?? ""
      for text in [report.text(language), String(page).replacing(/<[^>]*>/, with: "")] {
        #expect(text.firstMatch(of: many).map { String(text[$0.range]) } == nil)
      }
    }
  }

  @Test func theTablesHoldAllThatTheReportTells() throws {
    let usa = try #require(Definition.standard.first { $0.name == "usa" })
    let report = try report(clients: (1...21).map { "K\($0)" }, staff: people, definition: usa, extra: ",,,\n")
    let tables = Dictionary(
      uniqueKeysWithValues: report.files(.english).map { table in
        (
          table.name,
          String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          }
        )
      })
    #expect(Set(tables.keys) == ["clients.csv", "periods.csv", "staff.csv", "figures.csv", "read-as.csv"])
    let readAs = try #require(tables["read-as.csv"])
    #expect(readAs[0] == ["kind", "of", "name", "meaning", "why", "count"])
    for kind in ["definition", "setting", "basis", "column", "word", "rows", "sha256"] {
      #expect(readAs.contains { $0[0] == kind }, "\(kind)")
    }
    #expect(readAs.contains { $0[0] == "word" && $0[2] == "care" && $0[3] == "care" && $0[4] == "counted" })
    #expect(readAs.contains { $0[0] == "rows" && $0[2] == "bad-bad-start" && $0[5] == "1" })
    // The visits do not say when they ended, so all clients are in the stratum of unknown hours.
    let period = try #require(tables["periods.csv"])
    let strata = period.filter { $0[2] == "hoursOfService" }
    #expect(strata.count == 1 && strata[0][3] == "not known" && strata[0][4] == "21")
    #expect(try #require(tables["figures.csv"]).contains { $0[2] == "hoursOfService" && $0[4] == "coc" })
    #expect(try #require(tables["staff.csv"]).count == 1 + (report.listed.last?.staff.count ?? 0))
    #expect(period.allSatisfy { $0.count == period[0].count })
    let count = try #require(period[0].firstIndex(of: "above14.count"))
    #expect(period[1][count] == report.periods[0].summary.headline.share(above: 14).map { "\($0.numerator)" })
    // The log has no meal delivery to leave out, which is warned of.
    let kkik = try ReportsTests.report(clients: ["K1"], staff: people).files(.english).first {
      $0.name == "read-as.csv"
    }
    #expect(String(decoding: try #require(kkik).bytes, as: UTF8.self).contains("\nwarning,,exclusion-matched-nothing,"))
  }

  @Test func daysWithoutAVisitAreWarnedOfInALogWithManyADay() throws {
    let first = LocalDate("2025-03-03")!
    func measured(_ clients: Int) -> LogMeasurer {
      LogMeasurer(
        MeetingLog(
          (0..<28).filter { !(5..<8).contains($0) && $0 != 20 }.flatMap { day in
            (0..<clients).map { client in
              Meeting(
                client: "K\(client)", staff: "P", start: first.advanced(by: day).midnight.advanced(by: 480 + client))
            }
          }), .everyone)
    }
    let large = measured(12)
    let periods = large.consecutivePeriods(first...first.advanced(by: 27))
    let gaps = large.emptyDays(in: periods).all.map { "\($0.lowerBound) \($0.upperBound)" }
    #expect(gaps == ["2025-03-08 2025-03-10", "2025-03-23 2025-03-23"])
    #expect(large.emptyDays(in: [periods[1]]).all.count == 1)
    #expect(measured(3).emptyDays(in: periods).all.isEmpty)
    let warning = ReadingWarning.daysWithoutVisits(large.emptyDays(in: periods).all)
    #expect(
      warning.text(.english, showsIDs: false)
        .contains("no visit at all on 4 days of the measured periods (2025-03-08 – 2025-03-10, 2025-03-23)"))
    #expect(warning.isForBoards)
  }

  @Test func theTextNamesDefinitionFiguresAndDataQuality() throws {
    let text = try report(clients: (1...21).map { "K\($0)" }, staff: people, extra: ",,,\n").text(limit: 1)
    #expect(text.hasPrefix("Definition kkik, version 2: "))
    for part in [
      "Own calculation.", "2025-03-03  2025-03-16", "north", "… and 13 more",
      "(139 staff met by 14 clients; rounded 10)",
      "under-age 3: K14 … and 2 more", "bad rows, bad-start: 1", "sha256 ",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }
}

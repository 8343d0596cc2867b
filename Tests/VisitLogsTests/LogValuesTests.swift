import Continuity
import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Logs in which ids and dates are written as people and spreadsheets write them.
@Suite struct LogValuesTests {
  private func read(_ text: String, _ options: LogReader.Options = .init()) throws -> LogReading {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    return try LogReader.read([path], options)
  }

  private func dates(_ reading: LogReading) -> String? {
    reading.log.dates(of: .performed).map { "\($0.lowerBound) \($0.upperBound)" }
  }

  private func order(_ reading: LogReading, _ column: LogColumn) -> ExportMapping.DateOrder? {
    reading.quality.files[0].columns.first { $0.column == column }?.dateOrder
  }

  @Test func datesThatBeginWithATwoDigitYearAreReadSo() throws {
    let one = try read("Kund;Personal;Datum;Start\nK1;P1;26-03-02;07:30\n")
    #expect(dates(one) == "2026-03-02 2026-03-02" && order(one, .date) == .yearFirst)
    let rows = (2...15).map { "K1;P1;26-03-\($0 < 10 ? "0" : "")\($0) 07:30" }.joined(separator: "\n")
    let many = try read("Kund;Personal;Start\n\(rows)\n")
    #expect(dates(many) == "2026-03-02 2026-03-15" && order(many, .start) == .yearFirst)
  }

  @Test func theOrderOfDayAndMonthMayShowOnlyFarDownInTheFile() throws {
    let early = Array(repeating: "K1;P1;03/04/2026;07:30", count: 6000)
    for (late, expected) in [("13/04/2026", "2026-04-03 2026-04-13"), ("04/13/2026", "2026-03-04 2026-04-13")] {
      let text = "Kund;Personal;Datum;Start\n" + (early + ["K2;P2;\(late);08:30"]).joined(separator: "\n") + "\n"
      #expect(text.utf8.count > 100_000)
      for threads in [1, 3] {
        var options = LogReader.Options()
        options.threads = threads
        let reading = try read(text, options)
        #expect(dates(reading) == expected && reading.quality.used == 6001)
      }
    }
  }

  @Test func datesThatStayAmbiguousAreRefusedUnlessTheMappingNamesTheirOrder() throws {
    let text = "Kund;Personal;Datum;Start\nK1;P1;03/04/2026;07:30\nK1;P1;05/04/2026;07:30\n"
    let error = try #require(throws: InputError.self) { try read(text) }
    #expect(error.problems.count == 1)
    #expect(error.description.contains("\"Datum\"") && error.description.contains("\"dateOrder\": \"mdy\""))
    var options = LogReader.Options()
    options.mapping = .genericSwedish
    options.mapping?.dateOrder = .monthFirst
    #expect(try dates(read(text, options)) == "2026-03-04 2026-05-04")
    let mixed = "Kund;Personal;Datum;Start\nK1;P1;13/04/2026;07:30\nK1;P1;04/13/2026;07:30\n"
    #expect(throws: InputError.self) { try read(mixed) }
  }

  @Test func onePersonalNumberIsOneClientHoweverItIsWritten() throws {
    let numbers = ["19400301-1234", "194003011234", "400301-1234", "400301+1234", "194003011234"]
    let rows = numbers.map { "\($0);P1;2026-03-02 07:30" }.joined(separator: "\n")
    let reading = try read("Personnr;Personal;Start\n".replacing("Personnr", with: "Kundnr") + rows + "\n")
    #expect(reading.log.clients.map(\.id) == ["194003011234"])
    #expect(
      reading.quality.merged.map(\.spellings) == [["194003011234", "19400301-1234", "400301-1234", "400301+1234"]])
    // A hundred years apart are two people; the plus tells the older.
    let two = try read(
      "Kundnr;Personal;Start\n19260301-1234;P1;2026-03-02 07:30\n20260301-1234;P1;2026-03-02 08:30\n"
        + "260301+1234;P1;2026-03-02 09:30\n")
    #expect(two.log.clients.map(\.id) == ["19260301-1234", "20260301-1234"])
  }

  @Test func idsThatASpreadsheetHasShortenedRefuseTheLog() throws {
    let error = try #require(throws: InputError.self) {
      try read(
        "Kundnr;Personal;Start\nK1;P1;2026-03-02 07:30\n1,94503E+11;P1;2026-03-02 08:30\n1.94503E+11;P2;2026-03-03 08:30\n"
      )
    }
    #expect(error.problems.map { $0.position?.line } == [3, 4])
    #expect(error.problems.allSatisfy { $0.expected.contains("spreadsheet") && $0.expected.contains("as text") })
  }

  @Test func anIdIsShownInItsMostFrequentSpelling() throws {
    let reading = try read(
      """
      Kund;Personal;Start
      K  1;Ek, Karin;2026-03-02 07:30
      k1;Karin  Ek;2026-03-02 08:30
      K1;karin ek;2026-03-02 09:30
      K1;KARIN\u{A0}EK;2026-03-02 10:30
      K1;Karin Ek;2026-03-02 11:30
      K2;Karin Ek;2026-03-02 12:30
      """)
    #expect(reading.log.clients.map(\.id) == ["K1", "K2"] && reading.log.staff == ["Karin Ek"])
    #expect(reading.quality.merged.map(\.spellings.count) == [3, 5])
  }

  @Test(arguments: [
    ("08:00", "07:55", BadRowReason.endBeforeStart), ("23:30", "00:30", nil), ("22:00", "07:00", nil),
    ("14:00", "02:01", .endBeforeStart), ("14:00", "02:00", nil), ("08:00", "24:00", nil), ("08:00", "08:00", nil),
  ])
  func anEndLiesOnTheNextDayOnlyShortlyAfterMidnight(start: String, end: String, flaw: BadRowReason?) throws {
    let reading = try read("Kund;Personal;Datum;Start;Slut\nK1;P1;2026-03-02;\(start);\(end)\n")
    #expect(reading.quality.bad == (flaw.map { [$0: 1] } ?? [:]))
  }

  @Test func absencesOfAnotherSpellingFindTheirClientAndMissesAreListed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("Vem;Från;Till\nk 1;2026-03-01;2026-03-03\nK9;2026-03-01;2026-03-03\nK1;2027-01-01;2027-01-02\n".utf8)
      .write(
        to: URL(filePath: "\(folder)/away.csv"))
    var options = LogReader.Options()
    options.mapping = .genericSwedish
    options.mapping?.columns[.client] = "Vem"
    options.away = try Absence.read("\(folder)/away.csv", options.mapping)
    let reading = try read("Vem;Personal;Start\nK1;P1;2026-03-02 07:30\nK10;P1;2026-03-02 07:30\n", options)
    #expect(reading.log.clients.first { $0.id == "K1" }?.away.count == 2)
    #expect(reading.quality.strangersAway.map(\.id) == ["K9"] && reading.quality.absencesOfOthers == 1)
    #expect(reading.quality.absencesOutside == 1)
  }
}

import Files
import Foundation
import HomeCare
import Testing

@testable import Continuity
@testable import VisitLogs

/// Logs as planning systems and spreadsheets export them: rows that are no visits, staff who are counted and not named, files
/// that end too early, and headers, dates and encodings of other kinds.
@Suite struct ExportShapesTests {
  private static let first = LocalDate("2026-03-02")!

  private static func read(
    _ texts: [String], mapping: String? = nil, encoding: String.Encoding = .utf8, away: String? = nil
  ) throws -> LogReading {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try texts.enumerated().map { index, text in
      let path = folder.appending(path: "\(index).csv")
      try #require(text.data(using: encoding)).write(to: path)
      return path.path
    }
    var options = LogReader.Options()
    options.mapping = try mapping.map { try ExportMapping(json: Array($0.utf8)) }
    if let away {
      let path = folder.appending(path: "away.csv").path
      try Data(away.utf8).write(to: URL(filePath: path))
      options.away = try Absence.read(path)
    }
    return try LogReader.read(paths, options)
  }

  /// A client on fourteen days, visited by P0 to P6, with a further column.
  private static func log(_ header: String, _ cell: (Int) -> String) -> String {
    let rows = (0..<14).map { day in "K1;P\(day % 7);\(first.advanced(by: day)) 07:30;08:00;\(cell(day))\n" }
    return "Kundnr;Personalnr;Start;Slut;\(header)\n" + rows.joined()
  }

  private static func distinct(_ reading: LogReading) -> [Int] {
    LogMeasurer(reading.log, .everyone).measure([first..<first.advanced(by: 14)])[0].clients.map(
      \.measure.figures.distinct)
  }

  @Test(arguments: ["Restid", "Rast", "Telefonsamtal", "Digital tillsyn", "Travel time"])
  func whatIsNoVisitIsNotCountedAndToldOf(word: String) throws {
    let reading = try Self.read([Self.log("Insatstyp") { $0 % 7 == 6 ? word : "Omvårdnad" }])
    #expect(Self.distinct(reading) == [6] && reading.quality.used == 14 && reading.quality.bad.isEmpty)
    #expect(reading.quality.words.contains { $0.word == word && $0.meaning == Trait.noVisit && $0.rows == 2 })
    // Without a client such a row is no bad one, and any other is.
    let rows = ";P9;2026-03-03 09:00;09:20;\(word)\n;P9;2026-03-03 10:00;10:20;Omvårdnad\n"
    let more = try Self.read([Self.log("Insatstyp") { _ in "Omvårdnad" } + rows])
    #expect(more.quality.otherRecords == 1 && more.quality.bad == [.noClient: 1] && more.quality.rows == 15)
    let own = try Self.read(
      [Self.log("Insatstyp") { $0 % 7 == 6 ? word : "Omvårdnad" }],
      mapping: #"{"format": "samma-mapping/1", "values": {"category": {"\#(word)": "care"}}}"#)
    #expect(Self.distinct(own) == [7])
  }

  @Test func visitsThatHadMoreStaffThanAreNamedAreToldOf() throws {
    let one = try Self.read([Self.log("Antal personal") { $0 % 7 == 6 ? "2" : "1" }])
    #expect(one.quality.staffLacking?.visits == 2 && one.quality.staffLacking?.header == "Antal personal")
    // Where both have a row, some minutes apart, nobody lacks.
    let second = (0..<14).filter { $0 % 7 == 6 }.map {
      "K1;P9;\(Self.first.advanced(by: $0)) 07:38;08:01;2\n"
    }
    let both = try Self.read([Self.log("Antal personal") { $0 % 7 == 6 ? "2" : "1" } + second.joined()])
    #expect(both.quality.staffLacking == nil)
    // The same person registered twice is one.
    let twice = try Self.read([
      Self.log("Dubbelbemanning") { $0 == 6 ? "Ja" : "Nej" } + "K1;P6;2026-03-08 07:35;08:00;Ja\n"
    ])
    #expect(twice.quality.staffLacking?.visits == 1)
    #expect(try Self.read([Self.log("Antal personal") { _ in "1" }]).quality.staffLacking == nil)
  }

  /// Twelve clients of an area on some days, three visits each.
  private static func area(_ area: String, _ days: Range<Int>, besides: Set<Int> = []) -> String {
    "Kundnr;Personalnr;Start;Område\n"
      + days.filter { !besides.contains($0) }.flatMap { day in
        (0..<12).flatMap { client in
          (8..<11).map {
            "\(area)\(client);P\(client);\(first.advanced(by: day)) \($0 < 10 ? "0" : "")\($0):00;\(area)\n"
          }
        }
      }.joined()
  }

  private static func stretches(_ silent: [SilentDays]) -> [String] {
    silent.flatMap { part in part.stretches.map { "\($0.lowerBound) \($0.upperBound)" } }
  }

  @Test func aFileThatEndsTooEarlyOrHasGapsIsToldOf() throws {
    let cut = try Self.read([Self.area("N", 0..<23), Self.area("S", 0..<28)])
    #expect(Self.stretches(cut.quality.silentFiles) == ["2026-03-25 2026-03-29"])
    #expect(cut.quality.silentFiles[0].part.hasSuffix("0.csv"))
    let gap = try Self.read([Self.area("N", 0..<28), Self.area("S", 0..<28, besides: [9, 10])])
    #expect(Self.stretches(gap.quality.silentFiles) == ["2026-03-11 2026-03-12"])
    // Month after month, and one that rests on weekends, are as they should be.
    let weekends: Set = [5, 6, 12, 13, 19, 20, 26, 27]
    #expect(try Self.read([Self.area("N", 0..<28), Self.area("N", 28..<56)]).quality.silentFiles.isEmpty)
    #expect(
      try Self.read([Self.area("N", 0..<28), Self.area("S", 0..<28, besides: weekends)]).quality.silentFiles.isEmpty)
  }

  @Test func anAreaThatEndsTooEarlyIsToldOf() throws {
    func empty(_ texts: [String]) throws -> LogMeasurer.EmptyDays {
      let rows = texts.map { $0.split(separator: "\n").dropFirst().joined(separator: "\n") }.joined(separator: "\n")
      let measurer = LogMeasurer(try Self.read(["Kundnr;Personalnr;Start;Område\n\(rows)\n"]).log, .everyone)
      return measurer.emptyDays(in: measurer.consecutivePeriods(Self.first...Self.first.advanced(by: 27)))
    }
    let cut = try empty([Self.area("N", 0..<23), Self.area("S", 0..<28)])
    #expect(cut.all.isEmpty && cut.ofGroups.keys.map(\.rawValue) == ["area"])
    #expect(
      cut.ofGroups[.area]?.map(\.part) == ["N"]
        && Self.stretches(cut.ofGroups[.area] ?? []) == ["2026-03-25 2026-03-29"])
    #expect(try empty([Self.area("N", 0..<28), Self.area("S", 0..<28)]).ofGroups.isEmpty)
    let both = try empty([Self.area("N", 0..<28, besides: [8]), Self.area("S", 0..<28, besides: [8])])
    #expect(both.ofGroups.isEmpty && both.all.map(\.lowerBound.description) == ["2026-03-10"])
  }

  @Test func twoLinesOfHeadersAreOne() throws {
    let rows = (0..<14).map { day -> String in
      let date = Self.first.advanced(by: day)
      return "7;Bo;\(day % 5 + 1);Åsa;\(date) 07:30;\(date) 08:00;\(date) 07:4\(day % 10);\(date) 08:10\n"
    }
    for headers in [
      "Kund;Kund;Personal;Personal;Planerat;Planerat;Utfört;Utfört\nNr;Namn;Nr;Namn;Start;Slut;Start;Slut\n",
      "Utdrag\n;;;;Planerad;Planerad;Utförd;Utförd\nKundnr;Kundnamn;Personalnr;Personalnamn;Starttid;Sluttid;Starttid;Sluttid\n",
    ] {
      let reading = try Self.read([headers + rows.joined()])
      #expect(reading.quality.used == 14 && Self.distinct(reading) == [5])
      let columns = reading.quality.files[0].columns
      #expect(
        columns.map(\.column) == [.client, .clientName, .staff, .staffName, .plannedStart, nil, .start, .end],
        "\(columns.map(\.header))")
      #expect(reading.log.starts.first.map { Int($0) % 1440 } == 460)
    }
    // A header in one line is one, whatever stands above it or below.
    let plain = try Self.read([
      "Kund;Personal;Start;Typ\nBo;Eva;2026-03-02 07:30;Dusch\nBo;Åsa;2026-03-03 07:30;Dusch\n"
    ])
    #expect(plain.quality.used == 2 && plain.quality.files[0].headerLine == 1)
  }

  @Test(arguments: [
    "mån 2026-03-02 07:31", "Monday, 2 March 2026 7:31", "2 mar 2026 kl. 07:31", "mån. 2/3/2026 kl 7.31",
    "46083,313194444",
    "46083.3131944", "1772433060", "1772433060000", "2026-03-02T06:31:00Z",
  ])
  func aMomentIsReadHoweverItIsWritten(text: String) throws {
    let reading = try Self.read(
      ["Kund;Personal;Start\nK1;P1;\(text)\n"], mapping: #"{"format": "samma-mapping/1", "dateOrder": "dmy"}"#)
    #expect(reading.log.starts.map { LocalDateTime(minuteNumber: Int($0)).description } == ["2026-03-02T07:31"])
  }

  @Test(arguments: ["xyz 2026-03-02 07:31", "46083", "99999,5", "46083,", "177243306", "9772433060", "mån 07:31 x"])
  func whatIsNoMomentIsNone(text: String) throws {
    let reading = try Self.read(["Kund;Personal;Start\nK1;P1;2026-03-02 07:31\nK1;P1;\(text)\n"])
    #expect(reading.quality.used == 1 && reading.quality.bad.values.reduce(0, +) == 1)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .utf8])
  func textOfTwoBytesNeedsNoMark(encoding: String.Encoding) throws {
    let reading = try Self.read([Self.log("Anmärkning") { _ in "Åsa är på väg" }], encoding: encoding)
    #expect(reading.quality.used == 14 && Self.distinct(reading) == [7])
    #expect(reading.quality.files[0].encoding == (encoding == .utf8 ? .utf8 : .utf16))
  }

  @Test(arguments: [
    "Brukare;Frånvarande fr.o.m.;Frånvarande t.o.m.\nK1;2026-03-04;2026-03-05",
    "Kundnr;Ut;In\nK1;2026-03-04 13:00;2026-03-05 10:00",
    "Namn;Startdatum;Slutdatum\nEk, Bo;2026-03-04;2026-03-05",
    "Brukare;Från;Till\nbo  EK;2026-03-04 00:00;2026-03-05T23:59",
  ])
  func timesAwayAreReadAsHospitalsExportThem(away: String) throws {
    let text = Self.log("Kundnamn") { _ in "Bo Ek" }
    let reading = try Self.read([text], away: away + "\n")
    #expect(reading.quality.absencesOfOthers == 0)
    #expect(
      reading.log.clients.map { $0.away.map { "\($0.lowerBound) \($0.upperBound)" } } == [["2026-03-04 2026-03-05"]])
  }

  @Test func zerosThatASpreadsheetTookFromAnIDAreToldOf() throws {
    let text = Self.log("Insats") { _ in "Dusch" }.replacing("K1;", with: "0017;")
    let away = "Kundnr;Från;Till\n17;2026-03-04;2026-03-05\n0071;2026-03-04;2026-03-05\n"
    let lost = try Self.read([text], away: away).quality
    #expect(
      lost.strangersAway.map(\.description) == [
        "\"0071\" (the nearest is \"0017\")", "\"17\" (the nearest is \"0017\")",
      ])
    #expect(lost.strangersAway.map(\.lacksZeros) == [false, true])
    let merged = try Self.read(
      [text], mapping: #"{"format": "samma-mapping/1", "ids": {"dropsLeadingZeros": true}}"#, away: away)
    #expect(merged.quality.absencesOfOthers == 1 && merged.log.clients[0].away.count == 1)
  }
}

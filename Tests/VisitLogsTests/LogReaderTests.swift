import Continuity
import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Reads texts as logs, through files of their own.
private func read(_ texts: [[UInt8]], _ options: LogReader.Options = .init()) throws -> LogReading {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let paths = texts.indices.map { folder.appendingPathComponent("log\($0).csv").path }
  for (path, text) in zip(paths, texts) { try Data(text).write(to: URL(fileURLWithPath: path)) }
  return try LogReader.read(paths, options)
}

private func read(_ text: String, _ options: LogReader.Options = .init()) throws -> LogReading {
  try read([Array(text.utf8)], options)
}

/// The meetings as text, in order.
private func meetings(_ reading: LogReading) -> [String] {
  let log = reading.log
  let dates = LocalDate("1990-01-01")!..<LocalDate("2100-01-01")!
  return LogMeasurer(log, .everyone, basis: .performed).measure([dates])[0].clients.map {
    "\(log.clients[$0.client].id) \($0.measure.figures.visits) \($0.measure.figures.distinct)"
  }
}

@Suite struct LogDialectTests {
  static let dialects: [(name: String, bytes: [UInt8])] = [
    ("samma", Array("client,staff,start,end\nK1,Åsa,2025-03-03T07:30,2025-03-03T08:00\n".utf8)),
    ("an offset", Array("client,staff,start,end\nK1,Åsa,2025-03-03T07:30+01:00,2025-03-03T08:00+01:00\n".utf8)),
    ("UTC", Array("client,staff,start,end\nK1,Åsa,2025-03-03T06:30Z,2025-03-03T07:00Z\n".utf8)),
    ("semicolons", Array("Kundnr;Personal;Starttid;Sluttid\nK1;Åsa;2025-03-03 07:30:00;2025-03-03 08:00:00\n".utf8)),
    ("a byte-order mark", [0xEF, 0xBB, 0xBF] + Array("Brukare;Anställd;Start;Slut\nK1;Åsa;2025-03-03 07:30;\n".utf8)),
    ("CRLF", Array("Brukare;Anställd;Start;Slut\r\nK1;Åsa;2025-03-03 07:30;\r\n".utf8)),
    ("CR", Array("Brukare;Anställd;Start;Slut\rK1;Åsa;2025-03-03 07:30;\r".utf8)),
    (
      "a header that is not first",
      Array("Rapport: Besök;;;\nUttag 2025-04-01;;;\n\nKund;Personal;Start;Slut\nK1;Åsa;2025-03-03 07:30;\n".utf8)
    ),
    ("a date of its own", Array("Datum;Kund;Personal;Start;Slut\n2025-03-03;K1;Åsa;07:30;08:00\n".utf8)),
    ("dots", Array("Datum;Kund;Personal;Start;Slut\n3.3.2025;K1;Åsa;7.30;8.00\n".utf8)),
    ("tabs and English", Array("Client ID\tCarer\tVisit start\tVisit end\nK1\tÅsa\t03/03/2025 07:30\t\n".utf8)),
    (
      "Windows-1252",
      Array("Kund;Anst\u{E4}lld;Start\nK1;\u{C5}sa;2025-03-03 07:30\n".unicodeScalars.map { UInt8($0.value) })
    ),
    (
      "UTF-16",
      [0xFF, 0xFE]
        + "Kund;Personal;Start\nK1;Åsa;2025-03-03 07:30\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    ),
    ("quotes", Array("\"client\",\"staff\",\"start\"\n\"K1\",\"Åsa\",\"2025-03-03T07:30\"\n".utf8)),
    ("no last line end", Array("client,staff,start\nK1,Åsa,2025-03-03T07:30".utf8)),
  ]

  @Test("one visit reads the same in every dialect", arguments: dialects)
  func dialect(name: String, bytes: [UInt8]) throws {
    let reading = try read([bytes])
    #expect(reading.quality.rows == 1 && reading.quality.used == 1)
    #expect(reading.log.clients.map(\.id) == ["K1"] && reading.log.staff == ["Åsa"])
    #expect(reading.log.dates(of: .performed)?.lowerBound == LocalDate("2025-03-03"))
    let definition: Definition = {
      var definition = Definition.everyone
      definition.clock = TimeOfDay("07:30")!...TimeOfDay("07:30")!
      return definition
    }()
    let period = LocalDate("2025-03-03")!..<LocalDate("2025-03-04")!
    #expect(LogMeasurer(reading.log, definition).measure([period])[0].clients.count == 1)
  }

  static let moments: [(String, String?)] = [
    ("2025-03-03T07:30", "2025-03-03T07:30"), ("2025-03-03 07:30:59.123", "2025-03-03T07:30"),
    ("2025-03-03  7:30", "2025-03-03T07:30"), ("20250303 0730", "2025-03-03T07:30"),
    ("202503030730", "2025-03-03T07:30"), ("20250303073059", "2025-03-03T07:30"),
    ("3/3/2025 7:30 PM", "2025-03-03T19:30"), ("03.03.25 07.30", "2025-03-03T07:30"),
    ("2025/03/03, 12:05 am", "2025-03-03T00:05"), ("2025-07-01T06:30:00+00:00", "2025-07-01T08:30"),
    ("2025-03-30T01:30Z", "2025-03-30T03:30"), ("2025-10-26T00:30Z", "2025-10-26T02:30"),
    ("2024-12-31T23:30Z", "2025-01-01T00:30"), ("2025-03-03T07:30-0500", "2025-03-03T13:30"),
    ("2025-02-29T07:30", nil), ("2025-13-01T07:30", nil), ("2025-03-03T24:00", "2025-03-04T00:00"),
    ("2025-03-03T07:60", nil),
    ("2025-03-03", nil), ("07:30", nil), ("soon", nil), ("2025-03-03T07:30 or so", nil), ("99999999999999999", nil),
    ("2025-03-03T07:30+99:00", nil), ("13:30 PM 3/3/2025", nil), ("", nil), ("1850-01-01T00:00", nil),
  ]

  @Test("moments in every shape, and none where there is none", arguments: moments)
  func moment(text: String, expected: String?) throws {
    var mapping = ExportMapping.genericSwedish
    mapping.columns = [:]
    var options = LogReader.Options()
    options.mapping = mapping
    let reading = try read("client;staff;start\nK;S;\"\(text)\"\n", options)
    guard let expected = expected.flatMap({ LocalDateTime($0) }) else {
      #expect(reading.quality.bad == [text == "07:30" ? .noDate : .badStart: 1])
      return
    }
    #expect(reading.log.dates(of: .performed)?.lowerBound == expected.date)
    var definition = Definition.everyone
    definition.clock = TimeOfDay(expected.clock)!...TimeOfDay(expected.clock)!
    #expect(
      LogMeasurer(reading.log, definition).measure([expected.date..<expected.date.advanced(by: 1)])[0].clients.count
        == 1)
  }
}

@Suite struct LogReaderTests {
  @Test func badRowsAreCountedByReasonAndListedWithTheirLines() throws {
    let reading = try read(
      """
      client,staff,start,end,status
      K1,S1,2025-03-03T07:30,2025-03-03T08:00,performed
      ,S1,2025-03-03T07:30,,performed
      K1,,2025-03-03T07:30,,performed
      K1,S1,soon,,performed

      K1,S1,2025-03-03T09:30,later,performed
      K1,S1,2025-03-03T10:30,2025-03-03T10:00,performed
      K1,S1,2025-03-03T11:30,2025-03-05T10:00,performed
      K1,S1,2025-03-03T12:30,,perhaps
      K1
      K1,S\u{0}1,2025-03-03T13:30,,performed
      "K1,S1,2025-03-03T07:30,,performed
      K2,S2,2025-03-03T07:30,2025-03-03T08:00,
      """)
    let quality = reading.quality
    #expect(quality.rows == 12 && quality.used == 2)
    let expected: [BadRow] = [
      (3, .noClient), (4, .noStaff), (5, .badStart), (7, .badEnd), (8, .endBeforeStart), (9, .tooLong),
      (10, .unknownStatus), (11, .tooFewFields), (12, .nulByte), (13, .unclosedQuote),
    ].map { BadRow(file: quality.files[0].file, line: $0, reason: $1, found: "") }
    #expect(quality.badRows.map(\.line) == expected.map(\.line))
    #expect(quality.badRows.map(\.reason) == expected.map(\.reason))
    #expect(quality.badRows[3].found == "K1,S1,2025-03-03T09:30,later,performed")
    #expect(quality.bad.values.reduce(0, +) == 10)
    #expect(meetings(reading) == ["K1 1 1", "K2 1 1"])
  }

  @Test func aStrayQuoteLosesItsOwnRowAlone() throws {
    let rows = (0..<200).map { "K\($0),S1,2025-03-03T07:30,note" }
    var text = "client,staff,start,note\n" + rows.joined(separator: "\n") + "\n"
    text += "\"K,S1,2025-03-03T08:00,stray\n" + rows.joined(separator: "\n") + "\n\"K\",S2,2025-03-03T08:00,\"a\nb\"\n"
    let reading = try read(text)
    #expect(reading.quality.bad == [.unclosedQuote: 1])
    #expect(reading.quality.badRows.map(\.line) == [202])
    #expect(reading.quality.rows == 402 && reading.log.duplicates == 200)
  }

  @Test func wordsAreUnderstoodInSwedishAndEnglishAndUnknownOnesReported() throws {
    let reading = try read(
      """
      Kund;Personal;Start;Besökstyp;Yrkeskategori;Status;Område
      K1;S1;2025-03-03 07:30;Omvårdnad;Undersköterska;Utförd;Norr
      K1;S2;2025-03-03 09:30;Trygghetslarm;Vikarie;Utfört;Norr
      K1;S3;2025-03-03 10:30;Promenad;SSK;Avböjd;Norr
      """)
    let traits = reading.log.traits.map { "\($0.category) \($0.staffCategory) \($0.status) \($0.area)" }
    #expect(
      traits.sorted() == [
        "Promenad home-nursing declined Norr", "alarm substitute performed Norr", "care home-care performed Norr",
      ])
    #expect(reading.quality.unknownWords == [.category: ["Promenad"]])
  }

  @Test func spellingsOfAnIdAreMergedAndReported() throws {
    let reading = try read("Kund;Personal;Start\nK 1;anna b;2025-03-03 07:30\nk1;Anna B;2025-03-03 09:30\n")
    #expect(reading.log.clients.map(\.id) == ["K 1"] && reading.log.staff == ["anna b"])
    #expect(reading.quality.merged.map(\.spellings) == [["K 1", "k1"], ["anna b", "Anna B"]])
    var options = LogReader.Options()
    options.mapping = .samma
    options.mapping?.requiresEnd = false
    let exact = try read("client,staff,start\nK1,anna,2025-03-03T07:30\nk1,Anna,2025-03-03T09:30\n", options)
    #expect(exact.log.clients.count == 2 && exact.log.staff.count == 2 && exact.quality.merged.isEmpty)
  }

  @Test func aMappingNamesColumnsAndMeanings() throws {
    let mapping = try ExportMapping(
      json: Array(
        """
        {"format": "samma-mapping/1", "preset": "generic-en", "delimiter": "|", "headerLine": 2,
         "dateOrder": "mdy", "columns": {"client": "Who", "staff": "By", "start": "When", "status": "How"},
         "values": {"status": {"OK": "performed", "No": "declined"}},
         "ids": {"dropsLeadingZeros": true}}
        """.utf8))
    var options = LogReader.Options()
    options.mapping = mapping
    let reading = try read("Export\nWhen|By|Who|How\n3/4/2025 7:30 AM|S|007|ok\n3/5/2025 7:30 AM|S|7|no\n", options)
    #expect(reading.log.clients.map(\.id) == ["007"])
    #expect(reading.log.dates(of: .performed) == LocalDate("2025-03-04")!...LocalDate("2025-03-04")!)
  }

  @Test func aBrokenMappingIsRefusedWithEveryProblem() throws {
    let error = try #require(throws: InputError.self) {
      try ExportMapping(
        json: Array(
          """
          {"format": "samma-mapping/2", "preset": "spreadsheet", "delimiter": ";;", "timeZone": "Europe/Atlantis",
           "columns": {"klient": "K"}, "values": {"status": {"x": "maybe"}}, "colums": 1}
          """.utf8))
    }
    #expect(error.problems.count == 7)
  }

  @Test func providersOfElectronicVisitVerificationArePeople() throws {
    var options = LogReader.Options()
    options.mapping = .electronicVisitVerification
    let reading = try read(
      "Recipient,Provider,Service type,Begin,End\nR1,P1,Personal Care Services,2025-03-03T12:30:00Z,\n", options)
    #expect(reading.log.staff == ["P1"])
    #expect(reading.log.traits.map(\.category) == ["care"])
    #expect(reading.log.dates(of: .performed)?.lowerBound == LocalDate("2025-03-03"))
  }

  @Test func aLogWithoutAClientColumnIsRefusedByWhatWasFound() throws {
    let error = try #require(throws: InputError.self) { try read("colour,start,staff\nred,2025-03-03T07:30,S\n") }
    #expect(error.problems.count == 1)
    #expect(error.description.contains("\"colour\"") && error.description.contains("a column client"))
  }

  @Test func severalFilesAreOneLogAndHashedOneAfterAnother() throws {
    var options = LogReader.Options()
    options.hashes = true
    let header = "client,staff,start\n"
    let files = ["K1,S1,2025-03-03T07:30\n", "K1,S2,2025-03-03T09:30\nK2,S2,2025-03-03T09:30\n"].map {
      Array((header + $0).utf8)
    }
    let reading = try read(files, options)
    #expect(meetings(reading) == ["K1 2 2", "K2 1 1"])
    #expect(reading.quality.sha256 == hexadecimal(SHA256.digest(of: files[0] + files[1])))
  }

  @Test func whatIsReadDoesNotDependOnThreadsOrPieces() throws {
    var random = SeededGenerator(seed: 3)
    var text = "client,staff,start,area,birthYear,note\n"
    for row in 0..<60_000 {
      let note = random.chance(1, in: 50) ? "\"two\nlines, \"\"quoted\"\"\"" : "plain"
      let start = LocalDateTime(minuteNumber: 29_000_000 + random.int(below: 100_000))
      text += "K\(random.int(below: 300)),S\(random.int(below: 90)),\(start),a\(row % 4),\(1930 + row % 7),\(note)\n"
      if random.chance(1, in: 500) { text += "K,,\n" }
    }
    #expect(text.utf8.count > 2_000_000)
    let bytes = Array(text.utf8)
    let readings = try [1, 2, 5].map { threads in
      var options = LogReader.Options()
      options.threads = threads
      return try read([bytes], options)
    }
    #expect(readings[0].quality.used == 60_000)
    for reading in readings[1...] {
      #expect(meetings(reading) == meetings(readings[0]))
      #expect(reading.log.clients == readings[0].log.clients)
      #expect(reading.log.traits == readings[0].log.traits)
      #expect(reading.quality.badRows.map(\.line) == readings[0].quality.badRows.map(\.line))
    }
    // The lines are those that an editor shows.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!readings[1].quality.badRows.isEmpty)
    for row in readings[1].quality.badRows { #expect(lines[row.line - 1] == "K,,") }
  }

  @Test func theOwnPresetNeedsAnEndOnEveryRowAndOthersDoNot() throws {
    let text = "client,staff,start,end\nK1,S1,2025-03-03T07:30,2025-03-03T08:00\nK1,S2,2025-03-03T09:30,\n"
    #expect(try read(text).quality.bad == [.noEnd: 1])
    var options = LogReader.Options()
    options.mapping = .genericEnglish
    #expect(try read(text, options).quality.bad.isEmpty)
    let endless = "client,staff,start\nK1,S1,2025-03-03T07:30\n"
    #expect(try read(endless).quality.used == 1)
    options.mapping = .samma
    let error = try #require(throws: InputError.self) { try read(endless, options) }
    #expect(error.problems.map(\.expected).allSatisfy { $0.hasPrefix("a column end") })
  }

  @Test func aVisitMayEndEarlierByTheClockOnlyWhereClocksGoBack() throws {
    func bad(_ start: String, _ end: String) throws -> [BadRowReason: Int] {
      try read("client,staff,start,end\nK1,S1,\(start),\(end)\n").quality.bad
    }
    #expect(try bad("2025-10-26T00:50Z", "2025-10-26T01:10Z").isEmpty)
    #expect(try bad("2025-10-26T02:50", "2025-10-26T02:10").isEmpty)
    #expect(try bad("2025-10-26T03:10", "2025-10-26T02:50") == [.endBeforeStart: 1])
    #expect(try bad("2025-10-26T02:10", "2025-10-26T00:50") == [.endBeforeStart: 1])
    #expect(try bad("2025-10-27T02:50", "2025-10-27T02:10") == [.endBeforeStart: 1])
    #expect(try bad("2025-03-30T03:10", "2025-03-30T02:50") == [.endBeforeStart: 1])
  }

  @Test func absencesOfClientsWhoAreNotInTheLogAreCounted() throws {
    var options = LogReader.Options()
    let dates = LocalDate("2025-03-01")!...LocalDate("2025-03-04")!
    options.away = [Absence(client: "k 1", dates: dates), Absence(client: "K2", dates: dates)]
    let reading = try read("kund;personal;start\nK1;S1;2025-03-03 07:30\n", options)
    #expect(reading.log.clients[0].away == [dates] && reading.quality.absencesOfOthers == 1)
  }

  @Test func absencesAreReadOrRefusedRowByRow() throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("client;from;to\nK1;2025-03-01;2025-03-04\n".utf8).write(to: URL(fileURLWithPath: path))
    let absences = try Absence.read(path)
    #expect(absences == [Absence(client: "K1", dates: LocalDate("2025-03-01")!...LocalDate("2025-03-04")!)])
    var options = LogReader.Options()
    options.away = absences
    #expect(try read("client,staff,start\nK1,S1,2025-03-03T07:30\n", options).log.clients[0].away.count == 1)
    try Data("client,from,to\nK1,2025-03-05,2025-03-04\nK2,x,y\n".utf8).write(to: URL(fileURLWithPath: path))
    let error = try #require(throws: InputError.self) { try Absence.read(path) }
    #expect(error.problems.map { "\($0.position?.line ?? 0) \($0.cell?.column ?? "")" } == ["2 to", "3 from", "3 to"])
  }
}

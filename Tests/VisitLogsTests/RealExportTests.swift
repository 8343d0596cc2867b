import Continuity
import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Exports as they come, each of a kind that once gave a plausible wrong figure: the right one beside it.
@Suite struct RealExportTests {
  private static let first = LocalDate("2026-03-02")!
  private static let fortnight = first..<first.advanced(by: 14)

  private static func read(_ text: String, _ mapping: ExportMapping? = nil) throws -> LogReading {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var options = LogReader.Options()
    options.mapping = mapping
    return try LogReader.read([path], options)
  }

  private static func measure(_ reading: LogReading, _ definition: Definition = .everyone) -> PeriodMeasure {
    LogMeasurer(reading.log, definition).measure([fortnight])[0]
  }

  /// A header and a row for each day of the fortnight.
  private static func daily(_ header: String, _ rows: (_ day: Int, _ date: LocalDate) -> [String]) -> String {
    let lines = (0..<14).flatMap { rows($0, first.advanced(by: $0)) }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  @Test func idsGoBeforeNamesWhateverStandsFirst() throws {
    let text = Self.daily("Kund;Kundnr;Personal;Personalnr;Datum;Start") { day, date in
      ["1", "2"].map { "Anna Berg;\($0);Eva Ek;\($0)\(day % 3);\(date);0\(7 + day % 2):30" }
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading).summary.headline.mean == Ratio(3, of: 1))
    #expect(reading.log.clients.map(\.id) == ["1", "2"])
    let columns = reading.quality.files[0].columns.map {
      "\($0.header) \($0.column?.rawValue ?? "-") \($0.reason?.rawValue ?? "-")"
    }
    #expect(
      columns == [
        "Kund clientName beside", "Kundnr client header", "Personal staffName beside", "Personalnr staff header",
        "Datum date header", "Start start header",
      ])
  }

  @Test func theEmployeeGoesBeforeTheProviderOfElectronicVisitVerification() throws {
    let text = Self.daily("Member ID,Provider ID,Employee ID,Time In,Time Out,DOB") { day, date in
      let date = "\(date.components.month)/\(date.components.day)/\(date.components.year)"
      return ["M1,AG1,E\(day % 3),\(date) 7:30 AM,\(date) 8:00 AM,3/1/1940"]
    }
    let reading = try Self.read(text, .electronicVisitVerification)
    #expect(Self.measure(reading).summary.headline.mean == Ratio(3, of: 1))
    #expect(reading.log.traits.map(\.provider) == ["AG1"])
    #expect(reading.log.clients.map(\.birthYear) == [1940])
  }

  @Test func headsAndTailsOfRecordFilesAreNoVisits() throws {
    let text = """
      HDR|Member ID|Employee ID|Service Code|Call In|Call Out
      DTL|M1|E1|T1019|03/02/2026 07:30|03/02/2026 08:00
      DTL|M1|E2|S5170|03/02/2026 11:30|03/02/2026 11:35
      DTL|M1|E3|T1002|03/02/2026 13:30|03/02/2026 14:00
      TRL|3
      """
    let reading = try Self.read(text, .electronicVisitVerification)
    #expect(reading.quality.rows == 3 && reading.quality.used == 3 && reading.quality.otherRecords == 1)
    #expect(reading.log.traits.map(\.category).sorted() == ["care", "meal", "nursing"])
  }

  @Test func twoColumnsThatFitOneRoleAreAQuestion() throws {
    let error = try #require(throws: InputError.self) {
      try Self.read("Kundnr;Klientnr;Personal;Start\n1;2;P;2026-03-02 07:30\n")
    }
    #expect(error.problems.count == 1)
    #expect(
      error.description.contains("\"Kundnr\" and \"Klientnr\"") && error.description.contains("\"client\": \"Kundnr\""))
    let mapping = try ExportMapping(
      json: Array(#"{"format": "samma-mapping/1", "columns": {"client": "Klientnr"}}"#.utf8))
    // The usual names hold for the columns that the mapping does not name.
    let reading = try Self.read("Kundnr;Klientnr;Personal;Start\n1;2;P;2026-03-02 07:30\n", mapping)
    #expect(reading.log.clients.map(\.id) == ["2"] && reading.log.staff == ["P"])
    let absent = try #require(throws: InputError.self) {
      try Self.read("Kundnr;Personal;Start\n1;P;2026-03-02 07:30\n", mapping)
    }
    #expect(absent.description.contains("the column that the mapping names for client"))
  }

  @Test func helpWithEatingCountsAndFoodThatIsBroughtDoesNot() throws {
    let text = Self.daily("Kundnr;Personalnr;Start;Besökstyp") { day, date in
      [
        "1;A;\(date) 08:00;Måltid", "1;A;\(date) 17:00;Måltid", "1;B\(day);\(date) 12:00;Matlåda",
        "1;C\(day);\(date) 12:30;Matleverans", "1;D\(day);\(date) 13:00;Matdistribution",
      ]
    }
    let period = Self.measure(try Self.read(text), .kkik)
    #expect(period.clients.map(\.measure.figures.distinct) == [1])
  }

  @Test func severalStaffColumnsAreSeveralMeetings() throws {
    let text = Self.daily("Kundnr;Personal;Personal 2;Personal 3;Start") { day, date in
      ["1;A\(day % 5);B\(day % 5);;\(date) 08:00"]
    }
    let reading = try Self.read(text)
    let figures = try #require(Self.measure(reading).clients.first?.measure.figures)
    #expect(figures.distinct == 10 && figures.visits == 14 && figures.meetings == 28)
    #expect(reading.quality.rows == 14 && reading.quality.extraMeetings == 14)
  }

  @Test func aContactIsFoundInAnotherSpellingOrTold() throws {
    let text = Self.daily("Kundnr;Personal;Start;Fast omsorgskontakt") { day, date in
      ["1;Anna Berg;\(date) 08:00;anna  berg", "2;Eva Ek;\(date) 09:00;A. Berg"]
    }
    let reading = try Self.read(text)
    let period = Self.measure(reading)
    #expect(period.clients.map(\.measure.contactShare) == [Ratio(1, of: 1), nil])
    #expect(reading.log.staff == ["Anna Berg", "Eva Ek"] && reading.quality.unmatchedContacts == ["A. Berg"])
  }

  @Test func aVisitRegisteredTwiceAndTasksInARowAreOneVisitEach() throws {
    let twice = Self.daily("Kundnr;Personal;Start") { _, date in ["1;A;\(date) 07:30", "1;A;\(date) 07:32"] }
    let registered = try #require(Self.measure(try Self.read(twice)).clients.first?.measure.figures)
    #expect(registered.visits == 14 && registered.meetings == 14)
    let tasks = Self.daily("Kundnr;Personal;Start;Slut") { _, date in
      ["07:30;\(date) 07:45", "07:45;\(date) 08:10", "08:10;\(date) 08:20"].map { "1;A;\(date) \($0)" }
    }
    let inARow = try #require(Self.measure(try Self.read(tasks)).clients.first?.measure.figures)
    #expect(inARow.visits == 14 && inARow.meetings == 14)
    let planned = Self.daily("Kundnr;Personal;Start;Planerad start") { _, date in
      ["1;A;\(date) 07:30;07:30", "1;B;\(date) 07:55;07:30"]
    }
    let together = try #require(Self.measure(try Self.read(planned)).clients.first?.measure.figures)
    #expect(together.visits == 14 && together.meetings == 28 && together.sequential == Ratio(1, of: 1))
  }

  @Test func listsInACellAreSeveralPeopleAndNamesWithACommaAreOne() throws {
    let text = Self.daily("Kundnr;Personal;Start") { day, date in
      [
        "1;\(["P1, P2", "P1/P2", "P1 & P2", "P1 och P2", "P1|P2", "P1", "P2"][day % 7]);\(date) 08:00",
        "2;Berg, Anna;\(date) 09:00",
      ]
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [2, 1])
    #expect(reading.log.staff.count == 3)
    #expect(reading.quality.staffLists == ["P1 & P2", "P1 och P2", "P1, P2", "P1/P2", "P1|P2"])
    #expect(reading.quality.unsplitStaff.isEmpty && reading.quality.extraMeetings == 10)
  }

  @Test func ownDefinitionsLeaveOutTheLogsOwnWords() throws {
    let text = Self.daily("Kundnr;Personalnr;Start;Besökstyp") { day, date in
      ["1;A;\(date) 08:00;Omvårdnad", "1;B\(day);\(date) 12:00;Matleverans"]
    }
    let reading = try Self.read(text)
    for name in ["Matleverans", "matleverans", "meal"] {
      var definition = Definition(name: "own", version: 1, purpose: "a test")
      definition.excludedCategories = [name]
      #expect(Self.measure(reading, definition).summary.headline.mean == Ratio(1, of: 1))
    }
    #expect(
      reading.quality.words.map { "\($0.word) \($0.meaning ?? "-") \($0.rows)" } == [
        "Matleverans meal 14", "Omvårdnad care 14",
      ])
  }

  @Test func nursingByStaffOfUnknownKindIsLeftOutAndCounted() throws {
    let text = Self.daily("Kundnr;Personalnr;Start;Besökstyp") { day, date in
      ["1;A;\(date) 08:00;Omvårdnad", "1;A;\(date) 17:00;Omvårdnad", "1;N\(day);\(date) 12:00;HSL"]
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading, .kkik).summary.headline.mean == Ratio(1, of: 1))
    #expect(LogMeasurer(reading.log, .kkik).rowsOfNursingByUnknownStaff == 14)
    #expect(Self.measure(reading, .everyone).summary.headline.mean == Ratio(15, of: 1))
  }

  @Test func aYearOfBirthIsTakenFromAPersonalNumber() throws {
    let text = Self.daily("Personnummer;Personal;Start") { _, date in
      ["19400301-1234;A;\(date) 08:00", "19900301-1236;A;\(date) 09:00"]
    }
    let reading = try Self.read(text)
    #expect(reading.log.clients.map(\.birthYear) == [1940, 1990] && reading.quality.birthYearsFromNumbers == 2)
    let beside = Self.daily("Kundnr;Personnummer;Personal;Start") { _, date in ["7;400301-1234;A;\(date) 08:00"] }
    let numbered = try Self.read(beside)
    #expect(numbered.log.clients.map(\.id) == ["7"] && numbered.log.clients.map(\.birthYear) == [1940])
  }

  @Test func aClientWithTwoProvidersCountsWholeWithTheOneOfMostMeetings() throws {
    let text = Self.daily("Kundnr;Personalnr;Start;Utförare") { day, date in
      ["1;A\(day % 12);\(date) 08:00;Dagen", "2;A;\(date) 08:00;Kvällen"]
        + (day < 2 ? ["1;B\(day);\(date) 20:00;Kvällen"] : [])
    }
    let reading = try Self.read(text)
    let period = LogMeasurer(reading.log, .everyone).measure([Self.fortnight], by: [.provider])[0]
    #expect(period.groups[.provider]?.map(\.summary.headline.sum) == [14, 1])
    #expect(period.shared[.provider]?.map { $0.groups.map(\.name) } == [["Dagen", "Kvällen"]])
  }

  @Test func eachFileMayHaveAMappingOfItsOwn() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (one, two) = (folder.appendingPathComponent("a.csv").path, folder.appendingPathComponent("b.csv").path)
    try Data("Kundnr;Personalnr;Start;Typ\nk1;P1;2026-03-02 08:00;X\n".utf8).write(to: URL(fileURLWithPath: one))
    try Data("Who,By,When,Typ\nK1,P2,03/05/2026 09:00,X\n".utf8).write(to: URL(fileURLWithPath: two))
    var options = LogReader.Options()
    options.mappings[two] = try ExportMapping(
      json: Array(
        """
        {"format": "samma-mapping/1", "dateOrder": "mdy", "columns": {"client": "Who", "staff": "By", "start": "When"},
         "values": {"category": {"X": "meal"}}}
        """.utf8))
    let reading = try LogReader.read([one, two], options)
    #expect(reading.log.clients.map(\.id) == ["k1"] && reading.log.staff == ["P1", "P2"])
    #expect(reading.log.dates(of: .performed) == LocalDate("2026-03-02")!...LocalDate("2026-03-05")!)
    #expect(reading.log.traits.map(\.category).sorted() == ["X", "meal"])
  }

  @Test func bytesOfWindows1252AreReadAsTheirLetters() throws {
    let text = "Kundnr;Personal;Start\n" + (0..<3000).map { "Kå\($0);Åsa “Ö” €\($0 % 7);2026-03-02 08:00\n" }.joined()
    let marks: [Unicode.Scalar: UInt8] = ["“": 0x93, "”": 0x94, "€": 0x80]
    let bytes = text.unicodeScalars.map { marks[$0] ?? UInt8($0.value) }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let reading = try LogReader.read([path])
    #expect(reading.log.clients.count == 3000 && reading.log.staff.first == "Åsa “Ö” €0")
    #expect(reading.quality.files[0].encoding == .windows1252)
  }
}

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

  /// Two people at each visit, in one cell: each alone in other cells, five by day and five beside, met in turn.
  @Test(
    "cells are lists of those who stand alone in other cells, whatever parts them",
    arguments: [
      ("100", "200", "\"%1\n%2\""), ("100", "200", "%1 %2"), ("kael", "anbe", "%1 %2"), ("P", "Q", "%1  %2"),
      ("Anna Berg", "Bo Ås", "%1 o %2"), ("Anna Berg", "Bo Ås", "%1 med %2"), ("Anna Berg", "Bo Ås", "%1 samt %2"),
      ("Anna Berg", "Bo Ås", "%1 %2"), ("Berg, Anna", "Ås, Bo", "%1, %2"), ("Berg, Anna", "Ås, Bo", "\"%1; %2\""),
      ("Berg, Anna (100)", "Ås, Bo (200)", "\"%1\n%2\""), ("Anna Berg", "Bo Ås", "%1 & %2 "),
    ])
  func lists(one: String, other: String, cell: String) throws {
    let text = Self.daily("Kundnr;Personal;Start") { day, date in
      let pair = ["\(one)", "\(other)"].map { name in
        name.hasSuffix(")") ? name : name + (name.contains(" ") ? ["a", "e", "i", "o", "u"][day % 5] : "\(day % 5)")
      }
      let both = cell.replacing("%1", with: pair[0]).replacing("%2", with: pair[1])
      return ["1;\(both);\(date) 08:00", "2;\(pair[0]);\(date) 09:00", "3;\(pair[1]);\(date) 10:00"]
    }
    let reading = try Self.read(text)
    let alone = one.hasSuffix(")") ? 1 : 5
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [2 * alone, alone, alone])
    #expect(reading.quality.staffLists.count == alone && reading.quality.unsplitStaff.isEmpty)
  }

  @Test func namesOfOnePersonAreNoListsAndDoubtfulOnesAreTold() throws {
    let text = Self.daily("Kundnr;Personal;Start") { day, date in
      [
        "1;\(["Dahl, Karin (1004)", "Anna Karin", "Anna", "Karin", "\"Berg, Bo; Ek, Eva\"", "Anna Berg"][day % 6]);\(date) 08:00"
      ]
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [6])
    #expect(reading.quality.staffLists.isEmpty && reading.quality.unsplitStaff == ["Anna Karin", "Berg, Bo; Ek, Eva"])
  }

  @Test func whatOpensAsAVisitThatWasCalledOffIsOneAndNothingElseIsGuessed() throws {
    let words = [
      "Avbokad av brukare", "Bom", "Bomtur", "Inställd p.g.a. sjukhus", "Ej hemma, larm", "Nekad", "Utförd",
      "Utförd, ej signerad", "Ej signerad",
    ]
    let text = Self.daily("Kundnr;Personalnr;Start;Status") { day, date in
      words.indices.map { "1;P\($0);\(date) \($0 + 10):00;\(words[$0])" }
    }
    let reading = try Self.read(text.replacing("Ej hemma, larm", with: "\"Ej hemma, larm\""))
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [1])
    #expect(reading.quality.bad == [.unknownStatus: 28])
    let meanings = Dictionary(uniqueKeysWithValues: reading.quality.words.map { ($0.word, $0.meaning) })
    #expect(meanings["Nekad"] == "declined" && meanings["Bom"] == "cancelled" && meanings["Ej signerad"] == .some(nil))
  }

  @Test(
    "headers of times and of other Nordic countries are known",
    arguments: [
      "Brukare;Medarbetare;Besöksstart;Besöksslut", "Kund;Personal;Verklig starttid;Verklig sluttid",
      "Bruker;Ansattnr;Start;Slutt", "Borger;Medarbejder;Fra;Til", "Asiakas;Työntekijä;Alkuaika;Loppuaika",
      "Client;Care Worker;Actual Start;Actual End", "Kund;Personal;Insatsstart;Insatsslut",
    ])
  func headers(header: String) throws {
    let text = Self.daily(header) { day, date in ["1;P\(day % 3);\(date) 08:00;\(date) 08:30"] }
    let client = try #require(Self.measure(try Self.read(text)).clients.first?.measure)
    #expect(client.figures.distinct == 3 && client.serviceMinutes == 14 * 30)
  }

  @Test func columnsOfOneHeaderAreAQuestionThatTheirOrderAnswers() throws {
    let text = Self.daily("Kundnr;Personalnr;Start;Start") { day, date in ["1;P\(day % 3);\(date) 08:00;\(date) 09:30"]
    }
    let mapping = { (start: String) in
      try ExportMapping(
        json: Array(#"{"format": "samma-mapping/1", "columns": {"start": "\#(start)"}}"#.utf8))
    }
    for given in [nil, try mapping("Start")] {
      let error = try #require(throws: InputError.self) { try Self.read(text, given) }
      #expect(error.description.contains("\"Start#1\" and \"Start#2\"") && error.problems.count == 1)
    }
    let reading = try Self.read(text, try mapping("Start#2"))
    var late = Definition.everyone
    late.clock = try #require(TimeOfDay("09:00"))...(try #require(TimeOfDay("10:00")))
    #expect(Self.measure(reading, late).summary.headline.mean == Ratio(3, of: 1))
  }

  @Test func aRefusalShowsTheMappingThatWouldAnswerIt() throws {
    let text = "Vem\tAv vem\tNär\n" + "K1\tP1\t2026-03-02 08:00\n"
    let error = try #require(throws: InputError.self) { try Self.read(text) }
    #expect(error.problems.count == 1)
    let example = #"{"format": "samma-mapping/1", "columns": {"client": "Vem", "staff": "Av vem", "start": "När"}}"#
    #expect(error.problems[0].expected.hasSuffix("such as " + example))
    let reading = try Self.read(text, try ExportMapping(json: Array(example.utf8)))
    #expect(reading.quality.used == 1 && reading.quality.files[0].delimiter == 9)
  }

  @Test func datesAndTimesInColumnsOfTheirOwnAreReadWhateverTheyAreCalled() throws {
    let text = Self.daily("Kundnr;Personal;Startdatum;Starttid;Slutdatum;Sluttid") { day, date in
      ["1;P\(day % 3);\(date);08:00;\(date);08:30"]
    }
    let client = try #require(Self.measure(try Self.read(text)).clients.first?.measure)
    #expect(client.figures.distinct == 3 && client.serviceMinutes == 14 * 30)
  }

  @Test func aRowThatWasPlannedAndNeverBeganDidNotTakePlace() throws {
    let text = Self.daily("Kundnr;Personal;Planerad start;Faktisk start") { day, date in
      ["1;P\(day % 3);\(date) 08:00;\(date) 08:05", "1;Q\(day);\(date) 12:00;", "1;R;;"]
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [3])
    #expect(reading.quality.used == 28 && reading.quality.bad == [.badStart: 14])
    // What says itself that it took place did, though nobody knows when.
    let stated = text.replacing("Faktisk start", with: "Faktisk start;Status").replacing(";\n", with: ";;Utförd\n")
    #expect(try Self.read(stated).quality.bad == [.badStart: 28])
  }

  @Test func timesWithoutADateAreToldAsSuch() throws {
    let reading = try Self.read("Kundnr;Personalnr;Start\n1;P1;08:00\n1;P2;09:00\n1;P2;soon\n")
    #expect(reading.quality.bad == [.noDate: 2, .badStart: 1])
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

  @Test(
    "the year of birth is read from what an export has left of a personal number",
    arguments: [
      ("19700507-XXXX", 1970), ("19700507-****", 1970), ("19700507TF12", 1970), ("19700507-T123", 1970),
      ("197005071234,0", 1970), ("700507-1234", 1970), ("503121238", 2005), ("220115-1271", 1922),
      ("220115+1271", 1922), ("20220115-1271", 2022), ("2001152715", 1920), ("120507-1234", 2012),
      ("18990301-1234", 1899),
    ])
  func births(number: String, year: Int) throws {
    let beside = Self.daily("Kundnr;Personnummer;Personal;Start") { _, date in ["7;\(number);A;\(date) 08:00"] }
    let reading = try Self.read(beside)
    #expect(reading.log.clients.map(\.birthYear) == [year] && reading.quality.birthYearsFromNumbers == 1)
    // A hundred years were put on, and told.
    #expect(reading.quality.centuriesGuessed == (["220115-1271", "2001152715"].contains(number) ? 1 : 0))
    let alone = try Self.read(Self.daily("Kundnr;Personal;Start") { _, date in ["\(number);A;\(date) 08:00"] })
    #expect(alone.log.clients.map(\.birthYear) == [year])
  }

  @Test func idsOfWhichFewLookLikePersonalNumbersTellNoBirth() throws {
    let text = Self.daily("Kundnr;Personal;Start") { _, date in
      ["8112189876", "1000000001", "1000000002"].map { "\($0);A;\(date) 08:00" }
    }
    #expect(try Self.read(text).log.clients.allSatisfy { $0.birthYear == nil })
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

  /// Two providers' exports, each of which numbers its own staff from 1; of each a mapping may name the provider.
  @Test func staffNumbersOfTwoSystemsAreToldAndAFileMayBeAProvidersOwn() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (one, two) = (folder.appendingPathComponent("a.csv").path, folder.appendingPathComponent("b.csv").path)
    let rows = { (hour: String) in
      Self.daily("") { day, date in ["K1;\(1 + day % 4);\(date) \(hour):00"] }.dropFirst()
    }
    try Data(("Kundnr;Personalnr;Start\n" + rows("08")).utf8).write(to: URL(fileURLWithPath: one))
    try Data(("Brukare;Anstnr;Starttid\n" + rows("19")).utf8).write(to: URL(fileURLWithPath: two))
    let together = try LogReader.read([one, two])
    #expect(Self.measure(together).clients.map(\.measure.figures.distinct) == [4])
    #expect(together.quality.sharedAcrossFiles == StaffAcrossFiles(numbers: 4, files: [one, two]))
    var options = LogReader.Options()
    for (path, provider) in [(one, "Norr"), (two, "Söder")] {
      options.mappings[path] = try ExportMapping(
        json: Array(
          #"{"format": "samma-mapping/1", "provider": "\#(provider)", "ids": {"staffIdsAreOfProvider": true}}"#.utf8))
    }
    let apart = try LogReader.read([one, two], options)
    #expect(Self.measure(apart).clients.map(\.measure.figures.distinct) == [8])
    #expect(apart.log.staff.first == "1 (Norr)" && apart.quality.sharedAcrossFiles == nil)
    // Exports of one system, month by month, are of one kind.
    try Data(("Kundnr;Personalnr;Start\n" + rows("19")).utf8).write(to: URL(fileURLWithPath: two))
    #expect(try LogReader.read([one, two]).quality.sharedAcrossFiles == nil)
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

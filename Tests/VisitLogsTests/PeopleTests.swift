import Continuity
import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Who clients and staff are, where an export says it by numbers and names, and of several providers.
@Suite struct PeopleTests {
  private static let first = LocalDate("2026-03-02")!

  private static func inFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try body(path)
  }

  private static func read(_ text: String, ids: String? = nil, away: String? = nil) throws -> LogReading {
    var options = LogReader.Options()
    options.mapping = try ids.map {
      try ExportMapping(json: Array("{\"format\": \"samma-mapping/1\", \"ids\": {\($0)}}".utf8))
    }
    options.away = try away.map { try inFile($0) { try Absence.read($0) } } ?? []
    return try inFile(text) { try LogReader.read([$0], options) }
  }

  private static func measure(_ reading: LogReading, by groupings: [Grouping] = []) -> PeriodMeasure {
    LogMeasurer(reading.log, .everyone).measure([first..<first.advanced(by: 14)], by: groupings)[0]
  }

  /// One client with two providers, who number their staff alike: numbers 1 to 4 by day, 3 to 6 in the evening.
  private static func twoProviders(_ name: (_ number: Int, _ provider: String) -> String) -> String {
    var rows = ""
    for day in 0..<14 {
      let date = first.advanced(by: day)
      for (provider, number, hour) in [("Norr", 1 + day % 4, "08"), ("Söder", 3 + day % 4, "19")] {
        rows += "K1;\(number);\(name(number, provider));\(date) \(hour):00;\(provider)\n"
      }
    }
    return "Kundnr;Personalnr;Personal;Start;Utförare\n" + rows
  }

  @Test func aNumberWithOtherNamesAtAnotherProviderIsAnotherPerson() throws {
    let names = ["Eva Ek", "Bo Ås", "Ida Ro", "Per Lund", "Åsa Berg", "Jan Malm", "Liv Dahl", "Tor Hed"]
    // Number 3 is two people, number 4 one who writes her name in two ways.
    let text = Self.twoProviders { number, provider in
      number == 4 ? (provider == "Norr" ? "Liv Dahl" : "Dahl-Ek, Liv") : names[provider == "Norr" ? number : number + 1]
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [7])
    #expect(reading.log.staff == ["1", "2", "3 (Norr)", "3 (Söder)", "4", "5", "6"])
    let shared = reading.quality.sharedStaff
    // Where the names agree there is nothing to doubt.
    #expect(shared.numbers == 1 && shared.differing == 1 && shared.apart == 1 && !shared.isDecided)
    #expect(shared.named.isEmpty)
    #expect(reading.log.staffNames[2] == "Per Lund" && reading.log.staffNames[3] == "Åsa Berg")
    let together = try Self.read(text, ids: #""staffIdsAreOfProvider": false"#)
    #expect(Self.measure(together).clients.map(\.measure.figures.distinct) == [6])
    let apart = try Self.read(text, ids: #""staffIdsAreOfProvider": true"#)
    #expect(Self.measure(apart).clients.map(\.measure.figures.distinct) == [8])
    #expect(apart.quality.sharedStaff.isDecided && apart.quality.sharedStaff.apart == 2)
  }

  @Test func withoutNamesANumberIsOnePersonAndToldToBeAtSeveralProviders() throws {
    let reading = try Self.read(Self.twoProviders { _, _ in "" })
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [6])
    #expect(reading.quality.sharedStaff.numbers == 2 && reading.quality.sharedStaff.apart == 0)
  }

  @Test func aNumberBesideWhichSeveralPeopleStandIsToldAndAMappingReadsThemByName() throws {
    let names = ["Eva Ek", "Bo Ås", "Eva Ek-Berg", "Berg, Eva"]
    var text = "Kundnr;Personalnr;Personal;Start\n"
    for day in 0..<14 {
      text += "K1;3;\(names[day % 4]);\(Self.first.advanced(by: day)) 08:00\n"
      text += "K1;4;\(names[day % 4 == 1 ? 0 : day % 4]);\(Self.first.advanced(by: day)) 12:00\n"
    }
    let reading = try Self.read(text)
    #expect(Self.measure(reading).clients.map(\.measure.figures.distinct) == [2])
    #expect(reading.quality.sharedStaff.named == ["3"] && reading.quality.sharedStaff.numbers == 0)
  }

  @Test func textsForNobodyAreNobody() throws {
    let nobodies = ["-", "0", "Ej tilldelad", "OKÄND", "--", "\u{2013}", "n/a"]
    var text = "Kundnr;Personal;Personal 2;Start\n"
    for (day, nobody) in nobodies.enumerated() {
      let date = Self.first.advanced(by: day)
      text += "K1;P1;\(nobody);\(date) 08:00\nK1;\(nobody);\(nobody);\(date) 12:00\nK1;\(nobody);P2;\(date) 18:00\n"
    }
    let reading = try Self.read(text)
    #expect(reading.log.staff == ["P1", "P2"] && reading.quality.bad == [.noStaff: 7])
    #expect(Self.measure(reading).clients.map(\.measure.figures.meetings) == [14])
    #expect(reading.quality.extraMeetings == 0)
  }

  @Test func theContactIsTheOneOfTheClientsProvider() throws {
    var text = "Kundnr;Personalnr;Personal;Start;Utförare;Kontaktman\n"
    for day in 0..<14 {
      let date = Self.first.advanced(by: day)
      text += "K1;7;Eva Ek;\(date) 08:00;Norr;7\nK2;7;Bo Ås;\(date) 08:00;Söder;7\n"
    }
    let reading = try Self.read(text)
    #expect(reading.log.staff == ["7 (Norr)", "7 (Söder)"] && reading.log.clients.map(\.contact) == [0, 1])
    #expect(Self.measure(reading).clients.map(\.measure.contactShare) == [Ratio(1, of: 1), Ratio(1, of: 1)])
    // A name says more than where it stands.
    let named = try Self.read(text.replacing(";Norr;7", with: ";Norr;Ås, Bo"))
    #expect(named.log.clients.map(\.contact) == [1, 1])
  }

  @Test func whoHasSeveralProvidersIsToldWithTheStaffOfEachThoughNobodyAsksByProvider() throws {
    let reading = try Self.read(Self.twoProviders { _, _ in "" })
    for period in [Self.measure(reading), Self.measure(reading, by: [.provider])] {
      let shared = try #require(period.shared[.provider])
      #expect(shared.map { $0.groups.map(\.name) } == [["Norr", "Söder"]])
      #expect(
        shared.map { $0.groups.map(\.meetings) } == [[14, 14]] && shared.map { $0.groups.map(\.staff) } == [[4, 4]])
    }
  }

  @Test func namesBesideIDsAreKept() throws {
    let reading = try Self.read(
      "Kundnr;Kund;Personalnr;Personal;Start\nK1;Ada  Alm;P1;Eva Ek;2026-03-02 08:00\nK2;;P2;;2026-03-02 09:00\n")
    #expect(reading.log.clients.map(\.name) == ["Ada Alm", nil] && reading.log.staffNames == ["Eva Ek", nil])
  }

  @Test func aRowWithANameAndNoNumberSaysSo() throws {
    let reading = try Self.read(
      "Kundnr;Kund;Personalnr;Personal;Start\nK1;Ada;;Eva;2026-03-02 08:00\n;Ada;P1;Eva;2026-03-02 09:00\n"
        + "K1;Ada;;;2026-03-02 10:00\n")
    #expect(reading.quality.bad == [.noStaffNumber: 1, .noClientNumber: 1, .noStaff: 1])
  }

  @Test func eachShortenedNumberIsToldOnceAsItStandsThere() throws {
    let text =
      "Personnummer;Personal;Start\n"
      + ["1,94503E+11", "1,94503E+11", "2.0E+11"].map { "\($0);P1;2026-03-02 08:00\n" }.joined()
    let error = try #require(throws: InputError.self) { try Self.read(text) }
    #expect(
      error.problems.map(\.found) == [
        "\"1,94503E+11\" in the column \"Personnummer\", and so in 2 rows",
        "\"2.0E+11\" in the column \"Personnummer\"",
      ])
    #expect(error.problems.map(\.position?.line) == [2, 4])
  }

  @Test(
    "tables of absences are read under the headers that people write",
    arguments: [
      ("Kundnr;Från och med;Till och med", "2;2026-03-03;2026-03-05"),
      ("Kund;Kundnr;Fr.o.m.;T.o.m.", "Bo Ås;2;2026-03-03;2026-03-05"),
      ("Brukare;From;To", "2;2026-03-03;2026-03-05"), ("Brukarid;Startdatum;Slutdatum", "2;2026-03-03;2026-03-05"),
      ("Kund;Från;Till", "ås, bo;2026-03-03;2026-03-05"),
      ("Personnummer;Namn;Från datum;Till datum", "19400301-1234;Bo Ås;2026-03-03;2026-03-05"),
    ])
  func absences(header: String, row: String) throws {
    let reading = try Self.read(
      "Kundnr;Kund;Personalnr;Start\n1;Ada Alm;P1;2026-03-02 08:00\n2;Bo Ås;P1;2026-03-02 09:00\n",
      away: "\(header)\n\(row)\n")
    #expect(reading.log.clients.map { $0.away.map(\.lowerBound) } == [[], [LocalDate("2026-03-03")!]])
    #expect(reading.quality.absencesOfOthers == 0)
  }

  @Test(
    "words of staff and visits have the meaning that home care gives them",
    arguments: [
      ("Sjuksköterska", "home-nursing"), ("SSK", "home-nursing"), ("DSK", "home-nursing"),
      ("Distriktssköterska", "home-nursing"), ("HSL", "home-nursing"), ("Arbetsterapeut", "home-nursing"),
      ("Fysioterapeut", "home-nursing"), ("USK", "home-care"), ("Undersköterska", "home-care"),
      ("Vårdbiträde", "home-care"), ("Timvikarie", "substitute"), ("Bemanning", "substitute"),
    ])
  func words(word: String, meaning: String) throws {
    let reading = try Self.read(
      "Kundnr;Personalnr;Befattning;Start\n1;P1;\(word);2026-03-02 08:00\n1;P2;Husse;2026-03-02 09:00\n")
    let meanings = Dictionary(uniqueKeysWithValues: reading.quality.words.map { ($0.word, $0.meaning) })
    #expect(meanings[word] == .some(meaning) && meanings["Husse"] == .some(nil))
  }
}

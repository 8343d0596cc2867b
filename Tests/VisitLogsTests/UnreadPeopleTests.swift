import Continuity
import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Columns under headers that nobody knows: staff in them are told of, and counted once a mapping says so.
@Suite struct UnreadPeopleTests {
  private static let first = LocalDate("2026-03-02")!

  private static func read(_ text: String, mapping: String? = nil) throws -> LogReading {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var options = LogReader.Options()
    options.mapping = try mapping.map { try ExportMapping(json: Array($0.utf8)) }
    return try LogReader.read([path], options)
  }

  /// Two clients on fourteen days, visited by P0 to P6, with a further column.
  private static func log(
    _ header: String, staff: (Int) -> String = { "P\($0 % 7)" }, _ cell: (_ day: Int, _ client: Int) -> String
  ) -> String {
    let rows = (0..<14).flatMap { day in
      (0..<2).map { client in
        "K\(client);\(staff(day + client));\(first.advanced(by: day)) 0\(7 + client):30;\(cell(day, client))\n"
      }
    }
    return "Kundnr;Personalnr;Start;\(header)\n" + rows.joined()
  }

  private static func distinct(_ reading: LogReading) -> [Int] {
    LogMeasurer(reading.log, .everyone).measure([first..<first.advanced(by: 14)])[0].clients.map(
      \.measure.figures.distinct)
  }

  @Test(arguments: ["Medhjälpare", "Utförare 2", "Kollega", "Dubbelbemanning med", ""])
  func staffUnderAnUnknownHeaderAreToldOfAndCountedByAMapping(_ header: String) throws {
    // Every fourth day somebody comes along, in another spelling than alone.
    let text = Self.log(header) { day, _ in day % 4 == 0 ? "p\((day + 3) % 9)" : "" }
    let reading = try Self.read(text)
    let found = try #require(reading.quality.unreadPeople.first)
    #expect(reading.quality.unreadPeople.count == 1)
    #expect(found.header == (header.isEmpty ? "4" : header) && found.evidence == .staff && found.rows == 8)
    #expect(found.values == 4 && found.matches == 3 && found.column == nil)
    guard !header.isEmpty else { return }
    let counted = try Self.read(
      text,
      mapping: #"{"format": "samma-mapping/1", "columns": {"staff": ["Personalnr", "\#(header)"]}}"#)
    #expect(counted.quality.unreadPeople.isEmpty && counted.quality.extraMeetings == 8)
    #expect(Self.distinct(counted) == [8, 8] && Self.distinct(reading) == [7, 7])
    let ignored = try Self.read(text, mapping: #"{"format": "samma-mapping/1", "ignore": ["\#(header)"]}"#)
    #expect(ignored.quality.unreadPeople.isEmpty && Self.distinct(ignored) == [7, 7])
    #expect(ignored.quality.files[0].columns.map(\.reason) == [.header, .header, .header, .ignored])
  }

  @Test func aFurtherColumnOfStaffThatAMappingNamesMustBeThere() throws {
    let error = try #require(throws: InputError.self) {
      try Self.read(
        Self.log("Insats") { _, _ in "Dusch" },
        mapping: #"{"format": "samma-mapping/1", "columns": {"staff": ["Personalnr", "Kollega"]}}"#)
    }
    #expect(error.description.contains("the column that the mapping names for staff"))
  }

  @Test func somebodyElseAtTheEndOfARemarkIsTold() throws {
    let names = ["Eva Ek", "Bo Ås", "Ida Ro", "Per Lund"]
    func log(_ remark: (_ own: String, _ other: String) -> String) -> String {
      "Kundnr;Personal;Start;Anteckning\n"
        + (0..<28).map { row in
          let (own, other) = (names[row % 4], names[(row + 1) % 4])
          return "1;\(own);2026-03-\(row / 2 + 10) \(row % 2 + 10):00;\(remark(own, other))\n"
        }.joined()
    }
    let other = try Self.read(log { "Dubbelbemanning med \($1)." })
    #expect(other.quality.unreadPeople.map(\.header) == ["Anteckning"] && other.quality.unreadPeople[0].matches == 4)
    #expect(try Self.read(log { own, _ in "Signerat av \(own)" }).quality.unreadPeople.isEmpty)
  }

  @Test func staffAreKnownByTheNamesBesideTheirIDs() throws {
    let names = ["Eva Ek", "Bo Ås", "Ida Ro", "Per Lund", "Åsa Berg", "Jan Malm", "Liv Dahl"]
    let rows = (0..<14).map { day in
      "K1;\(100 + day % 7);\(names[day % 7]);\(Self.first.advanced(by: day)) 07:30;"
        + (day % 3 == 0 ? "\(names[(day + 1) % 7].split(separator: " ").reversed().joined(separator: ", "))" : "")
        + "\n"
    }
    let reading = try Self.read("Kundnr;Personalnr;Personal;Start;Följeslagare\n" + rows.joined())
    #expect(reading.quality.unreadPeople.map(\.header) == ["Följeslagare"])
    #expect(reading.quality.unreadPeople.map(\.evidence) == [.staff])
  }

  @Test func peopleWhoNeverComeAloneAreKnownByHowTheyAreWritten() throws {
    let ids = try Self.read(Self.log("Med") { day, _ in day % 2 == 0 ? "P\(50 + day % 5)" : "" })
    #expect(ids.quality.unreadPeople.map(\.evidence) == [.likeIDs])
    let people = ["Eva Ek", "Bo Ås", "Ida Ro-Lind", "Per Lund"]
    let names = try Self.read(Self.log("Med") { day, client in (day + client) % 3 == 0 ? people[day % 4] : "" })
    #expect(names.quality.unreadPeople.map(\.evidence) == [.likeNames])
  }

  @Test func columnsThatTellOfNobodyElseArePassedOver() throws {
    let services = ["Personlig Omvårdnad", "Social Omvårdnad", "Annan Omvårdnad"]
    let logs = [
      Self.log("Längd") { day, _ in "\(15 + 5 * (day % 4))" },
      Self.log("Anteckning") { day, client in "rad \(day) \(client)" },
      Self.log("Bomärke") { day, client in "P\((day + client) % 7)" },
      Self.log("Tjänst") { day, client in services[(day + client) % 3] },
      Self.log("Boende") { _, client in ["Eva Ek", "Bo Ås"][client] },
      Self.log("Klar") { day, _ in day % 2 == 0 ? "Ja" : "Nej" },
    ]
    for log in logs { #expect(try Self.read(log).quality.unreadPeople.isEmpty) }
  }

  @Test func lengthsAreNoStaffWhereIDsAreSmallNumbers() throws {
    for header in ["Längd", "Min", "Besökslängd (min)"] {
      let text = Self.log(header, staff: { "\(10 + 5 * ($0 % 7))" }) { day, client in
        "\(15 + 5 * ((day + 2 * client) % 4))"
      }
      #expect(try Self.read(text).quality.unreadPeople.isEmpty)
    }
    let text = Self.log("Med", staff: { "\(10 + $0 % 7)" }) { day, client in "\(10 + (day + client + 2) % 7)" }
    #expect(try Self.read(text).quality.unreadPeople.map(\.header) == ["Med"])
  }

  @Test func aContactUnderAnUnknownHeaderIsToldToBeTheClientsOwn() throws {
    let reading = try Self.read(Self.log("Ansvarig") { _, client in "P\(client)" })
    #expect(reading.quality.unreadPeople.map(\.isOfClient) == [true])
  }

  @Test func aColumnOfProvidersThatHoldsStaffIsToldOf() throws {
    let reading = try Self.read(Self.log("Utförare") { day, client in "P\((day + client + 1) % 7)" })
    #expect(reading.quality.unreadPeople.map(\.column) == [.provider])
  }

  @Test func whatIsFoundDoesNotDependOnThreadsOrOnHowManyFilesThereAre() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = (0..<3).map { folder.appendingPathComponent("\($0).csv").path }
    for (number, path) in paths.enumerated() {
      let text = Self.log("Kollega") { day, _ in day % 4 == number ? "P\(number)" : "" }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let found = try [1, 2, 5].map { threads in
      var options = LogReader.Options()
      options.threads = threads
      return try LogReader.read(paths, options).quality.unreadPeople
    }
    #expect(found[0].map(\.header) == ["Kollega"] && found[0].map(\.values) == [3] && found[0].map(\.rows) == [22])
    #expect(found[1] == found[0] && found[2] == found[0])
  }
}

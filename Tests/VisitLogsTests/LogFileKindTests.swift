import Files
import Foundation
import HomeCare
import Testing
import Workbooks

@testable import VisitLogs

/// A log is the same log, whatever file it comes in.
@Suite struct LogFileKindTests {
  private static let header = ["Kundnr", "Personal", "Datum", "Start", "Slut", "Anmärkning"]
  private static let rows = [
    ["194503010000", "S1", "2026-03-02", "07:30", "08:00", "en;två\ttre"],
    ["007", "S2", "2026-03-03", "12:00", "12:20", "säger \"hej\"\nnästa"],
    ["007", "", "2026-03-04", "12:00", "12:20", ""],
    ["8", "S1", "2026-03-05", "24:70", "", ""],
  ]

  private static func csv(_ delimiter: String) -> String {
    ([header] + rows).map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: delimiter) + "\n"
    }.joined()
  }

  private static func sheet(_ name: String, above: Int = 0) -> SheetTable {
    var table = SheetTable(name)
    for _ in 0..<above {
      table.append("Besök under mars")
      table.endRecord()
    }
    for row in [header] + rows {
      for cell in row { table.append(cell) }
      table.endRecord()
    }
    return table
  }

  private static func json(_ rows: [[String]]) throws -> [[String: String]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func read(_ bytes: [UInt8], _ name: String) throws -> (LogReading, lines: [Int]) {
    let path = FileManager.default.temporaryDirectory.appending(path: "samma-\(UUID().uuidString)-\(name)").path
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reading = try LogReader.read([path])
    return (reading, reading.quality.badRows.map(\.line))
  }

  @Test func sheetsPastesAndRowsOfJSONAreTheSameLogAsCSV() throws {
    let (csv, csvLines) = try read(Array(Self.csv(";").utf8), "log.csv")
    #expect(csv.quality.rows == 4 && csv.quality.used == 2)
    // The second row runs over two lines of the text.
    #expect(csvLines == [5, 6])
    let encoder = JSONEncoder()
    let objects = try Self.json(Self.rows)
    let list = Array(try encoder.encode(objects))
    let wrapped = Array("{\"count\": 4,\n \"visits\": ".utf8) + list + "}".utf8
    let lines = try objects.flatMap { Array(try encoder.encode($0)) + "\n".utf8 }
    let workbook = WorkbookBytes.workbook([SheetTable("Läs mig"), Self.sheet("Utförda", above: 2)])
    let kinds: [(name: String, bytes: [UInt8], bad: [Int])] = [
      ("paste.txt", Array(Self.csv("\t").utf8), [5, 6]), ("list.json", list, [1, 1]),
      ("wrapped.json", wrapped, [2, 2]),
      ("lines.jsonl", lines, [3, 4]), ("log.xlsx", workbook, [6, 7]), ("named.csv", workbook, [6, 7]),
    ]
    for kind in kinds {
      let (reading, bad) = try read(kind.bytes, kind.name)
      #expect(reading.log.clients.map(\.id) == csv.log.clients.map(\.id), "\(kind.name)")
      #expect(reading.log.pastMeetings() == csv.log.pastMeetings(), "\(kind.name)")
      #expect(reading.quality.rows == 4 && reading.quality.bad == csv.quality.bad, "\(kind.name)")
      #expect(bad == kind.bad, "\(kind.name)")
    }
  }

  @Test func sheetsThatAreNoLogsAreTold() throws {
    var other = SheetTable("Förklaring")
    for text in ["Kod", "Betydelse"] { other.append(text) }
    other.endRecord()
    let (reading, _) = try read(WorkbookBytes.workbook([other, Self.sheet("Mars"), Self.sheet("April")]), "log.xlsx")
    #expect(reading.quality.rows == 8 && reading.quality.files.count == 2)
    #expect(reading.quality.files.allSatisfy { $0.file.contains("log.xlsx, sheet \"") })
    #expect(reading.quality.notes.count == 1)
    #expect(
      reading.quality.notes[0].hasSuffix("sheet \"Förklaring\": no log of visits, since it lacks columns; not read"))
    let error = try #require(throws: InputError.self) {
      try read(WorkbookBytes.workbook([other, other]), "log.xlsx")
    }
    #expect(error.problems.count == 2 && error.description.contains("sheet \"Förklaring 2\", row 1: found the columns"))
  }

  @Test func aLogThatNestsOrBreaksIsReadOrRefusedWithItsLine() throws {
    let nested = """
      [{"client": {"id": "C1"}, "staff": "S1", "start": "2026-03-02T07:30", "tags": ["a", 1, null], "tasks": [{}]},
       {"client": {"id": "C2"}, "staff": "S1", "start": null}]
      """
    let (reading, lines) = try read(Array(nested.utf8), "log.json")
    #expect(reading.log.clients.map(\.id) == ["C1"] && lines == [2])
    #expect(
      reading.quality.notes.first?.hasSuffix(
        "the key \"tasks\" holds lists of objects, which are no cells and are left out") ?? false)
    let broken = try #require(throws: InputError.self) {
      try read(Array("[{\"client\": 1},\n {\"client\" 2}]".utf8), "x")
    }
    #expect(broken.problems[0].position == TextPosition(line: 2, character: 12))
    #expect(throws: InputError.self) { try read(Array("{\"a\": 1}".utf8), "x.json") }
  }

  @Test func filesOfTheProjectAreNoRows() throws {
    func holdsRows(_ text: String) throws -> Bool {
      let path = FileManager.default.temporaryDirectory.appending(path: "samma-\(UUID().uuidString).json").path
      try Data(text.utf8).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      return LogReader.holdsRows(path)
    }
    #expect(try holdsRows("[{\"client\": 1}]"))
    #expect(try !holdsRows("{\"format\": \"samma-roster/1\", \"assignments\": [{}]}"))
    #expect(try !holdsRows("{\"a\": 1}") && !holdsRows("nonsense"))
  }
}

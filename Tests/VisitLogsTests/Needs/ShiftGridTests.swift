import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct ShiftGridTests {
  private static let others = [
    "needs.csv": "Kundnr,Återkommande,När på dagen,Längd,Lat,Lon\nk1,varje dag,morgon,30,57.49,12.08\n",
    "staff.csv": "Personal,Namn\nS1,Karin Ek\nS2,Bo Al\n",
  ]
  private static let cells = [
    "Karin Ek": ["D", "D", "L", "", "07-16", "S", "", "K", "", "7-13 (0)", "", "", "D", ""],
    "S2": ["", "K", "K", "ledig", "", "N", "", "D", "07:00–13:00", "d", "", "", "", "16.00-22.00 rast 30"],
  ]
  private static let legend = "D = 07:00–16:00 rast 30\nK = 15-22\nN = 22-07\n"

  private static func rows(_ days: Range<Int> = 0..<14) -> String {
    cells.sorted { $0.key < $1.key }.map { "\($0),75 %,\($1[days].joined(separator: ","))\n" }.joined()
  }

  private func folder(_ grid: String, _ files: [String: String] = [:]) throws -> NeedsFolder {
    try NeedsFolder(Self.others.merging(files) { $1 }.merging(["schema.csv": grid]) { $1 })
  }

  private func shifts(_ folder: NeedsFolder, _ mapping: ExportMapping? = nil) throws -> [String] {
    try folder.reading(nil, mapping).fortnight().shifts.map { shift in
      let rest = shift.breakRule.map { " rast \($0.minutes)" } ?? ""
      return "\(shift.staff) \(shift.start)-\(shift.end.description.suffix(5))\(rest)"
    }.sorted()
  }

  private static let expected = [
    "S1 2026-03-02T07:00-16:00 rast 30", "S1 2026-03-03T07:00-16:00 rast 30", "S1 2026-03-06T07:00-16:00",
    "S1 2026-03-09T15:00-22:00", "S1 2026-03-11T07:00-13:00", "S1 2026-03-14T07:00-16:00 rast 30",
    "S2 2026-03-03T15:00-22:00", "S2 2026-03-04T15:00-22:00", "S2 2026-03-07T22:00-07:00",
    "S2 2026-03-09T07:00-16:00 rast 30", "S2 2026-03-10T07:00-13:00", "S2 2026-03-11T07:00-16:00 rast 30",
    "S2 2026-03-15T16:00-22:00 rast 30",
  ]

  private static let days = ["Mån", "Tis", "Ons", "Tor", "Fre", "Lör", "Sön"]
  private static func header(_ cell: (Int) -> String) -> String { (0..<14).map(cell).joined(separator: ",") }

  static let headers = [
    "Personal,Grad," + header { "\(days[$0 % 7]) v\($0 / 7 + 1)" },
    "Namn,Grad," + header { days[$0 % 7] },
    ",,Vecka 1,,,,,,,Vecka 2\nPersonal,Grad," + header { days[$0 % 7].lowercased() },
    "Enheten Norr\n,,v. 10,,,,,,,v. 11\nMedarbetare,Grad," + header { ["M", "T", "O", "T", "F", "L", "S"][$0 % 7] },
    "Personal,Grad," + header { "\($0 + 1)" },
    "Personal,Grad," + header { "2026-03-\($0 < 8 ? "0" : "")\($0 + 2)" },
    "Personal,Grad," + header { "\(days[$0 % 7]) \($0 + 2)/3" },
    ",,\(header { days[$0 % 7] })\nPersonal,Grad,\(header { "\($0 + 2)/3" })",
  ]

  @Test(arguments: headers) func aGridIsReadWhateverItsDaysAreCalled(_ header: String) throws {
    let grid = try folder("\(header)\n\(Self.rows())\nAntal,,2,2,1\nTeckenförklaring\n\(Self.legend)")
    #expect(try shifts(grid) == Self.expected)
    let reading = try grid.reading()
    #expect(reading.taken.contains { $0.table == .shifts && $0.rows == 2 })
    let how = try #require(reading.taken.last?.how)
    #expect(how.hasPrefix("a grid, a cycle of 2 weeks from 2026-03-02"), "\(how)")
    #expect(how.contains("; 1 cell is an absence, which leaves no shift"), "\(how)")
  }

  @Test func datesHoldAsTheyAreDrawnThoughTheyAreHolidays() throws {
    let holiday = ["holidays.csv": "date,holiday\n2026-03-06,Helg\n"]
    for header in Self.headers.suffix(3) {
      let grid = try folder("\(header)\n\(Self.rows())\n\n\(Self.legend)", holiday)
      #expect(try shifts(grid) == Self.expected, "\(header)")
    }
    // A week as it always is has Sunday's shifts on a holiday.
    let cycle = try folder("\(Self.headers[1])\n\(Self.rows())\n\n\(Self.legend)", holiday)
    #expect(try !shifts(cycle).contains("S1 2026-03-06T07:00-16:00"))
  }

  /// What somebody works on a day of a cycle, whatever its length.
  private static func mark(_ member: Int, _ day: Int) -> String {
    ["D", "K", "L", "", "N"][(day * 3 + member + day / 7) % 5]
  }

  @Test(arguments: 1...6) func aCycleOfSoManyWeeksComesAgain(weeks: Int) throws {
    let header = (0..<7 * weeks).map { "\(Self.days[$0 % 7]) v\($0 / 7 + 1)" }.joined(separator: ",")
    let rows = ["S1", "S2"].enumerated().map { member, id in
      "\(id)," + (0..<7 * weeks).map { Self.mark(member, $0) }.joined(separator: ",")
    }
    let grid = try folder("Personal,\(header)\n\(rows.joined(separator: "\n"))\n\n\(Self.legend)")
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 84)
    let shifts = try grid.reading().instance(over: horizon, name: "x").shifts.map {
      "\($0.staff) \($0.start) \($0.end)"
    }
    let times = ["D": ("07:00", "16:00", 0), "K": ("15:00", "22:00", 0), "N": ("22:00", "07:00", 1)]
    // The night before the first day ends on it.
    let expected = (-1..<84).flatMap { day in
      (0..<2).compactMap { member -> String? in
        times[Self.mark(member, (day + 7 * weeks) % (7 * weeks))].flatMap { start, end, later in
          if day + later < 0 { return nil }
          let date = horizon.start.advanced(by: day)
          return "S\(member + 1) \(date)T\(start) \(date.advanced(by: later))T\(end)"
        }
      }
    }
    #expect(Set(shifts).symmetricDifference(expected) == [] && shifts.count == expected.count)
  }

  @Test func everyRowOfAGridIsUsedOrNamed() throws {
    let names = ["Eva Ek", "Ola Al", "Siv Ås"]
    let grid = try folder(
      "\(Self.headers[1].split(separator: ",").prefix(9).joined(separator: ","))\nKarin Ek,,\"07-11, 16-20\",D,,,,,\n"
        + "S2,,L,S,,,,,\nEva Ek,,D,,,,,,\nOla Al,,,,,,,,\nSiv Ås,,K,,,,,,\nAntal,,3,2,,,,,\n\(Self.legend)",
      ["staff.csv": "Personal,Namn\nS1,Karin Ek\nS2,Bo Al\n" + names.map { "\($0.prefix(2)),\($0)\n" }.joined()])
    let reading = try grid.reading()
    #expect(
      reading.taken.last?.description.hasSuffix(
        "read as shifts, 5 rows; a grid, every week alike from 2026-03-02, the first Monday; 1 cell is an absence, which leaves "
          + "no shift; 4 rows that are no staff, such as sums and explanations") ?? false, "\(reading.taken)")
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 7)
    let expanded = try reading.expanded(over: horizon, name: "x")
    #expect(
      expanded.tallies.map(\.description) == [
        "shifts: 5 rows, 3 used; 2 without a shift: row 3 (S2), 5 (Ola Al)"
      ])
    #expect(expanded.instance.shifts.count { $0.staff == "S1" } == 3)
  }

  @Test func marksMeanWhatALegendAnywhereOrTheMappingSays() throws {
    let grid = "\(Self.headers[0])\n\(Self.rows())"
    let table = "Kod,Start,Slut,Rast\nD,07:00,16:00,30\nK,15:00,22:00,\nN,22:00,07:00,\n"
    #expect(try shifts(folder(grid, ["koder.csv": table])) == Self.expected)
    #expect(try shifts(folder(grid, ["koder.csv": "Pass,Tid\nD,07-16 (30)\nK,15-22\nN,22-07\n"])) == Self.expected)
    let mapping = try ExportMapping(
      json: Array(
        """
        {"format": "samma-mapping/1", "shifts": {"d": "07-16 rast 30", "K": "15:00-22:00", "N": "22-07"}}
        """.utf8))
    #expect(try shifts(folder(grid), mapping) == Self.expected)
    #expect(throws: InputError.self) {
      try ExportMapping(json: Array("{\"format\": \"samma-mapping/1\", \"shifts\": {\"D\": \"dag\"}}".utf8))
    }
  }

  @Test func aMarkWithoutAMeaningIsRefusedWithItsPlaces() throws {
    let grid = try folder("\(Self.headers[0])\n\(Self.rows())D = 07-16\n")
    #expect(
      try grid.problems().map { $0.components(separatedBy: "; expected")[0] } == [
        "schema.csv:2: found the mark \"K\", which stands in line 3, line 3 too", "schema.csv:3: found the mark \"N\"",
      ])
    let unknown = try folder("\(Self.headers[0])\n\(Self.rows())Ny Person,,D\n\(Self.legend)")
    let problem = try #require(try unknown.problems().first)
    #expect(problem.hasPrefix("schema.csv:4: shifts row 3 (Ny Person), staff: found \"Ny Person\""))
  }

  @Test func aWorkbooksGridHasItsWeeksInMergedCellsAndItsPlacesInCells() throws {
    let folder = try NeedsFolder.workbook([
      "Insatser": "Kundnr,Återkommande,När på dagen,Längd,Lat,Lon\nk1,varje dag,morgon,30,57.49,12.08\n",
      "Personal": "Personal,Namn\nS1,Karin Ek\nS2,Bo Al\n", "Schema": "\(Self.headers[5])\n\(Self.rows())",
      "Koder": "Tecken,Betyder\nD,07:00–16:00 rast 30\nK,15-22\n",
    ])
    #expect(
      try folder.problems().map { $0.components(separatedBy: "; expected")[0] } == [
        "week.xlsx, sheet \"Schema\", H3: found the mark \"N\""
      ])
  }

  @Test func aWeekThatIsAlikeAndDatesThatAreNoWholeWeeksAreTold() throws {
    let week = try folder(
      "\(Self.headers[1].split(separator: ",").prefix(9).joined(separator: ","))\n\(Self.rows(0..<7))\(Self.legend)")
    #expect(
      try week.reading().taken.last?.how?.hasPrefix("a grid, every week alike from 2026-03-02, the first Monday")
        ?? false)
    #expect(try shifts(week).count == 2 * 6)
    let some = (0..<9).map { "2026-03-\($0 < 8 ? "0" : "")\($0 + 2)" }.joined(separator: ",")
    let dated = try folder("Personal,Grad,\(some)\n\(Self.rows(0..<9))\(Self.legend)")
    #expect(try dated.reading().taken.last?.how?.hasPrefix("a grid, from 2026-03-02 to 2026-03-10 only") ?? false)
    #expect(try shifts(dated).count == 9)
  }
}

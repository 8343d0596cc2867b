import Files
import Foundation
import HomeCare
import TestSupport
import Testing

@testable import Tables

@Suite struct RoundTripTests {
  private func read(json bytes: [UInt8]) throws -> InstanceDraft {
    let reading = try JSONInstanceReader.read(bytes, file: "a.json")
    #expect(reading.problems.map(\.description) == [])
    return reading.draft
  }

  private func read(_ files: [(name: String, bytes: [UInt8])]) -> InstanceDraft {
    let reading = CSVInstanceReader.read(Dictionary(uniqueKeysWithValues: files.map { ($0, $1) }), folder: "a")
    #expect(reading.problems.map(\.description) == [])
    return reading.draft
  }

  @Test(arguments: InstanceFormat.allCases)
  func `JSON to CSV to JSON loses nothing, whatever the tables hold`(format: InstanceFormat) throws {
    for seed in 0..<200 {
      var source = RandomDraft(seed: UInt64(seed))
      let draft = source.make(format)
      let json = draft.json()
      let fromJSON = try read(json: json)
      #expect(fromJSON == draft, "seed \(seed)")
      let fromCSV = read(fromJSON.csvFiles())
      #expect(fromCSV == draft, "seed \(seed)")
      #expect(fromCSV.json() == json, "seed \(seed)")
    }
  }

  @Test(arguments: [Samples.full, Samples.second])
  func `a validated instance is the same from a file and from a folder`(sample: String) throws {
    try withTemporaryFolder { folder in
      let json = folder.appending(path: "a.json").path
      let tables = folder.appending(path: "tables").path
      try OutputFile.write(Array(sample.utf8), to: json)
      let instance = try InstanceSource(argument: json).read()
      try instance.write(folder: tables)
      #expect(InstanceSource(argument: tables) == .folder(path: tables))
      #expect(try InstanceSource(argument: tables).read().tables == instance.tables)
    }
  }

  @Test func `an instance with nothing in it is written and read`() throws {
    let horizon = Horizon(start: LocalDate(dayNumber: 20_514), days: 1)
    for travel in [Travel.matrix([]), .coordinates(speedKmh: 20, detour: 1, fixedMinutes: 0)] {
      let empty = InstanceDraft(name: "empty", horizon: horizon, travel: travel)
      #expect(try Instance(json: empty.json()).tables == empty)
      try withTemporaryFolder { folder in
        let tables = folder.appending(path: "tables").path
        try empty.write(folder: tables)
        #expect(try InstanceSource(argument: tables).read().tables == empty)
      }
    }
  }

  @Test func `what may be absent can be absent from a folder too`() throws {
    try withTemporaryFolder { folder in
      var draft = try Samples.draft(Samples.full)
      try draft.write(folder: folder.path)
      for name in ["weights", "links", "history"] {
        try FileManager.default.removeItem(at: folder.appending(path: "\(name).csv"))
      }
      draft.weights = Weights()
      draft.links = []
      draft.history = []
      #expect(try InstanceSource(argument: folder.path).read().tables == draft)
    }
  }

  @Test func `tables saved by a spreadsheet are read: separators, CRLF, byte-order marks, column order, blank rows`()
    throws
  {
    try withTemporaryFolder { folder in
      let draft = try Samples.draft(Samples.full)
      try draft.write(folder: folder.path)
      let staff =
        "\u{FEFF}name;id;skills;maxMinutes;location\r\n"
        + "Åsa;S01;insulin ; 4800 ;base\r\n;S02;;;\r\n;;;;\r\n\r\n"
      try OutputFile.write(Array(staff.utf8), to: folder.appending(path: "staff.csv").path)
      let visits = String(decoding: try Data(contentsOf: folder.appending(path: "visits.csv")), as: UTF8.self)
        .replacing("true", with: "TRUE").replacing("false", with: "FALSE").replacing("\n", with: "\r\n")
      try OutputFile.write(Array(visits.utf8), to: folder.appending(path: "visits.csv").path)
      #expect(try InstanceSource(argument: folder.path).read().tables == draft)
    }
  }

  @Test func `the rows and columns of a matrix are placed by their names`() throws {
    try withTemporaryFolder { folder in
      var draft = try Samples.draft(Samples.full)
      draft.travel = .matrix([[0, 7], [9, 0]])
      try draft.write(folder: folder.path)
      let matrix = folder.appending(path: "matrix.csv")
      #expect(String(decoding: try Data(contentsOf: matrix), as: UTF8.self) == "from,base,k1\nbase,0,7\nk1,9,0\n")
      try OutputFile.write(Array("from,k1,base\nk1,0,9\nbase,7,0\n".utf8), to: matrix.path)
      #expect(try InstanceSource(argument: folder.path).read().tables == draft)
    }
  }

  @Test func `writing travel by coordinates into a folder takes the matrix away`() throws {
    try withTemporaryFolder { folder in
      var draft = try Samples.draft(Samples.full)
      let coordinates = draft.travel
      draft.travel = .matrix([[0, 7], [9, 0]])
      try draft.write(folder: folder.path)
      draft.travel = coordinates
      try draft.write(folder: folder.path)
      #expect(try InstanceSource(argument: folder.path).read().tables == draft)
    }
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a;b"), (["a;b", "c"], "a\\;b;c"), ([" a "], "\\ a\\ "),
    (["C:\\x"], "C:\\\\x"), (["a b"], "a b"), (["\\"], "\\\\"), ([" "], "\\ "),
  ])
  func `lists in a cell keep their items apart`(items: [String], cell: String) {
    #expect(ListCell.text(items) == cell)
    #expect(ListCell.items(cell) == items)
  }

  @Test func `lists typed by hand may have spaces beside their separators`() {
    #expect(ListCell.items(" a ; b c;d\\e ") == ["a", "b c", "d\\e"])
  }
}

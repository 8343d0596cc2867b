import Files
import Foundation
import HomeCare
import TestSupport
import Testing

@testable import Tables

@Suite struct InstanceSourceTests {
  private func message(_ argument: String) -> String? {
    do throws(InputError) {
      _ = try InstanceSource(argument: argument).read()
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `an argument names a file, a folder or standard input`() throws {
    #expect(InstanceSource(argument: "-") == .standardInput)
    #expect(InstanceSource(argument: "no-such-file.json") == .json(path: "no-such-file.json"))
    try withTemporaryFolder { folder in
      #expect(InstanceSource(argument: folder.path) == .folder(path: folder.path))
    }
  }

  @Test func `what is not there or not readable is refused`() throws {
    #expect(message("no-such-file.json") == "no-such-file.json: found no such file; expected a file that can be read")
    try withTemporaryFolder { folder in
      #expect(
        message(folder.path)
          == "\(folder.path): found a folder without CSV files; expected an instance: instance.csv, horizon.csv, "
          + "weights.csv, travel.csv, matrix.csv, locations.csv, staff.csv, shifts.csv, clients.csv, visits.csv, "
          + "links.csv, history.csv")
      #expect(throws: InputError.self) { try Roster(path: folder.path) }
    }
  }

  @Test func `a folder never takes the place of a file`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.txt").path
      try OutputFile.write([65], to: file)
      #expect(throws: OutputError.self) { try Samples.draft(Samples.full).write(folder: file) }
      #expect(try FileBytes.read(file) == [65])
    }
  }

  @Test func `every problem is on a line of its own, with its file and place`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "a.json").path
      let text = Samples.full.replacing("\"minutes\": 20", with: "\"minutes\": 0")
        .replacing("\"days\": 7", with: "\"days\": 7.5")
      try OutputFile.write(Array(text.utf8), to: path)
      #expect(
        message(path) == """
          \(path):4:47: horizon, days: found 7.5; expected a whole number from 1 to 3660
          \(path):21:28: visits row 2 (V2), minutes: found 0; expected a whole number from 1 to 10080
          """)
    }
  }

  @Test func `positions count characters, not bytes, and not the byte-order mark`() {
    let text = "\u{FEFF}{\"name\": \"ÅÄÖ 👩‍⚕️\", 5}"
    #expect(
      Samples.problems(text) == [
        "a.json:1:22: found \"5\"; expected a key in double quotes, or }"
      ])
  }

  @Test func `a byte-order mark before JSON is passed over, and UTF-16 is named`() throws {
    #expect(Samples.problems("\u{FEFF}" + Samples.full).isEmpty)
    #expect(
      Samples.problems([0xFF, 0xFE, 0x7B, 0x00]) == [
        "a.json:1:1: found a UTF-16 text; expected UTF-8; save the file in that encoding"
      ])
    #expect(
      Samples.problems([0x7B, 0x22, 0xE5, 0x22]) == [
        "a.json:1:3: found a byte that is not UTF-8 (0xE5); expected UTF-8; save the file in that encoding"
      ])
  }

  @Test func `null stands for what may be absent, and whole numbers may be written with a point`() throws {
    let text = Samples.full.replacing("\"links\": [", with: "\"links\": null, \"x\": [")
      .replacing("\"maxMinutes\": 4800", with: "\"maxMinutes\": null")
      .replacing("\"priority\": 2", with: "\"priority\": 2.0")
    #expect(
      Samples.problems(text) == [
        "a.json:22:18: found the unknown key \"x\" in the instance; expected one of format, name, horizon, weights, "
          + "travel, locations, staff, shifts, clients, visits, links, history"
      ])
  }

  @Test func `places in one long line are found as they are counted by hand`() {
    let text = Array(String(repeating: "åb\n👩‍⚕️c", count: 700).utf8)
    let table = LineTable(text)
    for offset in stride(from: 0, through: text.count, by: 37) {
      let before = text[..<offset]
      let start = before.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
      let lines = before.count { $0 == Byte.lineFeed }
      let characters = before[start...].count { $0 & 0xC0 != 0x80 }
      #expect(table.position(of: offset) == TextPosition(line: lines + 1, character: characters + 1))
    }
  }

  @Test func `every one of many problems in one long line is told`() {
    let visits = (0..<2000).map { #"{"id":"V\#($0)","client":"C","earliest":1,"latest":2,"minutes":"x"}"# }
    let text =
      #"{"format":"samma-instance/1","name":"n","horizon":{"start":"2026-03-02","days":1},"#
      + #""travel":{"kind":"matrix","minutes":[]},"locations":[],"staff":[],"shifts":[],"clients":[],"visits":["#
      + visits.joined(separator: ",") + "]}"
    let problems = Samples.problems(text)
    #expect(problems.count == 4 * visits.count)
  }
}

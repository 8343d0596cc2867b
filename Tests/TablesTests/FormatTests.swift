import Files
import HomeCare
import Testing

@testable import Tables

/// What tells the two formats of instances apart in files.
@Suite struct FormatTests {
  @Test func `every table and column of format 2 is read`() throws {
    let draft = try Samples.draft(Samples.second)
    #expect(draft.format == .two)
    #expect(draft.weights[.unsteadyMinutes] == 2 && draft.weights[.poolMinutes] == 3 && draft.weights[.newFace] == 20)
    #expect(
      draft.travelModes.map(\.id) == ["bicycle", "car"] && draft.travelModes[1].travel == .matrix([[0, 3], [4, 0]]))
    #expect(draft.locations[1].address == "Storgatan 1")
    #expect(draft.staff[0].mode == "bicycle" && draft.staff[0].phone == "070" && draft.shifts[1].mode == "car")
    let client = draft.clients[0]
    #expect([client.phone, client.access, client.remark] == ["08", "key 4", "dog"])
    #expect(
      draft.series == [
        Series(id: "C1-a", client: "C1", usual: 490, tolerance: 0), Series(id: "C1-b", client: "C1", tolerance: 15),
      ])
    #expect(draft.visits.map(\.series) == ["C1-a", "C1-b"] && draft.visits.map(\.alongside) == [false, true])
    #expect(draft.visits[0].tasks == "wash" && draft.alternatives.map(\.visit) == ["V1"])
    #expect(Set(draft.exceptions.map(\.rule)) == Set(Rule.excepted))
    #expect(draft.exceptions[0].by == "Åsa" && draft.exceptions[0].at == LocalDateTime("2026-02-27T09:00"))
  }

  @Test func `a file of format 1 with something of format 2 is told what to do`() {
    let text = Samples.full
      .replacing(#""horizon""#, with: #""series": [], "horizon""#)
      .replacing(#""newFace": 5"#, with: #""newFace": 5, "unsteady": 1"#)
      .replacing(#""id": "S02""#, with: #""id": "S02", "mode": "bicycle""#)
    let hint = #"expected none in this format; or the format "samma-instance/2", which has it"#
    #expect(
      Samples.problems(text).map { String($0.drop { $0 != " " }) } == [
        #" found the key "series" in the instance; \#(hint)"#,
        #" weights, unsteady: found the key "unsteady"; \#(hint)"#,
        #" staff row 2 (S02), mode: found the key "mode"; \#(hint)"#,
      ])
  }

  @Test func `a folder of format 1 with something of format 2 is told what to do`() throws {
    var files = Dictionary(uniqueKeysWithValues: try Samples.draft(Samples.full).csvFiles().map { ($0.name, $0.bytes) })
    files["series.csv"] = Array("id,client\n".utf8)
    files["links.csv"] = Array("first,second,tasks\n".utf8)
    files["locations.csv"] = Array("id,lat,lon,address\nbase,57,12,\nk1,57,12,\n".utf8)
    let hint = #"expected none in this format; or the format "samma-instance/2", which has it"#
    let problems = CSVInstanceReader.read(files, folder: "a").problems.inOrder().map(\.description)
    #expect(problems.contains(#"a: found the file "series.csv"; \#(hint)"#))
    #expect(problems.contains(#"a/locations.csv:1: found the column "address"; \#(hint)"#))
    // What neither format has is unknown.
    #expect(problems.contains { $0.hasPrefix("a/links.csv:1: found the unknown column \"tasks\"") })
  }

  @Test func `matrices of modes are placed by the names of modes and locations`() throws {
    var files = Dictionary(
      uniqueKeysWithValues: try Samples.draft(Samples.second).csvFiles().map { ($0.name, $0.bytes) })
    #expect(files["modeMatrices.csv"] == Array("mode,from,base,k1\ncar,base,0,3\ncar,k1,4,0\n".utf8))
    files["modeMatrices.csv"] = Array("mode,from,k1,base\ncar,k1,0,4\ncar,base,3,0\n".utf8)
    let draft = try CSVInstanceReader.read(files, folder: "a").validated().tables
    #expect(draft.travelModes[1].travel == .matrix([[0, 3], [4, 0]]))
  }

  @Test(arguments: [
    (
      "mode,from,base,k1\ncar,base,0,3\n",
      #"a/modeMatrices.csv:1: travelModes row 2, minutes: found no row "k1" of "car"; expected a row for each location"#
    ),
    (
      "mode,from,base,k1\nboat,base,0,3\ncar,base,0,3\ncar,k1,4,0\n",
      #"a/modeMatrices.csv:2: travelModes row 1, minutes: found the mode "boat"; expected the id of a row of travelModes"#
    ),
    (
      "kind,from,base,k1\ncar,base,0,3\ncar,k1,4,0\n",
      #"a/modeMatrices.csv:1: travelModes row 1, minutes: found "kind"; expected "mode", then "from", and after it the ids of the locations"#
    ),
    (
      "mode,from,base,k1\nbicycle,base,0,3\nbicycle,k1,4,0\ncar,base,0,3\ncar,k1,4,0\n",
      #"a/modeMatrices.csv: travelModes row 1, minutes: found a value where kind is coordinates; expected none, or another kind"#
    ),
  ])
  func `a matrix of modes that does not fit is told of`(text: String, message: String) throws {
    var files = Dictionary(
      uniqueKeysWithValues: try Samples.draft(Samples.second).csvFiles().map { ($0.name, $0.bytes) })
    files["modeMatrices.csv"] = Array(text.utf8)
    let problems = CSVInstanceReader.read(files, folder: "a").problems.map(\.description)
    #expect(problems == [message])
  }

  @Test(arguments: ["8:10", "24:00", "08:60", "08.10", "noon", ""])
  func `a usual time that is no time of day is told of`(text: String) {
    let problems = Samples.problems(Samples.second.replacing("\"08:10\"", with: "\"\(text)\""))
    #expect(problems.count == 1 && problems[0].hasSuffix("expected a time of day such as 08:10"))
  }

  @Test func `a roster of format 2 is written with both parts and its usual times, and read again`() throws {
    var roster = try Roster(json: Array(Samples.roster.utf8))
    #expect(!String(decoding: roster.json(), as: UTF8.self).contains("poolMinutes"))
    roster.score.format = .two
    roster.score[.unsteadyMinutes] = 4
    roster.series = [Roster.UsualTime(id: "C1-a", usual: 490)]
    let text = String(decoding: roster.json(), as: UTF8.self)
    #expect(text.contains(#""imbalance": 0, "poolMinutes": 0, "unsteadyMinutes": 4}"#))
    #expect(text.contains(#"{"id": "C1-a", "usual": "08:10"}"#))
    #expect(try Roster(json: Array(text.utf8)) == roster)
    let half = text.replacing(#""poolMinutes": 0, "#, with: "")
    #expect(Samples.rosterProblems(half).count == 1)
  }

  @Test func `exceptions are written as rows of the instance's table`() throws {
    let exceptions = try Samples.draft(Samples.second).exceptions
    #expect(
      String(decoding: exceptions.csv(), as: UTF8.self).hasPrefix(
        "rule,reason,visit,second,staff,shift,before,after,minutes,by,at\nH2,late bus,V1,,,,5,10,,Åsa,2026-02-27T09:00\n"
      ))
    let rows = String(decoding: exceptions.json(), as: UTF8.self)
    #expect(
      rows.hasPrefix("{\n  \"exceptions\": [\n    {\"rule\": \"H2\", \"reason\": \"late bus\", \"visit\": \"V1\","))
  }
}

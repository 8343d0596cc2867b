import Continuity
import Foundation
import Interchange
import Testing

@Suite struct MeasureCommandTests {
  private static func log(_ folder: TemporaryFolder, rows: Int = 60, extra: String = "") throws -> String {
    var text = "client,staff,start\n"
    for row in 0..<rows {
      text += "K\(row % 2),P\(row % 40),2025-03-\(row % 14 + 10)T08:\(row % 50 + 10)\n"
    }
    try Data((text + extra).utf8).write(to: folder["log.csv"])
    return folder["log.csv"].path
  }

  @Test func aLogIsMeasuredAndSaysWhatItWasReadAs() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await SammaCommand.run("measure", try Self.log(folder))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Definition everyone, version 2"))
    for column in ["client", "staff", "start"] {
      #expect(outcome.output.firstMatch(of: try Regex("\(column) +\(column) +by its header")) != nil)
    }
    let json = try await SammaCommand.run("measure", folder["log.csv"].path, "--json").json
    #expect((json["periods"] as? [[String: Any]])?.count == 1)
    #expect((json["definition"] as? [String: Any])?["name"] as? String == "everyone")
  }

  @Test func tooManyBadRowsEndTheRunAsBadInputAfterTheReport() async throws {
    let folder = try TemporaryFolder()
    let path = try Self.log(folder, extra: ",P1,2025-03-10T08:00\nK1,P1,soon\n")
    let bad = folder["bad.csv"].path
    let outcome = try await SammaCommand.run("measure", path, "--bad-rows", bad)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("bad rows, no-client: 1"))
    let lines = String(decoding: try Data(contentsOf: URL(filePath: bad)), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3 && lines[1].contains(",62,no-client,") && lines[2].contains(",63,bad-start,"))
    #expect(try await SammaCommand.run("measure", path, "--max-bad", "10").status == 0)
  }

  @Test func columnsAreExplainedEvenWhereSomeAreMissing() async throws {
    let folder = try TemporaryFolder()
    try Data("Kund;Starttid;Anteckning\nK1;2025-03-03 08:00;x\n".utf8).write(to: folder["log.csv"])
    let explained = try await SammaCommand.run("measure", "--explain-columns", folder["log.csv"].path)
    #expect(explained.status == 0)
    #expect(explained.output.contains("missing and needed: staff"))
    #expect(try await SammaCommand.run("measure", folder["log.csv"].path).status == 2)
  }

  @Test func questionsAreShownWithTheColumnsAndHowToAnswerThem() async throws {
    let folder = try TemporaryFolder()
    let path = folder["log.csv"].path
    try Data("Kundnr;Klientnr;Personal;Start\n1;2;P1;2025-03-03 08:00\n".utf8).write(to: folder["log.csv"])
    let columns = try await SammaCommand.run("measure", "--explain-columns", path)
    #expect(columns.status == 0 && columns.output.contains("question: "))
    #expect(columns.output.contains("\"Kundnr\" and \"Klientnr\"") && columns.output.contains("\"client\": \"Kundnr\""))
    // What the rows alone tell is asked as well.
    try Data("Kundnr;Personal;Start;Med\n1;P1;03/04/2025 08:00;\n1;P2;04/04/2025 08:00;P1\n".utf8)
      .write(to: folder["log.csv"])
    let dates = try await SammaCommand.run("measure", "--explain-columns", path)
    #expect(dates.output.contains("question: ") && dates.output.contains("dateOrder"))
    try Data("Kundnr;Personal;Start;Med\n1;P1;2025-03-03 08:00;\n1;P2;2025-03-04 08:00;P1\n".utf8)
      .write(to: folder["log.csv"])
    let staff = try await SammaCommand.run("measure", "--explain-columns", "--lang", "sv", path)
    #expect(staff.output.contains("fråga: kolumnen \"Med\" läses inte"))
  }

  @Test(
    "refusals and notes are in the language asked for",
    arguments: [
      ("Kundnr;Klientnr;Personal;Start\n1;2;P1;2025-03-03 08:00\n", "väntade en mappning som säger vilken"),
      ("Kundnr;Start\n1;2025-03-03 08:00\n", "hittade kolumnerna \"Kundnr\", \"Start\"; väntade en kolumn personal"),
      (
        "Kundnr;Personal;Start\n1;P1;03/04/2025 08:00\n",
        "i kolumnen \"Start\" datum som kan läsas som dag, månad, år eller som månad, dag, år, till exempel"
      ),
      ("Kundnr;Personal;Start\n1,94503E+11;P1;2025-03-03 08:00\n", "\"1,94503E+11\" i kolumnen \"Kundnr\""),
      (
        "Kundnr;Personal;Start\n1;P1;2025-03-03 08:00\n",
        "2025-03-03 till 2025-03-03 är kortare än en period om 14 dagar"
      ),
    ])
  func swedishRefusals(log: String, expected: String) async throws {
    let folder = try TemporaryFolder()
    try Data(log.utf8).write(to: folder["log.csv"])
    let outcome = try await SammaCommand.run("measure", folder["log.csv"].path, "--lang", "sv")
    #expect(outcome.status == 2 && outcome.errors.contains(expected), "\(outcome.errors)")
    for word in ["found", "expected", "such as", "column "] {
      #expect(!outcome.errors.contains(word), "\(outcome.errors)")
    }
  }

  @Test func aMistypedDateIsToldAndNoPeriod() async throws {
    let folder = try TemporaryFolder()
    let path = try Self.log(folder, rows: 420, extra: "K1,P1,2062-03-02T08:00\n")
    let outcome = try await SammaCommand.run("measure", path)
    #expect(outcome.output.contains("1 visit lies four weeks or more from all others (2062-03-02 to 2062-03-02"))
    let json = try await SammaCommand.run("measure", path, "--json").json
    let periods = try #require(json["periods"] as? [[String: Any]])
    #expect(periods.count == 1 && periods[0]["to"] as? String == "2025-03-23")
    let asked = try await SammaCommand.run("measure", path, "--from", "2062-02-17", "--to", "2062-03-02", "--json").json
    #expect((asked["periods"] as? [[String: Any]])?.first?["clients"] as? Int == 1)
  }

  @Test func standardInputMayHaveAMappingOfItsOwn() async throws {
    let folder = try TemporaryFolder()
    try Data(#"{"format": "samma-mapping/1", "columns": {"client": "Vem"}}"#.utf8).write(to: folder["map.json"])
    let log = "Vem;Personal;Start\n" + (0..<14).map { "1;P\($0 % 3);2025-03-\(10 + $0) 08:00\n" }.joined()
    let json = try await SammaCommand.run("measure", "-", "--map", "-=\(folder["map.json"].path)", "--json", input: log)
      .json
    #expect((json["periods"] as? [[String: Any]])?.first?["mean"] as? Double == 3)
  }

  @Test func rowsAloneAreWarnedOfOnStandardErrorInTheLanguageAskedFor() async throws {
    let folder = try TemporaryFolder()
    let log =
      "Kundnr;Personalnr;Personal;Start;Kollega\n"
      + (0..<28).map { "1;P\($0 % 3);;2025-03-\(10 + $0 / 2) \($0 % 2 + 10):00;P\(($0 + 1) % 3)\n" }.joined()
      + "1;;Eva Ek;2025-03-12 08:00;\n"
    try Data(log.utf8).write(to: folder["log.csv"])
    let outcome = try await SammaCommand.run(
      "measure", folder["log.csv"].path, "--csv", "--lang", "sv", "--max-bad", "50")
    #expect(outcome.status == 0 && outcome.errors.contains("kolumnen \"Kollega\" läses inte"))
    #expect(outcome.errors.contains("1 rad har ett namn i kolumnen \"Personal\" men inget nummer i \"Personalnr\""))
    #expect(outcome.errors.contains("1 av 29 rader kunde inte användas"))
    try Data("Kundnr;Personalnr;Personal;Start\n1;;Eva Ek;2025-03-12 08:00\n".utf8).write(to: folder["log.csv"])
    let nothing = try await SammaCommand.run("measure", folder["log.csv"].path)
    #expect(nothing.status == 2 && nothing.errors.contains(#"{"columns": {"staff": "Personal"}}"#))
  }

  @Test func thePageIsWrittenAndPseudonymsKeepTheirKey() async throws {
    let folder = try TemporaryFolder()
    let (path, page, key) = (try Self.log(folder), folder["report.html"].path, folder["key"].path)
    #expect(try await SammaCommand.run("measure", path, "-o", page, "--anonymous", key).status == 0)
    let first = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    #expect(first.contains("<h1>Personalkontinuitet</h1>") && !first.contains(">K1<"))
    #expect(try await SammaCommand.run("measure", path, "-o", page, "--anonymous", key, "--lang", "en").status == 0)
    let second = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    #expect(second.contains("<h1>Continuity of staff</h1>"))
    let pseudonym = try #require(first.firstMatch(of: /K-[0-9a-z]{10}/)?.output)
    #expect(second.contains(pseudonym))
  }

  @Test func thePageTellsAreasApartWithoutBeingAskedAndNamesTheProgram() async throws {
    let folder = try TemporaryFolder()
    var text = "client,staff,start,end,area\n"
    for row in 0..<60 {
      let minute = row % 50 + 10
      text += "K\(row % 12),P\(row % 40),2025-03-\(row % 14 + 10)T08:\(minute),2025-03-\(row % 14 + 10)T09:\(minute),"
      text += "area \(row % 12)\n"
    }
    try Data(text.utf8).write(to: folder["log.csv"])
    let (log, file) = (folder["log.csv"].path, folder["report.html"].path)
    #expect(try await SammaCommand.run("measure", log, "--rolling", "--lang", "en", "-o", file).status == 0)
    let page = String(decoding: try Data(contentsOf: folder["report.html"]), as: UTF8.self)
    let (two, ten) = (page.range(of: "<bdi>area 2</bdi>"), page.range(of: "<bdi>area 10</bdi>"))
    #expect(try #require(two).lowerBound < #require(ten).lowerBound)
    #expect(page.contains("samma 0.1.0; definition everyone 2"))
    let json = try await SammaCommand.run("measure", log, "--rolling", "--by", "area", "--json").json
    #expect((json["clients"] as? [[String: Any]])?.count == 12)
    let days = try #require(json["periods"] as? [[String: Any]])
    #expect(((days.last?["groups"] as? [String: Any])?["area"] as? [Any])?.count == 12)
  }

  @Test func aPlanIsLaidBesideItsOutcome() async throws {
    let folder = try TemporaryFolder()
    let (instance, roster) = (folder["unit.json"].path, folder["roster.json"].path)
    let small = ["generate", "--clients", "6", "--start", "2025-03-10", "-o", instance]
    #expect(try await SammaCommand.run(small).status == 0)
    let plan = ["plan", instance, "-o", roster, "--iterations", "200", "--solver", "heuristic", "--threads", "1"]
    #expect(try await SammaCommand.run(plan).status == 0)
    let alone = try await SammaCommand.run(
      "measure", roster, "--instance", instance, "--definition", "plan", "--json")
    let report = try await SammaCommand.run("report", instance, roster, "--json").json
    let period = try #require((try alone.json["periods"] as? [[String: Any]])?.first)
    #expect(period["mean"] as? Double == report["mean"] as? Double)
    #expect((try alone.json["input"] as? [String: Any])?["basis"] as? String == "planned")
    let both = try await SammaCommand.run("measure", try Self.log(folder), roster, "--instance", instance, "--json")
    #expect((try both.json["planned"] as? [[String: Any]])?.count == 1)
    #expect(try await SammaCommand.run("measure", roster).status == 2)
  }

  @Test func definitionsAreListedAndPrintedAsFilesThatCanBeUsed() async throws {
    let folder = try TemporaryFolder()
    let list = try await SammaCommand.run("definitions")
    #expect(list.output.split(separator: "\n").count == Definition.standard.count)
    let printed = try await SammaCommand.run("definitions", "kkik")
    let own = printed.output.replacing("\"kkik\"", with: "\"own\"").replacing(
      "\"minimumAge\":65", with: "\"minimumAge\":80")
    try Data(own.utf8).write(to: folder["own.json"])
    let outcome = try await SammaCommand.run(
      "measure", try Self.log(folder), "--definition", folder["own.json"].path, "--json")
    #expect((try outcome.json["definition"] as? [String: Any])?["name"] as? String == "own")
  }

  @Test(arguments: [[], ["--rolling"]]) func csvInSwedishOpensInSwedishSpreadsheets(_ rolling: [String]) async throws {
    let folder = try TemporaryFolder()
    let log = try Self.log(folder)
    let plain = try await SammaCommand.run(["measure", log, "--csv"] + rolling).output
    let swedish = try await SammaCommand.run(["measure", log, "--csv", "--lang", "sv"] + rolling).output
    let text = swedish.replacing("\u{FEFF}", with: "")
    #expect(swedish.hasPrefix("\u{FEFF}client;from;to;") && text.contains("\n") && !plain.hasPrefix("\u{FEFF}"))
    #expect(
      text.replacing("\"", with: "").replacing(",", with: ".").replacing(";", with: ",")
        == plain.replacing("\"", with: "").replacing(";", with: ","))
  }

  @Test(arguments: [[], ["--rolling"]]) func aWorkbookHoldsTheRowsOfTheCSV(_ rolling: [String]) async throws {
    let folder = try TemporaryFolder()
    let (log, path) = (try Self.log(folder), folder["report.xlsx"].path)
    let csv = try await SammaCommand.run(["measure", log, "--csv"] + rolling)
    let outcome = try await SammaCommand.run(["measure", log, "--xlsx", path, "--lang", "sv"] + rolling)
    #expect(csv.status == 0 && outcome.status == 0 && outcome.output.isEmpty)
    let workbook = try Workbook(Array(try Data(contentsOf: folder["report.xlsx"])), file: "report.xlsx")
    #expect(
      workbook.sheets.map(\.name) == ["kunder", "perioder och grupper", "personal", "nyckeltal", "läst som"])
    let rows = String(decoding: try workbook.text(of: workbook.sheets[0]).table.bytes, as: UTF8.self)
      .split(separator: "\n")
    let expected = csv.output.split(separator: "\n")
    #expect(rows.count == expected.count && rows.count > 1)
    for (row, line) in zip(rows, expected) {
      #expect(row.split(separator: "\t").prefix(4) == line.split(separator: ",").prefix(4))
    }
  }

  @Test func theTablesOfAWorkbookAreWrittenAsFilesToo() async throws {
    let folder = try TemporaryFolder()
    let log = try Self.log(folder)
    for (edition, names) in [
      ("work", ["clients", "figures", "periods", "read-as", "staff"]),
      ("board", ["distribution", "periods", "read-as"]),
    ] {
      let path = folder[edition].path
      let outcome = try await SammaCommand.run("measure", log, "--tables", path, "--edition", edition, "--lang", "en")
      #expect(outcome.status == 0 && outcome.output.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == names.map { "\($0).csv" })
    }
  }

  @Test(
    "wrong requests are bad usage",
    arguments: [
      ["--by", "colour"], ["--json", "--csv"], ["--from", "2025-03-20", "--to", "2025-03-10"], ["--max-bad", "200"],
      ["--from", "2030-01-01"], ["--definition", "nothing"], ["--map", "nothing"],
    ])
  func wrongRequests(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    #expect(try await SammaCommand.run(["measure", try Self.log(folder)] + arguments).status == 2)
  }
}

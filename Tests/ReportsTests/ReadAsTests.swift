import Continuity
import Foundation
import HomeCare
import Interchange
import Testing

@testable import Reports

/// What a log was read as: rows add up, and whoever follows the table gets the same headline.
@Suite struct ReadAsTests {
  private static let first = LocalDate("2026-03-02")!

  /// A log in a dialect that is drawn, as rows of cells under a header.
  private struct Export {
    var header: [String]
    var rows: [[String]] = []
    let delimiter: String
    var kind = Kind.text

    /// What the rows are written as.
    enum Kind: CaseIterable {
      case text, windows1252, jsonLines, workbook
    }

    var bytes: [UInt8] {
      let text = ([header] + rows).map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n"
      switch kind {
      case .text: return Array(text.utf8)
      case .windows1252: return text.unicodeScalars.map { UInt8($0.value) }
      case .jsonLines:
        let lines = rows.map { row in
          "{" + zip(header, row).map { "\(quoted($0)): \(quoted($1))" }.joined(separator: ", ") + "}\n"
        }
        return Array(lines.joined().utf8)
      case .workbook:
        var sheet = SheetTable("Besök")
        for cells in [header] + rows {
          for cell in cells {
            // Dates and times are such in workbooks, not text.
            if let moment = LocalDateTime(cell.replacing(" ", with: "T")) {
              sheet.append(moment)
            } else {
              sheet.append(cell)
            }
          }
          sheet.endRecord()
        }
        return WorkbookBytes.workbook([sheet])
      }
    }

    init(_ random: inout SeededGenerator) {
      let names: [[String]] = [
        ["Kundnr", "Brukare", "client", "Member ID"], ["Personalnr", "Personal", "staff", "Employee ID"],
        ["Start", "Starttid", "Time In"], ["Besökstyp", "category", "Insats"], ["Status", "status"],
        ["Yrkeskategori", "Befattning"],
      ]
      header = names.map { random.pick($0) }
      let hasSecond = random.chance(1, in: 2)
      if hasSecond { header.append(header[1] + " 2") }
      header.append(random.pick(["Längd", "Tid (h)"]))
      kind = random.pick(Kind.allCases)
      delimiter = random.pick([";", ",", "\t"])
      let shape = random.pick(["T", " "])
      for _ in 0..<random.int(in: 20...120) {
        let start = first.advanced(by: random.int(below: 20)).midnight.advanced(by: 5 * random.int(below: 288))
        var row = [
          random.chance(1, in: 30) ? "" : "K\(random.int(below: 5))", "P\(random.int(below: 9))",
          random.chance(1, in: 30) ? "soon" : start.description.replacing("T", with: shape),
          random.pick(["Omvårdnad", "Måltid", "Matleverans", "Larm", "Promenad", "HSL", ""]),
          random.pick(["Utförd", "Utförd", "Utförd", "Avbokad", "Kanske"]),
          random.pick(["Undersköterska", "SSK", "Vikarie", ""]),
        ]
        if hasSecond { row.append(random.chance(1, in: 3) ? "P\(random.int(below: 9))" : "") }
        row.append("0\(delimiter == "," ? "." : ",")\(random.int(in: 1...9))")
        rows.append(row)
        if random.chance(1, in: 10) { rows.append(row) }
      }
    }
  }

  private static func report(_ export: Export, _ definition: Definition) throws -> MeasureReport {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(export.bytes).write(to: URL(fileURLWithPath: path))
    let reading = try LogReader.read([path])
    let measurer = LogMeasurer(reading.log, definition)
    return MeasureReport(
      measurer, quality: reading.quality, periods: [first..<first.advanced(by: 14)], groupings: [])
  }

  @Test func rowsAddUpAndTheTableGivesTheHeadlineInRandomDialects() throws {
    var random = SeededGenerator(seed: 181)
    for _ in 0..<80 {
      let export = Export(&random)
      var definition = Definition(name: "drawn", version: 1, purpose: "a test")
      definition.excludedCategories = random.pick([[], ["meal"], ["Larm", "Promenad"]])
      definition.excludedStaffCategories = random.pick([[], ["home-nursing"], ["Vikarie"]])
      let json = try parsed(try Self.report(export, definition).json())
      let readAs = try #require(json["readAs"] as? [String: Any])
      let rows = try #require(readAs["rows"] as? [String: Any])
      let became = try #require(rows["became"] as? [String: Int])
      let further = try #require(rows["furtherStaff"] as? Int)
      #expect(rows["read"] as? Int == export.rows.count)
      #expect(
        (readAs["warnings"] as? [[String: Any]])?.contains { $0["kind"] as? String == "people-not-read" } == false)
      #expect(became.values.reduce(0, +) == export.rows.count + further)
      let period = try #require((json["periods"] as? [[String: Any]])?.first)
      let met = try Self.recount(export, readAs)
      #expect(period["clients"] as? Int == met.count)
      #expect(period["distinct"] as? Int ?? period["sum"] as? Int == met.values.reduce(0) { $0 + $1.count })
    }
  }

  /// Whom each client met, by nothing but the table: the roles of columns and the verdicts on words.
  private static func recount(_ export: Export, _ readAs: [String: Any]) throws -> [String: Set<String>] {
    let file = try #require((readAs["files"] as? [[String: Any]])?.first)
    let roles = try #require(file["columns"] as? [[String: Any]]).map { $0["column"] as? String }
    var verdicts: [String: String] = [:]
    for word in try #require(readAs["words"] as? [[String: Any]]) {
      verdicts["\(word["column"] ?? "")/\(word["word"] ?? "")"] = word["verdict"] as? String
    }
    var met: [String: Set<String>] = [:]
    for row in export.rows {
      var (client, staff, day): (String, [String], LocalDate?) = ("", [], nil)
      var words: [String: String] = [:]
      for (role, cell) in zip(roles, row) {
        switch role {
        case "client": client = cell
        case "staff": if !cell.isEmpty { staff.append(cell) }
        case "start": day = LocalDate(String(cell.prefix(10)))
        default: if let role, !cell.isEmpty { words[role] = cell }
        }
      }
      guard !client.isEmpty, let day, (first..<first.advanced(by: 14)).contains(day) else { continue }
      let known = words.map { (column: $0.key, verdict: verdicts["\($0.key)/\($0.value)"] ?? "") }
      let counts = known.allSatisfy { word in
        // Nursing is left out only where the row does not say what kind of staff came.
        word.verdict == "counted" || word.verdict == "left-out-by-unknown-staff" && words["staffCategory"] != nil
      }
      if counts { met[client, default: []].formUnion(staff) }
    }
    return met
  }

  @Test func whatMustBeDecidedIsToldInTextPageAndJSON() throws {
    var random = SeededGenerator(seed: 5)
    var export = Export(&random)
    export.kind = .text
    export.header = ["Kundnr", "Personalnr", "Start", "Besökstyp"]
    export.rows = (0..<14).flatMap { day in
      ["Omvårdnad", "Promenad", "HSL"].enumerated().map {
        ["1", "P\($0)", "\(Self.first.advanced(by: day))T1\($0):30", $1]
      }
    }
    let report = try Self.report(export, .kkik)
    let (text, page) = (report.text(.english), report.html(.swedish))
    #expect(text.contains("Warning: 14 rows are of nursing") && text.contains("Promenad (14)"))
    #expect(text.contains("the definition leaves out meal, but no word of the column of category means that"))
    #expect(page.contains("14 rader gäller sjukvård") && page.contains("Promenad (14)"))
    let readAs = try #require(try parsed(report.json())["readAs"] as? [String: Any])
    let kinds = try #require(readAs["warnings"] as? [[String: Any]]).compactMap { $0["kind"] as? String }
    #expect(
      kinds == [
        "ages-unknown", "nursing-by-unknown-staff", "exclusion-matched-nothing", "exclusion-matched-nothing",
        "unknown-words",
      ])
    #expect(text.contains("leaves out clients under 65, but the age of 1 of the 1 counted is not known"))
    #expect(try BoardReport(report, limit: 5).text(.swedish).contains("loggen anger inte allas ålder"))
  }

  @Test func wordsThatAreNotListedAreCountedInTextAndPage() throws {
    var random = SeededGenerator(seed: 11)
    var export = Export(&random)
    export.kind = .text
    export.header = ["Kundnr", "Personalnr", "Start", "Besökstyp"]
    export.rows = (0..<67).map { ["K1", "P1", "\(Self.first.advanced(by: $0 % 14))T10:30", "Insats \($0)"] }
    let report = try Self.report(export, .everyone)
    #expect(report.text(.english).contains("… and 7 more\n"))
    #expect(report.html(.english).contains("<p>… and 7 more</p>"))
  }

  @Test func whatLimitsTheFiguresIsToldToABoardToo() throws {
    var random = SeededGenerator(seed: 7)
    var export = Export(&random)
    export.kind = .text
    export.header = ["Kundnr", "Personalnr", "Start", "Besökstyp"]
    // Half a fortnight, of which a third is nursing by nobody knows whom.
    export.rows = (0..<7).flatMap { day in
      (0..<20).flatMap { client in
        ["Omvårdnad", "HSL"].enumerated().map {
          ["K\(client)", "P\(client % 3)", "\(Self.first.advanced(by: day))T1\($0):30", $1]
        }
      }
    }
    let report = try Self.report(export, .kkik)
    let board = try BoardReport(report, limit: 5)
    let part = "loggen har bara en del av perioden 2026-03-02 – 2026-03-15"
    for text in [report.text(.swedish), report.html(.swedish), board.text(.swedish), board.html(.swedish)] {
      #expect(text.lowercased().contains(part) && text.contains("undantas som hemsjukvård"))
    }
    let input = try #require(try parsed(board.json())["input"] as? [String: Any])
    #expect(
      input["warnings"] as? [String] == [
        "part-of-period", "nursing-by-unknown-staff", "exclusion-matched-nothing", "exclusion-matched-nothing",
      ])
  }

  /// Twenty clients, of whom six have two providers; whoever comes along stands under a header that nobody knows.
  private static var unread: Export {
    var random = SeededGenerator(seed: 3)
    var export = Export(&random)
    export.kind = .text
    export.header = ["Kundnr", "Kund", "Personalnr", "Personal", "Start", "Utförare", "Medhjälpare"]
    export.rows = (0..<14).flatMap { day in
      (0..<20).map { client in
        let evening = client < 6 && day > 10
        let member = (evening ? 40 : 10) + (client + day) % 9
        return [
          "K\(client)", "Klient Nr\(client)son", "P\(member)", "Namn Nr\(member)berg",
          "\(first.advanced(by: day))T1\(client % 10):00", evening ? "Kväll" : "Dag",
          (client + day) % 5 == 0 ? "P\(10 + (client + day + 1) % 9)" : "",
        ]
      }
    }
    return export
  }

  @Test func staffInAColumnThatIsNotReadAreToldInEveryFormAndToABoardWithoutAValue() throws {
    let report = try Self.report(Self.unread, .everyone)
    let mapping = #"{"columns": {"staff": ["Personalnr", "Medhjälpare"]}}"#
    for text in [report.text(.english), report.text(.swedish)] {
      #expect(
        text.contains("\"Medhjälpare\"") && text.contains(mapping) && text.contains(#"{"ignore": ["Medhjälpare"]}"#))
    }
    #expect(report.text(.swedish).contains("den som nämns där räknas inte"))
    #expect(report.html(.swedish).contains("är personal i loggen, på 56 rader"))
    let warnings = try #require(
      (try parsed(report.json())["readAs"] as? [String: Any])?["warnings"] as? [[String: Any]])
    #expect(warnings.contains { $0["kind"] as? String == "people-not-read" })
    let board = try BoardReport(report, limit: 5)
    for text in [board.text(.english), board.html(.english)] {
      #expect(text.lowercased().contains("a column of the log that is not read seems to hold staff"))
      #expect(!text.contains("Medhjälpare") && !text.contains("Namn Nr") && !text.contains("Klient Nr"))
    }
    let input = try #require(try parsed(board.json())["input"] as? [String: Any])
    #expect((input["warnings"] as? [String])?.contains("people-not-read") == true)
  }

  @Test func peopleAreShownWithTheirNamesWhereIDsAreShown() throws {
    var report = try Self.report(Self.unread, .everyone)
    #expect(report.text(.english).contains("K3 (Klient Nr3son)"))
    #expect(report.html(.english, limit: 60).contains("<bdi>P12 (Namn Nr12berg)</bdi>"))
    let clients = try #require(try parsed(report.json())["clients"] as? [[String: Any]])
    #expect(clients.contains { $0["client"] as? String == "K3" && $0["name"] as? String == "Klient Nr3son" })
    report.pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 16))
    for text in [report.text(.english), report.html(.swedish), String(decoding: report.json(), as: UTF8.self)] {
      #expect(!text.contains("Klient Nr") && !text.contains("Namn Nr"))
    }
  }

  @Test func clientsOfSeveralProvidersAreNamedForWorkAndCountedForABoard() throws {
    let report = try Self.report(Self.unread, .everyone)
    let text = report.text(.english)
    #expect(text.contains("Warning: 6 counted clients have more than one provider"))
    #expect(text.contains("6 clients with several providers or areas"))
    #expect(text.contains("Dag: 9 staff in 11 meetings; Kväll: 3 staff in 3 meetings"))
    #expect(report.html(.swedish).contains("Dag: 9 personal vid 11 möten; Kväll: 3 personal vid 3 möten"))
    let several = try #require(try parsed(report.json())["severalGroups"] as? [[String: Any]])
    #expect(several.compactMap { $0["client"] as? String } == (0..<6).map { "K\($0)" })
    let board = try BoardReport(report, limit: 5)
    #expect(board.text(.swedish).contains("6 räknade kunder har mer än en utförare"))
    #expect(try BoardReport(report, limit: 7).text(.swedish).contains("några räknade kunder har mer än en utförare"))
  }

  /// A column of a log as people export it, with the same two visits a day for each of thirty clients.
  private static func daily(_ header: [String], _ cells: (_ day: Int, _ client: Int) -> [String]) -> Export {
    var random = SeededGenerator(seed: 4)
    var export = Export(&random)
    export.kind = .text
    export.header = ["Kundnr", "Personalnr", "Start"] + header
    export.rows = (0..<14).flatMap { day in
      (0..<30).map { client in
        ["K\(client)", "P\((client + day) % 12)", "\(first.advanced(by: day))T1\(client % 10):00"] + cells(day, client)
      }
    }
    return export
  }

  @Test(arguments: ["Utförare", "Område"]) func peopleInAColumnOfPlacesAreToldAndNeverShownToABoard(header: String)
    throws
  {
    let export = Self.daily([header]) { day, client in ["Namn Nr\((client + day) % 12)berg"] }
    var report = try Self.report(export, .everyone)
    report = MeasureReport(
      report.measurer, quality: report.quality, periods: report.periods.map(\.dates),
      groupings: [header == "Utförare" ? .provider : .area])
    #expect(report.text(.english).contains("\"\(header)\""))
    let board = try BoardReport(report, limit: 5)
    #expect(board.shown.classifications.isEmpty && board.leftOut.count == 1)
    for form in try PublicForms(board).all { #expect(!form.contains("berg")) }
    // Clients in such a column are as little for the public.
    let clients = Self.daily([header]) { _, client in ["Klient Nr\(client)son"] }
    let ofClients = try Self.report(clients, .everyone)
    let other = MeasureReport(
      ofClients.measurer, quality: ofClients.quality, periods: ofClients.periods.map(\.dates),
      groupings: [header == "Utförare" ? .provider : .area])
    for form in try PublicForms(try BoardReport(other, limit: 5)).all {
      #expect(!form.contains("son\n") && !form.contains("Klient Nr"))
    }
  }

  @Test func rowsThatCouldNotBeUsedStandAboveTheFiguresInBothEditions() throws {
    let export = Self.daily(["Status"]) { day, client in [client % 3 == 0 ? "Hm" : "Utförd"] }
    let report = try Self.report(export, .everyone)
    let board = try BoardReport(report, limit: 5)
    for text in [report.text(.english), board.text(.english)] {
      let warning = try #require(text.range(of: "140 of 420 rows could not be used (unknown status: 140)"))
      #expect(warning.lowerBound < (try #require(text.range(of: "different staff on average")).lowerBound))
    }
    #expect(report.html(.swedish).contains("140 av 420 rader kunde inte användas"))
  }

  @Test(
    "called-off visits in a column that is not read are told in both editions",
    arguments: [
      ("Avvikelse", "Inställt av kund", ""), ("Avbokad", "Ja", "Nej"), ("Frånvaroorsak", "Borta", ""),
      ("Orsak", "Sjukhus", ""),
      ("Anm", "Bom – ej hemma", "ok"),
    ])
  func calledOff(header: String, word: String, other: String) throws {
    let export = Self.daily([header]) { day, client in [client % 10 == 0 ? word : other] }
    let report = try Self.report(export, .everyone)
    #expect(report.text(.english).contains("the column \"\(header)\" is not read, and on 42 rows speaks of visits"))
    let board = try BoardReport(report, limit: 5).text(.swedish)
    #expect(board.contains("talar om besök som inte blev av") && !board.contains(header))
    let quiet = Self.daily([header]) { _, _ in [other] }
    #expect(!(try Self.report(quiet, .everyone).text(.english)).contains("speaks of visits"))
  }

  @Test func visitsOfNoLengthAreTold() throws {
    let export = Self.daily(["Slut"]) { day, client in
      ["\(Self.first.advanced(by: day))T1\(client % 10):\(client % 10 == 0 ? "00" : "20")"]
    }
    let report = try Self.report(export, .everyone)
    #expect(report.text(.english).contains("42 visits begin and end at the same minute"))
    #expect(try BoardReport(report, limit: 5).text(.english).contains("some visits begin and end at the same minute"))
  }

  @Test func peopleWrittenInSeveralWaysAreTold() throws {
    var export = Self.daily([]) { _, _ in [] }
    for row in export.rows.indices {
      let number = row % 12
      export.rows[row][1] =
        ["Åsa Ek\(["a", "b", "c"][number % 3])", "Ek\(["a", "b", "c"][number % 3]) Åsa", "Bo Ås (USK)", "Bo Ås"][
          number / 3]
      export.rows[row][0] = row % 2 == 0 ? "0000\(row / 2 % 5 + 1)" : "\(row / 2 % 5 + 1)"
    }
    let text = try Self.report(export, .everyone).text(.english)
    #expect(text.contains("4 names of the column of staff are written as another is"))
    #expect(text.contains("5 numbers of the column of client are written as another is but for zeros"))
    #expect(
      try BoardReport(try Self.report(Self.unread, .everyone), limit: 5).text(.english).contains("several ways")
        == false)
  }

  @Test func oneOfAKindIsToldInTheSingular() throws {
    var export = Self.unread
    export.header = ["Kundnr", "Personalnr", "Start", "Besökstyp"]
    export.rows = [["K1", "P1, P2", "\(Self.first)T10:00", "HSL"], ["K1", "P1", "\(Self.first)T12:00", "Dusch"]]
    let report = try Self.report(export, .kkik)
    #expect(report.text(.english).contains("1 list of several staff in a cell was read as several people"))
    #expect(report.text(.swedish).contains("1 lista med flera personer i en cell lästes som flera personer"))
  }
}

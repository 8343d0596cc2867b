import Foundation
import HomeCare
import Interchange
import Subprocess
import TestSupport
import Testing

/// The Python package `icalendar`, a reader of others' making.
enum PythonCalendar {
  /// Reads every calendar of a folder strictly and prints its events, a line each.
  static let script = """
    import glob, sys, icalendar
    for path in sorted(glob.glob(sys.argv[1] + '/*.ics')):
        raw = open(path, 'rb').read()
        assert all(len(line) <= 75 for line in raw.split(b'\\r\\n')), path
        calendar = icalendar.Calendar.from_ical(raw)
        assert not calendar.errors, calendar.errors
        assert calendar.walk('VTIMEZONE'), path
        for event in calendar.walk('VEVENT'):
            assert not event.errors, event.errors
            start, end = event.decoded('DTSTART'), event.decoded('DTEND')
            assert event['UID'] and event.decoded('DTSTAMP').tzinfo is not None and end > start
            print(start.isoformat(), int((end - start).total_seconds() / 60), event['SEQUENCE'], event['SUMMARY'])
    """

  static func events(_ folder: String) async throws -> (lines: [String], errors: String) {
    let result = try await Subprocess.run(
      .path(.init(try #require(Tool.icalendar.path))), arguments: ["-c", script, folder],
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
    return (result.standardOutput.split(separator: "\n").map(String.init), result.standardError)
  }
}

/// The Python package `openpyxl`, a reader of others' making.
enum PythonWorkbook {
  /// Reads a workbook and prints each sheet's name and rows, values as Python has them.
  static let script = """
    import sys, warnings, openpyxl
    warnings.simplefilter('error')
    for sheet in openpyxl.load_workbook(sys.argv[1]):
        print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref)
        for row in sheet.iter_rows(values_only=True):
            print(*[repr(value) for value in row], sep='|')
    """

  static func read(_ path: String) async throws -> (lines: [String], errors: String) {
    let result = try await Subprocess.run(
      .path(.init(try #require(Tool.openpyxl.path))), arguments: ["-c", script, path],
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
    return (result.standardOutput.split(separator: "\n").map(String.init), result.standardError)
  }
}

@Suite struct ExportCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    let named = Fixtures.twoClients.replacingOccurrences(
      of: #""id": "C1","#, with: #""id": "C1", "name": "Bo <Ek>, Åsgatan; \"hemma\"","#)
    instance = try folder.write(named, to: "instance.json")
    roster = try folder.write(Fixtures.twoClientsRoster, to: "roster.json")
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder["out/\(name)"]), as: UTF8.self)
  }

  /// The cells of all sheets of a workbook.
  private func workbookText(_ name: String) throws -> String {
    let workbook = try Workbook(Array(try Data(contentsOf: folder["out/\(name)"])), file: name)
    return try workbook.sheets.map { String(decoding: try workbook.text(of: $0).table.bytes, as: UTF8.self) }.joined()
  }

  @Test func everythingIsWrittenIntoTheFolder() async throws {
    let outcome = try await SammaCommand.run("export", instance, roster, "-o", folder["out"].path, "--lang", "en")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(try text("roster.csv").split(separator: "\n").count == 4)
    let workbook = try Workbook(Array(try Data(contentsOf: folder["out/roster.xlsx"])), file: "roster.xlsx")
    #expect(workbook.sheets.map(\.name) == ["visits", "shifts", "week", "unassigned"])
    let visits = try workbook.text(of: workbook.sheets[0])
    #expect(
      String(decoding: visits.table.bytes, as: UTF8.self).contains("\t2026-03-02 08:00\t2026-03-02 08:30\t30\tS1\t"))
    #expect(try text("calendars/S1.ics").contains("DTSTART;TZID=Europe/Stockholm:20260302T080000\r\n"))
    let day = try text("sheets/staff-2026-03-02.html")
    #expect(day.contains("Monday 2026-03-02") && day.contains("08:00–08:30") && day.contains("Bo &lt;Ek&gt;"))
    #expect(day.components(separatedBy: "<section class=\"sheet\">").count == 3 && !day.contains("<Ek>"))
    let week = try text("sheets/clients-2026-W10.html")
    #expect(week.contains("Week 10, 2026") && week.contains("Different staff in the week: 1"))
  }

  @Test func aChangeRaisesTheSequenceInTheSameFolder() async throws {
    let out = folder["out"].path
    #expect(try await SammaCommand.run("export", instance, roster, "-o", out, "--calendars").status == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(out)/roster.csv"))
    let moved = try folder.write(
      Fixtures.twoClientsRoster.replacingOccurrences(of: "T12:00", with: "T12:30"), to: "moved.json")
    #expect(try await SammaCommand.run("export", instance, moved, "-o", out, "--calendars").status == 0)
    let feed = try text("calendars/S1.ics")
    #expect(feed.contains("SEQUENCE:0") && feed.contains("SEQUENCE:1"))
    #expect(try !text("calendars/S2.ics").contains("SEQUENCE:1"))
    // A roster says the same where there is no feed.
    let fresh = folder["fresh"].path
    #expect(
      try await SammaCommand.run("export", instance, moved, "-o", fresh, "--calendars", "--previous", roster).status
        == 0)
    let other = String(decoding: try Data(contentsOf: folder["fresh/calendars/S1.ics"]), as: UTF8.self)
    #expect(other.components(separatedBy: "SEQUENCE:1").count == 2)
  }

  @Test func pseudonymsLeaveNoIdAndNoName() async throws {
    let key = try folder.write("0123456789abcdef0123", to: "key.txt")
    let outcome = try await SammaCommand.run(
      "export", instance, roster, "-o", folder["out"].path, "--anonymous", key)
    #expect(outcome.status == 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder["out"].path).filter { $0.contains(".") }
    #expect(files.count == 8)
    for file in files {
      let content = try (file.hasSuffix(".xlsx") ? workbookText(file) : text(file)) + file
      for id in ["Åsgatan", "C1", "C2", "S1", "S2", "V1", "GEO"] {
        #expect(content.range(of: "\\b\(id)\\b", options: .regularExpression) == nil, "\(id) in \(file)")
      }
    }
    #expect(try text("roster.csv").contains("K-"))
  }

  @Test func sheetsAreWrittenForThoseNamedAlone() async throws {
    let outcome = try await SammaCommand.run(
      "export", instance, roster, "-o", folder["out"].path, "--for", "wall", "--for", "crisis", "--lang", "en")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder["out"].path).sorted()
    #expect(files == ["sheets", "sheets/crisis.html", "sheets/wall-2026-03-02.html"])
    #expect(try !text("sheets/wall-2026-03-02.html").contains("Åsgatan"))
    #expect(try text("sheets/crisis.html").contains("Crisis pack"))
  }

  @Test func calendarsCallClientsByNameWhereAsked() async throws {
    let out = folder["out"].path
    #expect(try await SammaCommand.run("export", instance, roster, "-o", out, "--calendars", "--names").status == 0)
    #expect(try text("calendars/S1.ics").contains("SUMMARY:Bo <Ek>\\, Åsgatan\\; \"hemma\""))
  }

  @Test(.needs(.openpyxl))
  func anotherReaderOpensTheWorkbook() async throws {
    let out = folder["out"].path
    #expect(try await SammaCommand.run("export", instance, roster, "-o", out, "--xlsx", "--lang", "en").status == 0)
    let read = try await PythonWorkbook.read("\(out)/roster.xlsx")
    #expect(read.errors == "")
    #expect(
      Array(read.lines.prefix(3)) == [
        "visits A2 A1:L4",
        #"'visit'|'client'|"client's name"|'area'|'start'|'end'|'minutes'|'staff'|"staff member's name"|'shift'|'care'|'skills'"#,
        "'V1'|'C1'|'Bo <Ek>, Åsgatan; \"hemma\"'|None|datetime.datetime(2026, 3, 2, 8, 0)|"
          + "datetime.datetime(2026, 3, 2, 8, 30)|30|'S1'|None|'A'|'care'|None",
      ])
    #expect(read.lines.contains { $0.hasPrefix("week ") } && read.lines.contains { $0.hasPrefix("unassigned ") })
  }

  @Test(.needs(.icalendar))
  func anotherReaderUnderstandsTheCalendars() async throws {
    let out = folder["out"].path
    #expect(try await SammaCommand.run("export", instance, roster, "-o", out, "--calendars").status == 0)
    let events = try await PythonCalendar.events("\(out)/calendars")
    #expect(events.errors == "")
    #expect(
      events.lines == [
        "2026-03-02T08:00:00+01:00 30 0 BEÅH", "2026-03-02T12:00:00+01:00 30 0 BEÅH",
        "2026-03-02T08:30:00+01:00 45 0 C2",
      ])
  }

  @Test(.needs(.icalendar))
  func eventsOfAnotherSeasonThatStayInAFeedKeepTheirTimes() async throws {
    let out = folder["out"].path
    #expect(try await SammaCommand.run("export", instance, roster, "-o", out, "--calendars").status == 0)
    func summer(_ text: String) -> String {
      text.replacing("2026-03-02", with: "2026-07-06").replacing("\"V", with: "\"W")
    }
    let next = try folder.write(summer(Fixtures.twoClients), to: "summer.json")
    let plan = try folder.write(summer(Fixtures.twoClientsRoster), to: "summer-roster.json")
    #expect(try await SammaCommand.run("export", next, plan, "-o", out, "--calendars").status == 0)
    let events = try await PythonCalendar.events("\(out)/calendars")
    #expect(events.errors == "")
    #expect(
      events.lines.map { $0.prefix { $0 != " " } }.sorted() == [
        "2026-03-02T08:00:00+01:00", "2026-03-02T08:30:00+01:00", "2026-03-02T12:00:00+01:00",
        "2026-07-06T08:00:00+02:00", "2026-07-06T08:30:00+02:00", "2026-07-06T12:00:00+02:00",
      ])
  }
}

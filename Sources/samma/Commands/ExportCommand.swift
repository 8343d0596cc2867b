import ArgumentParser
import Foundation
import HomeCare
import Interchange
import Reports

/// `samma export`: hands a roster out as a table, calendars and sheets of paper.
struct ExportCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hands a roster out: as tables, as calendars and as sheets to print.",
    discussion: """
      Writes roster.csv, the workbook roster.xlsx with visits, shifts, weeks and visits left, a calendar for each staff \
      member (iCalendar) in the folder calendars, and A4 sheets as HTML in the folder sheets: each staff member's day, each \
      client's week, a board of the day for a wall, with initials alone, and a crisis pack of the whole period for a day on \
      which the systems are down. Run again into the same folder after a repair: visits keep their UIDs, and those that changed get the next sequence number.

      EXAMPLES:
        samma export unit.json roster.json -o out
        samma export unit.json roster.json -o out --calendars --previous old.json
        samma export unit.json roster.json -o wall --for wall
        samma export unit.json roster.json -o public --lang en --anonymous key.txt
      """)

  @OptionGroup var input: RosterArguments

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder; made where there is none.", valueName: "folder"))
  var output: String

  @Flag(help: "Write the table; with none of the four, all are written.")
  var csv = false

  @Flag(help: "Write the workbook.")
  var xlsx = false

  @Flag(help: "Write the calendars.")
  var calendars = false

  @Flag(help: "Write the sheets.")
  var sheets = false

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Write the sheets for these alone: staff, clients, wall or crisis; may be given several times.",
      valueName: "audience"))
  var audiences: [SheetAudience] = []

  @Flag(help: "Call visits in calendars by clients' names, not by their initials.")
  var names = false

  @Option(
    help: ArgumentHelp(
      "The roster that staff had before, where the folder holds no calendars of it.", valueName: "roster"))
  var previous: String?

  @OptionGroup var language: LanguageArgument

  @Option(
    help: ArgumentHelp(
      "Show pseudonyms made with the key in this file instead of ids and names; a file that is not there is made.",
      valueName: "key-file"))
  var anonymous: String?

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    files.reads("--previous", previous)
    files.keeps("--anonymous", anonymous)
    files.writesInto("-o", output)
  }

  func run() throws {
    let (instance, roster) = try input.read()
    try roster.judge(by: instance)
    let before = try previous.map { try Roster(path: $0) }
    let pseudonyms = try anonymous.map { try PseudonymKey.read(orMakeAt: $0) }
    let shown = pseudonyms.map { ShownPeople(instance, $0) } ?? ShownPeople(instance)
    let writesSheets = sheets || !audiences.isEmpty
    let writesAll = !csv && !xlsx && !calendars && !writesSheets
    var contents: [(name: String, bytes: [UInt8])] = []
    if csv || writesAll {
      let tables = RosterSheets(roster, of: instance, shown: shown, language: language.ofText)
      contents.append(("roster.csv", tables.csv(language.ofText.csvDialect)))
    }
    if calendars || writesAll {
      let feeds = StaffCalendars(
        roster, of: instance, shown: shown, titles: names ? shown : shown.short, now: Date(),
        with: language.ofPages.calendarWith)
      let names = FileName.distinct(instance.staff.map { shown.staff[$0.id] ?? "" }, .encoded)
      for (member, stem) in zip(instance.staff, names) {
        let name = "calendars/\(stem).ics"
        let old = FileManager.default.contents(atPath: "\(output)/\(name)").map { Array($0) }
        contents.append((name, feeds.feed(of: member.id, replacing: old, previous: before)))
      }
    }
    let pages = RosterSheets(roster, of: instance, shown: shown, language: language.ofPages)
    if xlsx || writesAll { contents.append(("roster.xlsx", pages.workbook())) }
    if writesSheets || writesAll {
      for audience in SheetAudience.allCases where audiences.isEmpty || audiences.contains(audience) {
        for (name, html) in pages.pages(for: audience) { contents.append(("sheets/\(name)", Array(html.utf8))) }
      }
    }
    try DestinationFolder(output, of: self).write(contents)
  }
}

extension SheetAudience: ExpressibleByArgument {}

import Files
import Foundation
import HomeCare
import Testing

@testable import Tables

/// Keeps `docs/files.md` in step with the columns that readers and writers use.
@Suite struct FilesDocumentTests {
  private func document() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/files.md"), encoding: .utf8)
  }

  /// The document's table of a layout's columns.
  private func table<Row>(_ layout: TableLayout<Row>) -> String {
    let rows = layout.columns.map { column in
      let absent =
        switch column.presence {
        case .required: "required"
        case .optional: "none"
        case .standard(let value): Self.text(value)
        }
      let since = column.format == .one || layout.format == .two ? "" : "; format 2"
      return "| `\(column.name)` | \(Self.text(column.kind)) | \(absent) | \(column.meaning)\(since) |"
    }
    return (["| column | holds | where absent | meaning |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  /// The document's table of the weights, whose standards differ between the formats.
  private var weights: String {
    let rows = zip(InstanceTables.weights(.one).columns, InstanceTables.weights(.two).columns).map { one, two in
      func standard(_ column: Column<Weights>) -> String {
        if case .standard(let value) = column.presence { Self.text(value) } else { "" }
      }
      return
        "| `\(two.name)` | \(Self.text(two.kind)) | \(one.format > .one || one.name != two.name ? "–" : standard(one))"
        + " | \(standard(two)) | \(two.meaning) |"
    }
    return (["| column | holds | in format 1 | in format 2 | meaning |", "| --- | --- | --- | --- | --- |"] + rows)
      .joined(separator: "\n")
  }

  private static func text(_ kind: ValueKind) -> String {
    switch kind {
    case .id: "id"
    case .reference(let table): "id of a row of `\(table)`"
    case .text: "text"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .whole(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .seed: "whole number, 64 bits"
    case .number(let range): "number, \(range.lowerBound.fileText) to \(range.upperBound.fileText)"
    case .flag: "`true`, `false`"
    case .date: "date"
    case .time: "date-time"
    case .moment: "date-time or date"
    case .clock: "time of day"
    case .texts: "list of texts"
    case .references(let table): "list of ids of rows of `\(table)`"
    case .matrix: "list of lists of whole numbers"
    }
  }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .text(let text): "`\(text)`"
    case .whole(let number): "\(number)"
    case .flag(let flag): "`\(flag)`"
    case .list: "empty list"
    case .number, .date, .time, .clock, .matrix: "\(value)"
    }
  }

  @Test func `the document shows every table's columns as readers know them`() throws {
    let document = try document()
    for table in [
      table(InstanceTables.instance), table(InstanceTables.horizon), weights,
      table(InstanceTables.travel), table(InstanceTables.locations), table(InstanceTables.staff),
      table(InstanceTables.shifts), table(InstanceTables.clients), table(InstanceTables.visits),
      table(InstanceTables.links), table(InstanceTables.history), table(InstanceTables.travelModes),
      table(InstanceTables.series), table(InstanceTables.alternatives), table(InstanceTables.exceptions),
      table(RosterTables.assignments), table(RosterTables.series),
      table(RosterTables.score), table(RosterTables.solve), table(RosterTables.bound),
      table(ChangeTables.absences), table(ChangeTables.away), table(ChangeTables.cancelled),
      table(ChangeTables.moved), table(ChangeTables.lengthened), table(LockTables.locks),
      table(ChangeTables.takenOver), table(ChangeTables.hours), table(ChangeTables.back), table(ChangeTables.skills),
      table(ChangeTables.contacts), table(ChangeTables.withdrawn), table(ChangeListTables.changes),
    ] { #expect(document.contains(table)) }
  }

  @Test func `the document names every file of a folder`() throws {
    let document = try document()
    for table in CSVInstanceReader.tables(.two) { #expect(document.contains("`\(table).csv`"), "\(table)") }
  }

  @Test func `the document's messages are those of the reader`() throws {
    let document = try document()
    let shown = document.split(separator: "\n").filter { $0.hasPrefix("unit.json:") }.map(String.init)
    #expect(shown.count == 8)
    let known = Set((BrokenSyntax.all.map(\.messages) + BrokenInstance.all.map(\.messages)).joined())
    for message in shown { #expect(known.contains("a.json" + message.dropFirst("unit.json".count)), "\(message)") }
  }

  @Test func `the document's examples are an instance, a valid roster of it, changes, locks and weights`() throws {
    let examples = try document().split(separator: "```json\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map { Array($0.utf8) }
    }
    // The last two, a certificate and a mapping of the tables of needs, belong to tests of those.
    try #require(examples.count == 8)
    let instance = try Instance(json: examples[0])
    #expect(instance.warnings == [])
    #expect(RosterChecker(instance).check(try Roster(json: examples[1])).violations == [])
    let changes = try ChangesFile(json: examples[2]).changes
    #expect(changes.absences.count == 1 && changes.lengthened.count == 1)
    #expect(try ChangesFile(json: changes.json()).changes == changes)
    let list = try ChangeListFile(json: examples[3])
    #expect(list.list.rows.count == 2 && list.list.rows[0].reason == .absent("S01"))
    #expect(try ChangeListFile(json: list.list.json(instance: list.instance)).list == list.list)
    #expect(try VisitLock.read(json: examples[4]).count == 2)
    let weights = try WeightSettings.read(json: examples[5])
    #expect(weights.parts == [.notContact, .travel] && weights[.notContact] == 20)
  }
}

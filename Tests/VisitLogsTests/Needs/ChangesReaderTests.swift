import Files
import HomeCare
import Testing

@testable import VisitLogs

/// What has happened, told by tables of people's own.
@Suite struct ChangesReaderTests {
  private func read(_ files: [String: String]) throws -> (changes: Changes, notes: [String]) {
    let instance = try NeedsFolder.sound().instance()
    let folder = try NeedsFolder(files)
    let (changes, notes) = try ChangesReader.read(path: folder.path, of: instance)
    return (changes, notes.map { $0.replacing("\(folder.path)/", with: "") })
  }

  @Test func tablesAreFoundByWhatTheyHoldAndPeopleByName() throws {
    let (changes, notes) = try read([
      "samtal.csv": "Namn;Från;Till\nEK, Karin;2026-03-03;2026-03-04\ns 2;2026-04-20;\n",
      "sjukhus.csv": "Brukare;Från;Till\nc1;2026-03-05 10:00;\n",
      "byten.csv": "Datum;Personal;Ersättare\n2026-03-06;Anders  al;karin ek\n",
    ])
    #expect(
      changes.absences == [
        Changes.Absence(staff: "S1", from: time("2026-03-03T00:00"), to: time("2026-03-05T00:00")),
        Changes.Absence(staff: "S2", from: time("2026-04-20T00:00")),
      ])
    #expect(changes.away == [Changes.Away(client: "C1", from: time("2026-03-05T10:00"))])
    #expect(changes.takenOver == [Changes.Takeover(shift: "S2-20260306-1500", staff: "S1")])
    #expect(notes.contains("samtal.csv: read as absences, 2 rows"))
    #expect(notes.contains { $0.hasPrefix("absences: 2 rows, 1 used; 1 not in the horizon") })
  }

  @Test func whoIsNobodyAndADayWithoutAShiftAreRefused() throws {
    let error = try #require(throws: InputError.self) {
      try read([
        "frånvaro.csv": "Namn;Från;Till\nKarin Eek;2026-03-03;\n",
        "byten.csv": "Datum;Personal;Ersättare\n2026-03-07;S2;S1\n2026-03-06;S2;S9\n",
      ])
    }
    #expect(error.problems.map(\.found) == ["\"Karin Eek\"", "2026-03-07, on which S2 begins no shift", "\"S9\""])
    #expect(error.problems[0].expected.hasSuffix("the nearest is S1 (Karin Ek)"))
    #expect(throws: InputError.self) { try read(["a.csv": "x;y\n1;2\n"]) }
  }

  private func time(_ text: String) -> LocalDateTime { LocalDateTime(text) ?? .openEnd }
}

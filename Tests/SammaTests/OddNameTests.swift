import Foundation
import Testing

/// Names that terminals, file systems and people would take for something else.
@Suite struct OddNameTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes the instance and the roster of the two clients with ids replaced.
  private func files(replacing id: String, by other: String) throws -> (instance: String, roster: String) {
    func replaced(_ text: String) -> String { text.replacingOccurrences(of: "\"\(id)\"", with: "\"\(other)\"") }
    return (
      try folder.write(replaced(Fixtures.twoClients), to: "instance.json"),
      try folder.write(replaced(Fixtures.twoClientsRoster), to: "roster.json")
    )
  }

  @Test func whatAnIdHidesIsNeverPrintedAsItStands() async throws {
    let (instance, roster) = try files(replacing: "C1", by: #"C1\nVALID\u001b[2J"#)
    for line in [["check", instance, roster], ["report", instance, roster], ["explain", instance, roster]] {
      let outcome = try await SammaCommand.run(line)
      #expect(outcome.status >= 0)
      let said = outcome.output + outcome.errors
      #expect(!said.contains("\u{1B}") && !said.contains("C1\nVALID"), "\(line[0]): \(said)")
    }
  }

  @Test(arguments: [String(repeating: "S", count: 300), "con", "s2"])
  func staffOfAnyNameHaveTheirCalendars(name: String) async throws {
    let (instance, roster) = try files(replacing: "S1", by: name)
    let target = folder["hand-outs"].path
    #expect(try await SammaCommand.run("export", instance, roster, "-o", target).status == 0)
    let paths = FileManager.default.enumerator(atPath: target)?.compactMap { $0 as? String } ?? []
    let calendars = paths.filter { $0.hasSuffix(".ics") }
    #expect(Set(calendars.map { $0.lowercased() }).count == 2, "\(paths)")
    #expect(!calendars.contains { $0.lowercased().hasSuffix("/con.ics") || $0.lowercased() == "con.ics" })
  }

  @Test func aFileThatIsNoKeyIsNotTakenForOne() async throws {
    let log = try folder.write(
      "client;staff;start\nC1;S1;2026-03-02T07:30\nC1;S2;2026-03-20T07:30\n", to: "log.csv")
    let notes = try folder.write("my own notes\n", to: "notes.txt")
    let outcome = try await SammaCommand.run("measure", log, "--anonymous", notes)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("notes.txt"))
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "my own notes\n")
  }
}

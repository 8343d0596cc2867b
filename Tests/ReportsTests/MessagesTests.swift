import Interchange
import HomeCare
import Testing

@testable import Reports

@Suite struct MessagesTests {
  /// A cell of a row with its values, of words the first.
  private func filled(_ cell: String) -> String {
    var text = cell.replacing(/\{\d:([^\/}]*)\/([^}]*)\}/) { String($0.output.2) }
    text = text.replacing(/\{[^\d}\/]*\/([^}]*)\}/) { String($0.output.1) }
    return text.replacing(/\{(\d)#?\}/) { "7\($0.output.1)" }
  }

  @Test(arguments: Messages.rows) func eachMessageIsFoundByItsOwnTemplate(row: String) throws {
    let cells = row.split(separator: " | ").map(String.init)
    try #require(cells.count == Language.allCases.count)
    #expect(Language.swedish.message(filled(cells[0])) == filled(cells[1]))
    #expect(Language.english.message(filled(cells[0])) == filled(cells[0]))
    // Both languages have the same values.
    func places(_ cell: String) -> Set<Substring> { Set(cell.matches(of: /\{(\d)#?\}/).map(\.output.1)) }
    #expect(places(cells[0]) == places(cells[1]))
  }

  @Test func valuesThatAreMessagesAreTranslatedAndWhatAFileSaysIsNot() {
    let language = Language.swedish
    #expect(
      language.note("needs: 3 rows, 2 used; 1 not in the horizon")
        == "notering: needs: 3 rader, 2 använda; 1 inte i planeringstiden")
    #expect(language.message("\"nothing\"") == "\"nothing\"" && language.message("nothing") == "ingenting")
    #expect(language.message("what nobody has written") == "what nobody has written")
    #expect(language.message("a number from 0 to 200") == "ett tal från 0 till 200")
  }

  @Test func aRefusalHasItsPlaceInTheLanguageToo() {
    let problem = InputProblem(
      file: "vecka.xlsx", sheet: "Insatser", position: TextPosition(line: 5, character: 2),
      cell: Cell(table: "needs", row: 3, column: "minutes"), id: "K1", found: "nothing",
      expected: "the visit's length in minutes")
    let error = InputError(problems: Array(repeating: problem, count: 201))
    let lines = Array(Language.swedish.text(of: error).split(separator: "\n").dropFirst())
    #expect(
      lines[0]
        == "vecka.xlsx, blad \"Insatser\", B5: needs rad 4 (K1), minutes: hittade ingenting; väntade besökets längd "
        + "i minuter")
    #expect(lines.count == 201 && lines.last == "och 1 till")
    #expect(Language.english.text(of: error).hasSuffix(error.description))
  }
}

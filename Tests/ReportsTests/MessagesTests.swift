import Interchange
import HomeCare
import Testing

@testable import Reports

@Suite struct MessagesTests {
  /// A cell of a row with its values, of words the first; what the row asks for in quotation marks is in such.
  private func filled(_ cell: String, of row: String) -> String {
    var text = cell.replacing(/\{\d:([^\/}]*)\/([^}]*)\}/) { String($0.output.2) }
    text = text.replacing(/\{[^\d}\/]*\/([^}]*)\}/) { String($0.output.1) }
    return text.replacing(/\{(\d)[#"*]?\}/) {
      row.contains("{\($0.output.1)\"}") ? "\"7\($0.output.1)\"" : "7\($0.output.1)"
    }
  }

  @Test(arguments: Messages.rows) func eachMessageIsFoundByItsOwnTemplate(row: String) throws {
    let cells = row.split(separator: " | ").map(String.init)
    try #require(cells.count == Language.allCases.count)
    #expect(Language.swedish.message(filled(cells[0], of: row)) == filled(cells[1], of: row))
    #expect(Language.english.message(filled(cells[0], of: row)) == filled(cells[0], of: row))
    // Both languages have the same values.
    func places(_ cell: String) -> Set<Substring> { Set(cell.matches(of: /\{(\d)[#"*]?\}/).map(\.output.1)) }
    #expect(places(cells[0]) == places(cells[1]))
  }

  @Test func valuesThatAreMessagesAreTranslatedAndWhatAFileSaysIsNot() {
    let language = Language.swedish
    #expect(
      language.note("needs: 3 rows, 2 used; 1 not in the horizon")
        == "notering: insatser: 3 rader, 2 använda; 1 inte i planeringstiden")
    #expect(language.message("\"nothing\"") == "\"nothing\"" && language.message("nothing") == "ingenting")
    #expect(
      language.message("no column slot; not read are \"Tid\", \"Typ\"; so in 19 more rows: 3, 4, 5, 6, 7, …")
        == "ingen kolumn När på dagen; \"Tid\", \"Typ\" läses inte; likaså i 19 rader till: 3, 4, 5, 6, 7, …")
    #expect(
      language.message(
        "a table, under any name, with the columns client, recurrence, minutes; beslut.csv comes nearest, with \"Kund\", \"x\", and "
          + "lacks recurrence, minutes")
        == "en tabell, vad den än heter, med kolumnerna Kund, Dagar, Längd; beslut.csv liknar den mest, med \"Kund\", \"x\", men "
        + "saknar Dagar, Längd")
    #expect(language.message("what nobody has written") == "what nobody has written")
    #expect(language.message("a number from 0 to 200") == "ett tal från 0 till 200")
  }

  @Test(
    "what is wrong deep in a file is told in the language asked for",
    arguments: [
      #"{"format": "samma-mapping/1", "headerLine": 01}"#, #"{"format": "samma-mapping/1",}"#, #"{"format" 1}"#,
      #"{'format': 1}"#, "{\"format\": \"samma", #"{"format": "\q"}"#, #"{"format": tru}"#, "[1]", "{} {}", "",
      #"{"format": "samma-mapping/1", "headerLine": "x", "columns": [], "ignore": 3, "timeZone": "Mars"}"#,
      #"{"format": "samma-mapping/1", "columsn": {}, "delimiter": "ab", "headerLine": 1, "headerLine": 2}"#,
      #"{"preset": "nothing", "ids": {"ignoresCase": 1}, "values": {"status": {"X": "done"}}}"#,
      #"{"format": "samma-mapping/1", "columns": {"staff": []}, "slots": {"sen": "b"}, "dateOrder": "ymmd"}"#,
      "{\"format\": \"a\nb\"}", #"{"format": "\ud800"}"#, #"{"format": 1. }"#, String(repeating: "[", count: 2000),
    ])
  func brokenMappings(json: String) throws {
    let error = try #require(throws: InputError.self) { try ExportMapping(json: Array(json.utf8)) }
    for problem in error.problems {
      for text in [problem.found, problem.expected] {
        #expect(isSaidInSwedish(text), "\(text): \(Language.swedish.message(text))")
      }
    }
  }

  /// Whether a message is translated, or holds nothing to translate but names, numbers and what a file says.
  private func isSaidInSwedish(_ text: String) -> Bool {
    let swedish = Language.swedish.message(text).replacing(/"[^"]*"/, with: "")
    return swedish.firstMatch(of: /\b(the|an?|of|with|one|for|nearest|number|key|list|expected|that|from)\b/) == nil
  }

  @Test func brokenWorkbooksAreToldInTheLanguageAskedFor() throws {
    var sheet = SheetTable("Besök")
    sheet.append("Kundnr")
    sheet.endRecord()
    let whole = WorkbookBytes.workbook([sheet])
    for bytes in [Array(whole.prefix(whole.count / 2)), Array(whole.prefix(30)), whole.map { $0 == 0x6B ? 0x6C : $0 }] {
      let error = #expect(throws: InputError.self) { try Workbook(bytes, file: "log.xlsx").sheets.count }
      for problem in error?.problems ?? [] {
        #expect(isSaidInSwedish(problem.found) && isSaidInSwedish(problem.expected), "\(problem)")
      }
    }
    #expect(
      Language.swedish.message("XML that cannot be read (line 3: not well-formed (invalid token))")
        == "XML som inte kan läsas (rad 3: inte välformad (ogiltigt tecken))")
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

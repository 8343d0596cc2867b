import Foundation
import HomeCare
import Interchange
import Testing

@testable import Reports

@Suite struct PhraseTests {
  @Test(arguments: Language.allCases) func everyLanguageHasEveryPhrase(language: Language) {
    #expect(Language.lacking(language) == [])
  }

  @Test(arguments: Language.allCases) func aPhraseSaysItsValuesInEveryLanguage(language: Language) {
    for phrase in Phrase.allCases {
      let columns = phrase.rawValue.split(separator: " | ")
      let places = Set(columns[0].matches(of: /{(\d)/).map(\.output.1))
      for column in columns.dropFirst() {
        // A language may say more of a value than English does, but leaves none out.
        #expect(places.isSubset(of: Set(column.matches(of: /{(\d)/).map(\.output.1))), "\(phrase)")
      }
    }
    #expect(language(.metChange, "K", 3, 7, 9).contains("3") && language(.metChange, "K", 3, 7, 9).contains("9"))
  }

  @Test func aLanguageThatLacksAPhraseSaysItInEnglish() {
    let unknown = Language(code: "xx", mark: ".")
    #expect(unknown(.client) == "client" && unknown.word("meal") == "meal")
    #expect(Language.swedish.word("a word of a log's own") == "a word of a log's own")
    #expect(Language.swedish.name("score", "unknownPart") == "unknownPart")
  }

  @Test func messagesOfReadersAreToldInOtherLanguagesWithTheirValues() {
    let swedish = Language.swedish
    #expect(
      swedish.message("log.xlsx, sheet \"Maj\": 1 hidden row is read like the others")
        == "log.xlsx, blad \"Maj\": 1 dold rad läses som de andra")
    #expect(
      swedish.message("a.xlsx, sheet \"B\": errors in cells: C1, C2, C3 and 4 more")
        == "a.xlsx, blad \"B\": fel i celler: C1, C2, C3 och 4 till")
    #expect(swedish.message("what nobody has translated: stays") == "what nobody has translated: stays")
    #expect(Language.english.message("no header") == "no header")
  }

  @Test func oneAndManyHaveTheirForms() {
    #expect(Language.english(.people, 1) == "1 person" && Language.english(.people, 2) == "2 people")
    #expect(Language.swedish(.people, 1) == "1 person" && Language.swedish(.people, 0) == "0 personer")
  }

  /// Nouns in their form for many; where a number stands before one, the phrase must have the form for one too.
  private static let many = """
    clients rows cells days periods visits meetings minutes groups exceptions rosters people ids words files months weeks \
    places kunder rader celler dagar perioder minuter grupper personer serier ställen ändringar veckor planeringar
    """.split(separator: " ").joined(separator: "|")

  @Test func aNumberBeforeANounChoosesItsForm() throws {
    let form = try Regex("\\{\\d\\} (counted |other |changed |räknade |ändrade )?(\(Self.many))\\b")
    for phrase in Phrase.allCases {
      #expect(phrase.rawValue.firstMatch(of: form) == nil, "\(phrase)")
    }
  }

  @Test func everyRuleReasonAndPartOfTheScoreHasAName() {
    for part in ScorePart.allCases { #expect(Language.swedish.name("score", part.name) != part.name) }
    for rule in Rule.allCases where rule.isHardRule {
      #expect(Language.english.name("rule", rule.rawValue) != rule.rawValue)
    }
    for reason in BadRowReason.allCases { #expect(Language.english.name("row", reason.rawValue) != reason.rawValue) }
  }
}

@Suite struct HTMLTests {
  @Test func textIsMadeHarmlessAndMarkupOfTheSourceStays() {
    let (name, count) = ("<b>\"A\" & 'B'</b>\u{202E}", 3)
    let inner: HTML = "<i>\(name)</i>"
    let html: HTML = "<p title=\"\(name)\">\(inner)\(count)</p>"
    let escaped = "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;\u{FFFD}"
    #expect(html.text == "<p title=\"\(escaped)\"><i>\(escaped)</i>3</p>")
  }

  @Test func aPhraseKeepsTheMarkupOfItsValuesAlone() {
    let value: HTML = "<b>14</b>"
    let html = Language.english.html(.kneeLine, value, "\("<x>")")
    #expect(html.text == "Knee: <b>14</b> minutes of travel, &lt;x&gt; distinct staff.")
  }
}

import Continuity
import Foundation
import Testing

@testable import Reports

@Suite struct InjectionTests {
  static let attacks = [
    "<script>document.title='run'</script>", "\"><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>",
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "A\u{202E}gnp.exe", "&lt;b&gt;", "'; DROP TABLE",
    String(repeating: "long", count: 500), "javascript:alert(1)", "K\u{2028}L", "{{7*7}}", "]]>",
  ]

  /// All attacks as ids of clients and of staff.
  static func attacked() throws -> MeasureReport {
    try report(
      clients: attacks, staff: attacks, definition: .everyone,
      extra: "\"<script>bad()</script>\",S,\"=cmd()\",\"\u{202E}\",,,,\nK\u{0},S,2025-03-03T07:00,care,,performed,,\n")
  }

  @Test func nothingInjectedIsATagOrAnAttributeOfThePage() throws {
    let report = try Self.attacked()
    for language in Language.allCases {
      let html = report.html(language, limit: 1000)
      #expect(!html.lowercased().contains("<script"))
      #expect(!html.lowercased().contains("<img"))
      // One style of the page's own; nothing closes it early.
      #expect(html.components(separatedBy: "</style>").count == 2)
      #expect(html.contains("&lt;script&gt;document.title=&#39;run&#39;&lt;/script&gt;"))
      #expect(html.contains("Content-Security-Policy"))
      let hidden: Set<Unicode.Scalar> = ["\u{0}", "\u{202E}", "\u{2028}", "\u{1B}"]
      #expect(!html.unicodeScalars.contains { hidden.contains($0) })
    }
  }

  @Test func noCellOfTheCSVIsAFormula() throws {
    let report = try Self.attacked()
    let quality = try #require(report.quality)
    for bytes in [report.csv(), quality.badRowsCSV()] {
      var cells: [String] = []
      var scanner = String(decoding: bytes, as: UTF8.self)[...]
      // A cell begins at the start, after a line end or after a comma outside of quotes.
      var isQuoted = false
      var cell = ""
      while let character = scanner.popFirst() {
        if character == "\"" { isQuoted.toggle() }
        if !isQuoted, character == "," || character == "\n" {
          cells.append(cell)
          cell = ""
        } else {
          cell.append(character)
        }
      }
      #expect(cells.count >= 12)
      for cell in cells {
        let value = cell.drop { $0 == "\"" }
        let opens = value.first.map { "=+-@\t\r".contains($0) } ?? false
        // A number may begin with a sign.
        #expect(!opens || Double(value) != nil, "\(cell)")
      }
    }
  }

  @Test func noControlCharacterReachesTheTerminal() throws {
    let text = try Self.attacked().text(limit: 1000)
    let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" || $0 == "\u{7F}" }
    #expect(controls.isEmpty)
  }

  @Test func theJSONReadsBackAsItWas() throws {
    let object = try parsed(try Self.attacked().json())
    let clients = try #require(object["clients"] as? [[String: Any]])
    let names = Set(clients.compactMap { $0["client"] as? String })
    #expect(names == Set(Self.attacks.map { $0.trimmingCharacters(in: .whitespaces) }))
  }
}

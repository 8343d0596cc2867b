import Continuity
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Reports

/// Opens pages in headless Chromium.
enum Browser {
  /// The page as the browser has it, and what it says of errors.
  static func open(_ html: String) async throws -> (page: String, console: String) {
    let folder = try TemporaryFolder()
    let file = URL(filePath: try folder.write(html, to: "report.html"))
    let result = try await Subprocess.run(
      .path(.init(try #require(Tool.chromium.path))),
      arguments: [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(folder["profile"].path)", "--dump-dom", file.absoluteString,
      ],
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 24))
    return (result.standardOutput, result.standardError)
  }

  /// The figures of a page by name, as programs read them.
  static func figures(_ page: String) -> [String: Double] {
    var figures: [String: Double] = [:]
    for part in page.components(separatedBy: "data-figure=\"").dropFirst() {
      let name = String(part.prefix { $0 != "\"" })
      guard let value = part.components(separatedBy: "data-value=\"").dropFirst().first,
        part.prefix(while: { $0 != ">" }).contains("data-value")
      else { continue }
      figures[name] = Double(value.prefix { $0 != "\"" })
    }
    return figures
  }
}

@Suite(.needs(.chromium), .serialized)
struct BrowserTests {
  @Test func thePageOpensWithoutErrorsAndItsFiguresEqualTheJSON() async throws {
    let report = try report(clients: (1...21).map { "K\($0)" }, staff: (1...20).map { "P\($0)" }, extra: ",,,\n")
    let object = try parsed(report.json())
    let period = try #require((object["periods"] as? [[String: Any]])?.last)
    let input = try #require(object["input"] as? [String: Any])
    for language in Language.allCases {
      let (page, console) = try await Browser.open(report.html(language))
      #expect(page.contains("</html>"))
      #expect(!console.contains("CONSOLE"), "\(console)")
      let figures = Browser.figures(page)
      for name in ["mean", "median", "min", "max", "upc", "coc", "secon", "contactShare", "clients"] {
        let (shown, exact) = (try #require(figures[name]), try #require(period[name] as? Double))
        // Foundation's JSON reader is off by a few last binary places for some numbers.
        #expect(abs(shown - exact) <= 4 * exact.ulp, "\(name)")
      }
      for threshold in [14, 15, 20] {
        let above = period["above\(threshold)"] as? [String: Any]
        #expect(figures["above\(threshold)"] == above?["share"] as? Double)
      }
      for (rule, count) in try #require(period["excluded"] as? [String: Double]) {
        #expect(figures["excluded-\(rule)"] == count)
      }
      #expect(figures["rows"] == input["rows"] as? Double && figures["used"] == input["used"] as? Double)
      #expect(page.contains(try #require(input["sha256"] as? String)))
    }
  }

  @Test func aRostersPageOpensWithoutErrors() async throws {
    for language in Language.allCases {
      let (page, console) = try await Browser.open(try RosterReportTests.second().html(language))
      #expect(page.contains("</html>") && page.contains("class=\"strip\""))
      #expect(!console.contains("CONSOLE"), "\(console)")
    }
  }

  @Test func injectedTextDoesNotRun() async throws {
    let (page, console) = try await Browser.open(try InjectionTests.attacked().html(.english, limit: 1000))
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.contains("<title>Continuity of staff</title>"))
    #expect(!console.contains("CONSOLE"), "\(console)")
  }
}

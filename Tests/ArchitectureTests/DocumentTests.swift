import Foundation
import Testing

/// Keeps the documents about the code in step with it.
@Suite struct DocumentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func document(_ name: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: "docs/\(name).md"), encoding: .utf8)
  }

  /// What stands between backticks.
  private func quoted(_ text: String) -> [String] { text.matches(of: /`([^`\n]+)`/).map { String($0.output.1) } }

  private static let files: [String] =
    ["Sources", "Tests", "Benchmarks"].flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? [])
        .map { "\(folder)/\($0)" }
    } + ["Package.swift"]

  /// All words of the sources and tests.
  private static let words: Set<String> = Set(
    files.filter { $0.hasSuffix(".swift") }.flatMap { path in
      let text = (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
      return text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    })

  @Test func thePageOfTheHouseTellsItsFloors() throws {
    let page = try document("architecture")
    for (module, floors) in Floors.of {
      let row = "| `\(module)` | \(floors.map { "`\($0)`" }.joined(separator: ", ")) |"
      #expect(page.contains(row), "\(module)")
    }
  }

  @Test func thePageOfTheHouseTellsTheModulesInTheirOrder() throws {
    let manifest = PackageManifest(
      try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8))
    let page = try #require(try document("architecture").split(separator: "## The folders").first)
    let told = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
      quoted(String(row.split(separator: "|")[0]))
    }
    #expect(told == manifest.targets.map(\.name).filter { !$0.hasPrefix("Test") && !$0.hasSuffix("Tests") })
  }

  @Test(arguments: ["architecture", "search", "extending"]) func aPageNamesOnlyWhatThereIs(_ name: String) throws {
    for word in quoted(try document(name)) {
      if word.wholeMatch(of: /[\w\/+.-]+\.swift/) != nil {
        #expect(Self.files.contains { $0 == word || $0.hasSuffix("/\(word)") }, "\(name).md names the file \(word)")
      } else if word.wholeMatch(of: /[A-Z][A-Za-z]+/) != nil {
        let isFolder = Self.files.contains { $0.contains("/\(word)/") }
        #expect(Self.words.contains(word) || isFolder, "\(name).md names \(word)")
      }
    }
  }
}

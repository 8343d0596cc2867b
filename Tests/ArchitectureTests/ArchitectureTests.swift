import Foundation
import Testing

/// Arrows between modules, and between the folders of each, only point down.
@Suite struct ArchitectureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let modules = (try? Module.all(in: root.appending(path: "Sources"))) ?? []

  private static let ordered = modules.filter { !Floors.unordered.contains($0.name) }

  private static func manifest() throws -> PackageManifest {
    PackageManifest(try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8))
  }

  private func told(_ arrows: [Module.Arrow]) -> Comment {
    Comment(rawValue: arrows.map { "\($0.place), \($0.from) → \($0.to)" }.joined(separator: "\n"))
  }

  // MARK: This package

  @Test func noFolderNamesWhatLiesAboveIt() {
    #expect(Self.modules.count > 5)
    for module in Self.ordered {
      let up = module.arrowsUp(floors: Floors.of[module.name] ?? [])
      #expect(up.isEmpty, told(up))
    }
  }

  @Test func noFoldersOfAModuleFormACircle() {
    for module in Self.ordered { #expect(module.circles.isEmpty, told(module.circles)) }
  }

  @Test func everyFolderHasItsFloor() {
    for module in Self.ordered where module.folders.count > 1 {
      let missing = Set(module.folders).subtracting(Floors.of[module.name] ?? []).sorted()
      #expect(missing.isEmpty, "\(module.name): give these a floor in Floors.swift: \(missing)")
    }
  }

  @Test func aTargetDependsOnlyOnTargetsAboveItInTheManifest() throws {
    let manifest = try Self.manifest()
    #expect(Set(Self.modules.map(\.name)).isSubset(of: manifest.targets.map(\.name)))
    #expect(manifest.arrowsUp.isEmpty)
  }

  @Test func aModuleImportsOnlyWhatItDependsOn() throws {
    let manifest = try Self.manifest()
    for module in Self.modules { #expect(manifest.undeclaredImports(of: module).isEmpty) }
  }

  // MARK: The check itself

  private static let low = SourceFile(
    path: "Low/Plank.swift",
    source: """
      public struct Plank { var width = 1 }
      """)
  private static let high = SourceFile(
    path: "High/Roof.swift",
    source: """
      struct Roof { let plank: Plank }
      extension Plank {
        /// Adds up.
        func nailed() -> Roof { Roof(plank: self) }
        private func hidden() {}
      }
      """)

  private func house(_ source: String, at path: String = "Low/Beam.swift") -> Module {
    Module(name: "House", files: [Self.low, Self.high, SourceFile(path: path, source: source)])
  }

  @Test func foldersThatNameEachOtherAreFoundWithTheirPlaces() {
    let circle = house("struct Beam {}\nlet roof: Roof? = nil")
    #expect(circle.circles.contains { $0.place == "Sources/House/Low/Beam.swift:2 names Roof" })
    #expect(circle.arrowsUp(floors: ["Low", "High"]).map(\.place) == ["Sources/House/Low/Beam.swift:2 names Roof"])
    #expect(house("struct Beam {}").circles.isEmpty)
  }

  @Test func aMemberThatAnExtensionAddsElsewhereIsAnArrowToo() {
    let module = house("func build(_ plank: Plank) { _ = plank.nailed() }")
    #expect(module.circles.contains { $0.place == "Sources/House/Low/Beam.swift:1 names nailed" })
    #expect(house("func build(_ nailed: Int) { _ = nailed }").circles.isEmpty)
    #expect(house("func hidden() {}\nfunc build() { hidden() }").circles.isEmpty)
  }

  @Test func aCircleOfThreeFoldersIsFound() {
    let files = [("A", "B"), ("B", "C"), ("C", "A")].map { own, other in
      SourceFile(path: "\(own)/\(own).swift", source: "struct Of\(own) { var other: [Of\(other)] }")
    }
    #expect(Module(name: "House", files: files).circles.map(\.from) == ["A", "B", "C"])
    #expect(Module(name: "House", files: Array(files.dropLast())).circles.isEmpty)
  }

  @Test(arguments: [
    "// Roof", "/* Roof /* Roof */ Roof */", "let a = \"Roof\"", "let a = \"\\\"Roof\"", "let a = #\"\"Roof\\(Roof)\"#",
    "let a = \"\"\"\n  Roof \"Roof\"\n  \"\"\"", "let a = \"\\(1) Roof\"",
    "struct Beam { struct Roof {}; var roof: Roof }",
  ]) func commentsStringsAndOwnTypesNameNothing(_ source: String) {
    #expect(house(source).circles.isEmpty)
  }

  @Test(arguments: [
    "let a = \"\\(Roof.self)\"", "let a = #\"\\#(Roof.self)\"#", "let a = \"\\(\"(\") \\(Roof.self)\"",
    "let a = \"\" + Roof.name", "/* */ let a: Roof", "let a = \"\"\"\n  \"x\" \\(Roof.self)\n  \"\"\"",
  ]) func whatCodeNamesIsFoundBesideCommentsAndStrings(_ source: String) {
    #expect(!house(source).circles.isEmpty)
  }

  @Test func anArrowUpInAManifestIsFound() {
    let manifest = PackageManifest(
      """
      targets: [
        .target(name: "Low", dependencies: ["High", .product(name: "Other", package: "other")]),
        .target(
          name: "High", dependencies: ["Low"]),
        .testTarget(name: "LowTests", dependencies: ["Low"]),
      ]
      """)
    #expect(manifest.targets.map(\.name) == ["Low", "High", "LowTests"])
    #expect(manifest.arrowsUp == ["Package.swift: Low depends on High, which is not listed above it"])
    let file = SourceFile(path: "A.swift", source: "import Foundation\nimport LowTests")
    #expect(
      manifest.undeclaredImports(of: Module(name: "High", files: [file])) == [
        "Sources/High/A.swift:2 imports LowTests, which Package.swift does not let it"
      ])
  }
}

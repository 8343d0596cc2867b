import Foundation
import HomeCare
import TestReaders
import TestSupport
import Testing

/// Every reader answers or refuses whatever it is given: what the fuzzer begins with, what it has found, and quick changes.
@Suite struct FuzzingTests {
  private static let names = FuzzedReader.all.map(\.name)
  private static let corpus = repository.appending(path: "Tests/Fuzzing/corpus")
  private static let changes = 60

  /// The inputs kept for a reader, by the order of their names, and those that are made for it.
  private static func inputs(of name: String) throws -> [[UInt8]] {
    let folder = corpus.appending(path: name)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let kept = try files.sorted().map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    return kept + (FuzzedReader.madeInputs[name] ?? [])
  }

  @Test func everyReaderHasInputsAndEveryInputAReader() throws {
    for name in Self.names { #expect(try !Self.inputs(of: name).isEmpty, "\(name)") }
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
    #expect(Set(folders).isSubset(of: Self.names))
    #expect(Set(Self.names).count == Self.names.count)
  }

  @Test(arguments: names) func keptInputsAndChangesOfThemAreReadOrRefused(name: String) throws {
    let reader = try #require(FuzzedReader.named(name))
    let folder = try ScratchFolder()
    var random = SeededGenerator(seed: 1)
    for input in try Self.inputs(of: name) {
      #expect(throws: Never.self) { try reader.run(input, in: folder) }
      var changed = input
      for round in 0..<Self.changes {
        // Changes upon changes, with a fresh start now and then.
        changed = StructuredMutation.mutated(round.isMultiple(of: 6) ? input : changed, reader.shape, &random)
        #expect(throws: Never.self, "\(name), round \(round)") { try reader.run(changed, in: folder) }
      }
    }
  }

  @Test func aBundleIsTakenApartAsItWasPutTogether() {
    let text = "%% a.csv\nid\n1\n%% b.json\n{}\n"
    let bundle = FileBundle(Array(text.utf8))
    #expect(bundle.files.map(\.name) == ["a.csv", "b.json"])
    #expect(FileBundle(bundle.bytes).files.map(\.bytes) == bundle.files.map(\.bytes))
  }

  @Test(arguments: [InputShape.json, .table, .yaml, .files, .text, .bytes])
  func changesFollowFromTheSeed(shape: InputShape) {
    let input = Array("{\"a\": [1, \"b\"]}\nc;d\n".utf8)
    var (first, second) = (SeededGenerator(seed: 7), SeededGenerator(seed: 7))
    var differs = false
    for _ in 0..<50 {
      let changed = StructuredMutation.mutated(input, shape, &first)
      #expect(changed == StructuredMutation.mutated(input, shape, &second))
      if changed != input { differs = true }
    }
    #expect(differs)
  }
}

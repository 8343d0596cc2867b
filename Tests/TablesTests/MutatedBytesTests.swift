import Files
import HomeCare
import Testing

@testable import Tables

/// Files with random bytes changed must be read or refused, never crash the reader.
@Suite struct MutatedBytesTests {
  /// A few edits of a text: bytes changed, taken out, doubled, or replaced by something a parser may trip over.
  private func mutated(_ sound: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let pieces: [[UInt8]] =
      [
        "\"", "\\", "{", "}", "[", "]", ",", ":", ";", "\n", "\r", "null", "-", "0", "9", "9999999999", "1e9", "0.5",
        "\\u",
        "\\ud800", "{\"", "[[", "true", "2026-02-30", "2026-03-02T24:00", "é",
      ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF]]
    var bytes = sound
    for _ in 0...generator.int(below: 2) where !bytes.isEmpty {
      let start = generator.int(below: bytes.count)
      let end = min(bytes.count, start + generator.int(below: 12))
      switch generator.int(below: 5) {
      case 0: bytes[start] = UInt8(truncatingIfNeeded: generator.next())
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: generator.int(below: bytes.count))
      case 3: bytes.removeSubrange(start...)
      default: bytes.replaceSubrange(start..<end, with: pieces[generator.int(below: pieces.count)])
      }
    }
    return bytes
  }

  /// Reads, and checks what a reader promises of its answer.
  private func expectAnswer(_ read: () throws(InputError) -> InstanceDraft) -> Bool {
    do throws(InputError) {
      let draft = try read()
      #expect(throws: Never.self) { try #expect(Instance(json: draft.json()).tables == draft) }
      return true
    } catch {
      #expect(!error.problems.isEmpty)
      #expect(error.problems.allSatisfy { !$0.found.isEmpty && !$0.expected.isEmpty && !$0.description.contains("\n") })
      return false
    }
  }

  @Test(arguments: [Samples.full, Samples.second])
  func `mutated JSON instances are read or refused`(sample: String) {
    let sound = Array(sample.utf8)
    var generator = SeededGenerator(seed: 1)
    var read = 0
    for _ in 0..<2000 {
      let bytes = mutated(sound, &generator)
      if expectAnswer({ () throws(InputError) in try Instance(json: bytes).tables }) { read += 1 }
    }
    #expect(read > 50 && read < 1500)
  }

  @Test func `mutated rosters are read or refused`() {
    let sound = Array(Samples.roster.utf8)
    var generator = SeededGenerator(seed: 2)
    var read = 0
    for _ in 0..<2000 {
      let bytes = mutated(sound, &generator)
      do throws(InputError) {
        let roster = try Roster(json: bytes)
        read += 1
        #expect(throws: Never.self) { try #expect(Roster(json: roster.json()) == roster) }
      } catch {
        #expect(!error.problems.isEmpty)
      }
    }
    #expect(read > 50 && read < 1500)
  }

  @Test(arguments: [Samples.full, Samples.second])
  func `mutated folders are read or refused`(sample: String) throws {
    var draft = try Samples.draft(sample)
    draft.travel = .matrix([[0, 7], [9, 0]])
    let sound = draft.csvFiles()
    var generator = SeededGenerator(seed: 3)
    var read = 0
    for _ in 0..<1000 {
      var files = Dictionary(uniqueKeysWithValues: sound.map { ($0.name, $0.bytes) })
      let file = sound[generator.int(below: sound.count)]
      files[file.name] = mutated(file.bytes, &generator)
      let answer = expectAnswer { () throws(InputError) in
        try CSVInstanceReader.read(files, folder: "a").validated().tables
      }
      if answer { read += 1 }
    }
    #expect(read > 20 && read < 800)
  }

  @Test func `every prefix of a file is read or refused`() {
    let sound = Array(Samples.roster.utf8)
    for length in 0..<sound.count {
      #expect(throws: InputError.self) { try Roster(json: Array(sound[..<length])) }
    }
  }
}

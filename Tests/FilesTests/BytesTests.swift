import Foundation
import HomeCare
import Subprocess
import Testing

@testable import Files

@Suite struct BytesTests {
  private static func sha256(_ text: [UInt8], pieces: Int = 1) -> String {
    var hash = SHA256()
    for start in stride(from: 0, to: text.count, by: max(1, text.count / pieces)) {
      hash.update(Array(text[start..<min(text.count, start + max(1, text.count / pieces))]))
    }
    return hexadecimal(hash.digest())
  }

  @Test func hashesEqualThePublishedOnes() {
    #expect(Self.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Self.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let million = [UInt8](repeating: 97, count: 1_000_000)
    for pieces in [1, 7, 999] {
      #expect(
        Self.sha256(million, pieces: pieces) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
  }

  @Test func keyedHashesEqualThePublishedOnes() {
    // RFC 4231, cases 1, 2 and 6.
    let short = SHA256.authenticationCode(of: Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20))
    #expect(hexadecimal(short) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    let words = SHA256.authenticationCode(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(hexadecimal(words) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = SHA256.authenticationCode(
      of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      key: [UInt8](repeating: 0xAA, count: 131))
    #expect(hexadecimal(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  /// What `gzip` makes of some bytes.
  private static func packed(_ bytes: [UInt8], level: Int) async throws -> [UInt8] {
    try await Subprocess.run(
      .name("gzip"), arguments: ["-\(level)"], input: .array(bytes), output: .bytes(limit: 1 << 24)
    ).standardOutput
  }

  private static func unpacked(_ bytes: [UInt8], piece: Int) throws -> [UInt8] {
    let gunzip = Gunzip(bytes)
    var result: [UInt8] = []
    while true {
      let next = try gunzip.next(piece)
      if next.isEmpty { return result }
      result += next
    }
  }

  @Test("what gzip packs comes out as it was", arguments: [1, 6, 9], [0, 1, 1000, 300_000])
  func gzip(level: Int, count: Int) async throws {
    var random = SeededGenerator(seed: 8)
    // Runs of text and stretches of noise make stored, fixed and own codes, and copies from far back.
    var bytes: [UInt8] = []
    while bytes.count < count {
      if random.chance(1, in: 40) {
        bytes += (0..<500).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      } else {
        bytes += Array("K\(random.int(below: 90)),S\(random.int(below: 9)),2025-03-03T07:30\n".utf8)
      }
    }
    let packed = try await Self.packed(bytes, level: level)
    #expect(try Self.unpacked(packed, piece: 4096) == bytes)
    #expect(try Self.unpacked(packed + packed, piece: 100_000) == bytes + bytes)
  }

  @Test func damagedGzipIsRefusedAndNeverCrashes() async throws {
    let bytes = (0..<5000).flatMap { Array("row \($0)\n".utf8) }
    let packed = try await Self.packed(bytes, level: 6)
    #expect(throws: Gunzip.Corrupt.self) { try Self.unpacked(Array(packed.dropLast(20)), piece: 4096) }
    var random = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      var damaged = packed
      damaged[random.int(in: 0...(damaged.count - 1))] ^= 1 << UInt8(random.int(below: 8))
      // A header also holds a name and a time, which change nothing.
      let isHarmless = (try? Self.unpacked(damaged, piece: 4096)).map { $0 == bytes } ?? true
      #expect(isHarmless)
    }
  }
}

import Interchange
import Reports

/// The key of `--anonymous`, in a file that the user keeps.
enum PseudonymKey {
  /// What the line of a new key begins with, so that no other file is taken for one.
  private static let mark = "samma-key-"
  private static let digits = (least: 16, most: 64)

  /// Reads the key, or makes one where there is no file.
  static func read(orMakeAt path: String) throws -> Pseudonyms {
    if FileBytes.place(of: path) == .nothing {
      var generator = SystemRandomNumberGenerator()
      let key = mark + (0..<4).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
      try OutputFile.writePrivately(Array((key + "\n").utf8), to: path)
      return Pseudonyms(key: Array(key.utf8))
    }
    let key = try FileBytes.read(path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Older keys have no mark.
    let line = key.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let body = line.hasPrefix(mark) ? line.dropFirst(mark.count) : line[...]
    let isKey = body.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    guard isKey, (digits.least...digits.most).contains(body.utf8.count), key.dropFirst().allSatisfy(\.isEmpty) else {
      throw InvalidRequest(
        "--anonymous \(path): found a file that is no key; expected one that samma made, or none there, which makes one"
      )
    }
    return Pseudonyms(key: Array(line.utf8))
  }
}

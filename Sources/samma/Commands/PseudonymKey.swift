import Foundation
import Interchange
import Reports

/// The key of `--anonymous`, in a file that the user keeps.
enum PseudonymKey {
  private static let fewestBytes = 16

  /// Reads the key, or makes one where there is no file.
  static func read(orMakeAt path: String) throws -> Pseudonyms {
    guard FileManager.default.fileExists(atPath: path) else {
      var generator = SystemRandomNumberGenerator()
      let digits = (0..<4).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
      guard
        FileManager.default.createFile(
          atPath: path, contents: Data((digits + "\n").utf8), attributes: [.posixPermissions: 0o600])
      else { throw InvalidRequest("\(path): the key cannot be written") }
      return Pseudonyms(key: Array(digits.utf8))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InvalidRequest("\(path): the key cannot be read")
    }
    let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count >= fewestBytes else {
      throw InvalidRequest("\(path): found a key of \(text.utf8.count) characters; expected at least \(fewestBytes)")
    }
    return Pseudonyms(key: Array(text.utf8))
  }
}

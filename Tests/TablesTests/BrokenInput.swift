import Files
import HomeCare
import Testing

@testable import Tables

/// A sound text with one piece replaced, and the messages that it is refused with.
protocol BrokenText: Sendable, CustomTestStringConvertible {
  static var sound: String { get }
  var title: String { get }
  /// The piece replaced; the whole text where empty; everything after the first 700 characters where `nil`.
  var piece: String? { get }
  var replacement: String { get }
  var messages: [String] { get }
}

extension BrokenText {
  var testDescription: String { title }

  var text: String {
    guard let piece else { return String(Self.sound.prefix(700)) + replacement }
    return piece.isEmpty ? replacement : Self.sound.replacingOnce(piece, with: replacement)
  }
}

/// A text that is no instance at all.
struct BrokenSyntax: BrokenText {
  static let sound = Samples.full
  let (title, piece, replacement, messages): (String, String?, String, [String])

  init(_ title: String, _ piece: String?, _ replacement: String, _ messages: [String]) {
    (self.title, self.piece, self.replacement, self.messages) = (title, piece, replacement, messages)
  }
}

/// An instance in which something is wrong.
struct BrokenInstance: BrokenText {
  static let sound = Samples.full
  let (title, piece, replacement, messages): (String, String?, String, [String])

  init(_ title: String, _ piece: String?, _ replacement: String, _ messages: [String]) {
    (self.title, self.piece, self.replacement, self.messages) = (title, piece, replacement, messages)
  }
}

/// A roster in which something is wrong.
struct BrokenRoster: BrokenText {
  static let sound = Samples.roster
  let (title, piece, replacement, messages): (String, String?, String, [String])

  init(_ title: String, _ piece: String?, _ replacement: String, _ messages: [String]) {
    (self.title, self.piece, self.replacement, self.messages) = (title, piece, replacement, messages)
  }
}

/// A folder of CSV files with one file changed, and the messages that it is refused with.
struct BrokenFolder: Sendable, CustomTestStringConvertible {
  /// What is wrong.
  let title: String
  /// The files changed, without `.csv`, joined with `+`; `travel` before another is one of matrix travel.
  let tables: String
  /// The piece replaced; the whole file where `nil`.
  let piece: String?
  /// What replaces it; the file is taken away where `nil`.
  let replacement: String?
  let messages: [String]

  init(_ title: String, _ tables: String, _ piece: String?, _ replacement: String?, _ messages: [String]) {
    (self.title, self.tables, self.piece) = (title, tables, piece)
    (self.replacement, self.messages) = (replacement, messages)
  }

  var testDescription: String { title }

  func problems() throws -> [String] {
    let sound = try Samples.draft(Samples.full).csvFiles()
    var files = Dictionary(uniqueKeysWithValues: sound.map { ($0.name, $0.bytes) })
    for table in tables.split(separator: "+").map({ "\($0).csv" }) {
      if table == "travel.csv" && tables != "travel" {
        files[table] = Array("kind\nmatrix\n".utf8)
      } else if let piece, let replacement {
        let text = String(decoding: try #require(files[table]), as: UTF8.self)
        files[table] = Array(text.replacingOnce(piece, with: replacement).utf8).replacingNonCharacter()
      } else {
        files[table] = replacement.map { Array($0.utf8) }
      }
    }
    do throws(InputError) {
      _ = try CSVInstanceReader.read(files, folder: "a").validated()
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}

extension [UInt8] {
  /// The bytes with each U+FFFF, which no file holds, made a byte that is not UTF-8.
  fileprivate func replacingNonCharacter() -> [UInt8] { replacing([0xEF, 0xBF, 0xBF], with: [0xE4]) }
}

extension String {
  /// The text with the first occurrence of a piece replaced.
  func replacingOnce(_ piece: String, with replacement: String) -> String {
    #expect(contains(piece), "the sample lacks \(piece)")
    return replacing(piece, with: replacement, maxReplacements: 1)
  }
}

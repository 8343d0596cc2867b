import Files
import HomeCare

/// The statements of an AMPL data file, as far as sets and tables of numbers go.
///
/// A word is a run of letters, digits, points, signs and underscores; `:=`, `:`, `=`, `,`, `;`, `(` and `)` stand alone;
/// `#` opens a remark to the line's end.
struct AMPLData {
  /// A word and the place where it begins.
  struct Word {
    var text: String
    var offset: Int

    var number: Double? {
      switch Scalars.number(Array(text.utf8)[...]) {
      case .whole(let value): Double(value)
      case .number(let value): value
      case nil: nil
      }
    }
  }

  /// One `set` or `param` statement.
  struct Statement {
    var isSet: Bool
    var name: Word
    /// The words of a table's head, between the colon and `:=`.
    var columns: [Word]
    /// The words behind `:=` or `=`.
    var body: [Word]
  }

  /// Something wrong in the text.
  struct Fault {
    var offset: Int
    var found: String
    var expected: String
  }

  private(set) var statements: [Statement] = []
  private(set) var faults: [Fault] = []

  init(_ bytes: [UInt8]) {
    var words: [Word] = []
    for word in Self.words(bytes) {
      if word.text == ";" {
        add(words)
        words = []
      } else {
        words.append(word)
      }
    }
    if let first = words.first {
      faults.append(
        Fault(offset: first.offset, found: "a statement without an end", expected: "a ; behind its last value"))
    }
  }

  private mutating func add(_ words: [Word]) {
    guard let first = words.first else { return }
    guard first.text == "set" || first.text == "param", words.count > 1 else {
      faults.append(
        Fault(offset: first.offset, found: quoted(first.text), expected: "a statement that begins with set or param"))
      return
    }
    guard let equals = words.firstIndex(where: { $0.text == ":=" || $0.text == "=" }) else {
      faults.append(
        Fault(offset: words[1].offset, found: "\(quoted(words[1].text)) without values", expected: ":= before them"))
      return
    }
    let columns = words[2..<max(2, equals)].filter { $0.text != ":" }
    statements.append(
      Statement(
        isSet: first.text == "set", name: words[1], columns: columns, body: Array(words[(equals + 1)...])))
  }

  private static func words(_ bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "#") {
        while position < bytes.count && bytes[position] != Byte.lineFeed { position += 1 }
      } else if byte <= Byte.space {
        position += 1
      } else if isMark(byte) {
        let isAssignment =
          byte == UInt8(ascii: ":") && position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "=")
        let length = isAssignment ? 2 : 1
        words.append(
          Word(text: String(decoding: bytes[position..<position + length], as: UTF8.self), offset: position))
        position += length
      } else {
        let start = position
        while position < bytes.count, bytes[position] > Byte.space, !isMark(bytes[position]),
          bytes[position] != UInt8(ascii: "#")
        { position += 1 }
        words.append(Word(text: String(decoding: bytes[start..<position], as: UTF8.self), offset: start))
      }
    }
    return words
  }

  private static func isMark(_ byte: UInt8) -> Bool { ":=,;()".utf8.contains(byte) }
}

/// Finds every value of a JSON text (RFC 8259) and checks the text's syntax and encoding.
///
/// Foundation's decoders stop at the first value that does not fit and name a coding path, not a line. A planner who
/// mends a file by hand needs all problems at once, each with its line and column, so the bytes are parsed here into
/// nodes that keep their places. Nesting is followed with a stack of its own and a limit: no text can exhaust the
/// thread's.
struct JSONParser {
  /// Deepest nesting of arrays and objects; the files need four.
  static let depthLimit = 64
  /// Longest text, since nodes hold offsets in 32 bits.
  static let sizeLimit = Int(UInt32.max) - 1

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var nodes: [JSONNode] = []
  /// The arrays and objects that are open, outermost first.
  private var open: [Int] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    // Tables of short cells have a node for every eight to ten bytes.
    nodes.reserveCapacity(min(bytes.count, Self.sizeLimit) / 9 + 8)
  }

  /// The nodes of the text, the outermost value first.
  mutating func parse() throws(JSONSyntaxError) -> [JSONNode] {
    guard bytes.count <= Self.sizeLimit else {
      throw JSONSyntaxError(offset: 0, found: "\(bytes.count) bytes", expected: "a file of less than 4 GiB")
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw JSONSyntaxError(offset: 0, found: "a UTF-16 text", expected: "UTF-8; save the file in that encoding")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    repeat {
      try parseValue()
      try closeFinished()
    } while !open.isEmpty
    skipSpace()
    if position < bytes.count { throw unexpected("the end of the file after the outermost value") }
    return nodes
  }

  /// After a value: closes what ends here, and stops where another value is due or nothing is open.
  private mutating func closeFinished() throws(JSONSyntaxError) {
    while let parent = open.last {
      let isObject = nodes[parent].kind == .object
      skipSpace()
      let hasChildren = nodes.count > parent + 1
      let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      if current == closing {
        position += 1
        nodes[parent].end = UInt32(position)
        nodes[parent].next = UInt32(nodes.count)
        open.removeLast()
        continue
      }
      if hasChildren {
        guard current == Byte.comma else {
          throw unexpected("a comma or \(isObject ? "}" : "]")")
        }
        position += 1
        skipSpace()
        if current == closing { throw unexpected("another value after the comma; remove the comma") }
      }
      if isObject { try parseKey() }
      return
    }
  }

  private mutating func parseKey() throws(JSONSyntaxError) {
    guard current == Byte.quote else {
      let isComment = current == UInt8(ascii: "/") || current == UInt8(ascii: "#")
      throw unexpected("a key in double quotes, or }" + (isComment ? "; JSON has no comments" : ""))
    }
    try parseString()
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw unexpected("a colon after the key") }
    position += 1
  }

  private mutating func parseValue() throws(JSONSyntaxError) {
    skipSpace()
    guard let byte = current else { throw unexpected("a value") }
    switch byte {
    case Byte.quote: try parseString()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < Self.depthLimit else {
        throw JSONSyntaxError(
          offset: position, found: "arrays or objects nested more than \(Self.depthLimit) deep",
          expected: "the nesting that the file format shows")
      }
      open.append(nodes.count)
      add(byte == UInt8(ascii: "{") ? .object : .array, from: position, to: position)
      position += 1
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
    case UInt8(ascii: "t"): try parseWord("true", .true)
    case UInt8(ascii: "f"): try parseWord("false", .false)
    case UInt8(ascii: "n"): try parseWord("null", .null)
    case UInt8(ascii: "/"), UInt8(ascii: "#"): throw unexpected("a value; JSON has no comments")
    case UInt8(ascii: "'"): throw unexpected("a value; JSON puts text in double quotes")
    default: throw unexpected("a value")
    }
  }

  private mutating func parseWord(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONSyntaxError) {
    let length = word.utf8CodeUnitCount
    let fits =
      position + length <= bytes.count
      && (0..<length).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
    guard fits else { throw unexpected("\(word), another value, or quotes around the text") }
    add(kind, from: position, to: position + length)
    position += length
  }

  private mutating func parseNumber() throws(JSONSyntaxError) {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    guard skipDigits() else { throw unexpected("a digit") }
    if bytes[firstDigit] == UInt8(ascii: "0") && position > firstDigit + 1 {
      throw JSONSyntaxError(
        offset: start, found: "a number that begins with 0", expected: "a number without leading zeros")
    }
    var kind = JSONNode.Kind.whole
    if current == UInt8(ascii: ".") {
      kind = .number
      position += 1
      guard skipDigits() else { throw unexpected("a digit after the decimal point") }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      kind = .number
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() else { throw unexpected("a digit of the exponent") }
    }
    add(kind, from: start, to: position)
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while position < bytes.count, Byte.isDigit(bytes[position]) { position += 1 }
    return position > start
  }

  // MARK: - Texts

  private mutating func parseString() throws(JSONSyntaxError) {
    let opening = position
    position += 1
    var kind = JSONNode.Kind.text
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Byte.quote {
        add(kind, from: opening + 1, to: position)
        position += 1
        return
      }
      if byte == Byte.backslash {
        kind = .escapedText
        try skipEscape()
      } else if byte < 0x20 {
        let isBreak = byte == Byte.lineFeed || byte == Byte.carriageReturn
        throw JSONSyntaxError(
          offset: position, found: isBreak ? "a line end inside a text" : "a control character inside a text",
          expected: isBreak ? "a closing quote on the same line, or \\n" : "an escape, such as \\t")
      } else if byte < 0x80 {
        position += 1
      } else {
        let length = UTF8Text.sequenceLength(bytes, at: position)
        guard length > 0 else {
          throw JSONSyntaxError(
            offset: position, found: "a byte that is not UTF-8 (0x\(String(byte, radix: 16, uppercase: true)))",
            expected: "UTF-8; save the file in that encoding")
        }
        position += length
      }
    }
    throw JSONSyntaxError(offset: opening, found: "a text without an end", expected: "a closing quote")
  }

  private mutating func skipEscape() throws(JSONSyntaxError) {
    let start = position
    position += 1
    switch current {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      let unit = try hexadecimalUnit(from: start)
      guard UTF16.isSurrogate(unit) else { return }
      var isPaired = false
      if UTF16.isLeadSurrogate(unit), current == Byte.backslash, position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        isPaired = UTF16.isTrailSurrogate(try hexadecimalUnit(from: start))
      }
      guard isPaired else {
        throw JSONSyntaxError(
          offset: start, found: "half of a surrogate pair", expected: "both halves, or the character itself")
      }
    default:
      throw JSONSyntaxError(
        offset: start, found: "an escape that JSON does not have", expected: "\\\\ for a backslash")
    }
  }

  private mutating func hexadecimalUnit(from start: Int) throws(JSONSyntaxError) -> UInt16 {
    guard let unit = UTF8Text.hexadecimal(bytes, at: position) else {
      throw JSONSyntaxError(offset: start, found: "an unfinished \\u escape", expected: "four hexadecimal digits")
    }
    position += 4
    return unit
  }

  // MARK: - Helpers

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case Byte.space, Byte.lineFeed, Byte.carriageReturn, Byte.tab: position += 1
      default: return
      }
    }
  }

  private mutating func add(_ kind: JSONNode.Kind, from start: Int, to end: Int) {
    nodes.append(
      JSONNode(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
  }

  /// An error at the current byte.
  private func unexpected(_ expected: String) -> JSONSyntaxError {
    JSONSyntaxError(
      offset: position, found: UTF8Text.described(bytes, at: position) ?? "the end of the file", expected: expected)
  }
}

/// The place at which a text stops being JSON.
///
/// There is one at most: what follows it cannot be told apart from what the writer meant.
package struct JSONSyntaxError: Error, Hashable {
  /// The byte offset of the place.
  package var offset: Int
  /// What stands there.
  package var found: String
  /// What should stand there.
  package var expected: String
}

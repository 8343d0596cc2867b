/// The words and signs of a Swift file, without its comments and the text of its strings; what strings interpolate counts.
struct SwiftTokens {
  /// A word, or one sign.
  struct Token {
    let text: String
    let line: Int
    let isWord: Bool
  }

  private(set) var tokens: [Token] = []
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  init(_ source: String) {
    bytes = Array(source.utf8)
    read(untilParenthesis: false)
  }

  private func byte(_ ahead: Int = 0) -> UInt8 { place + ahead < bytes.count ? bytes[place + ahead] : 0 }

  private func begins(with text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where byte(index) != text.utf8Start[index] { return false }
    return true
  }

  private mutating func step() {
    if byte() == UInt8(ascii: "\n") { line += 1 }
    place += 1
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func read(untilParenthesis isInterpolation: Bool) {
    var depth = 0
    while place < bytes.count {
      let first = byte()
      if begins(with: "//") {
        while place < bytes.count && byte() != UInt8(ascii: "\n") { place += 1 }
      } else if begins(with: "/*") {
        skipComment()
      } else if let hashes = stringOpening() {
        skipString(hashes)
      } else if Self.isWord(first) {
        readWord()
      } else {
        if first == UInt8(ascii: "(") { depth += 1 }
        if first == UInt8(ascii: ")") { depth -= 1 }
        if isInterpolation && depth == 0 { return place += 1 }
        if first > UInt8(ascii: " ") && first != UInt8(ascii: "`") {
          tokens.append(Token(text: String(UnicodeScalar(first)), line: line, isWord: false))
        }
        step()
      }
    }
  }

  private mutating func readWord() {
    let start = place
    while Self.isWord(byte()) { place += 1 }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) { return }
    tokens.append(Token(text: String(decoding: bytes[start..<place], as: UTF8.self), line: line, isWord: true))
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if begins(with: "/*") {
        depth += 1
        place += 2
      } else if begins(with: "*/") {
        depth -= 1
        place += 2
      } else {
        step()
      }
    } while depth > 0 && place < bytes.count
  }

  /// The number of `#` before a string that begins here; `nil` where none does.
  private func stringOpening() -> Int? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    return byte(hashes) == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func skipString(_ hashes: Int) {
    place += hashes
    let isLong = begins(with: "\"\"\"")
    let quotes = isLong ? 3 : 1
    place += quotes
    func isSign(_ sign: UInt8, _ count: Int) -> Bool {
      (0..<count).allSatisfy { byte($0) == sign } && (0..<hashes).allSatisfy { byte(count + $0) == UInt8(ascii: "#") }
    }
    while place < bytes.count {
      if isSign(UInt8(ascii: "\""), quotes) { return place += quotes + hashes }
      if isSign(UInt8(ascii: "\\"), 1) {
        place += 1 + hashes
        if byte() == UInt8(ascii: "(") { read(untilParenthesis: true) } else { step() }
      } else {
        step()
      }
    }
  }
}

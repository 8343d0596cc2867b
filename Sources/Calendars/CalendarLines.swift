import Files

/// Builds and takes apart the content lines of iCalendar (RFC 5545, section 3.1).
struct CalendarLines {
  /// Octets of a line without its end; a longer one is folded.
  private static let mostOctets = 75

  private(set) var bytes: [UInt8] = []

  /// Adds a line as it stands, folded where it is long and never inside a character.
  mutating func append(_ line: String) {
    var count = 0
    for character in line.unicodeScalars {
      let octets = Array(String(character).utf8)
      if count + octets.count > Self.mostOctets {
        bytes += [Byte.carriageReturn, Byte.lineFeed, Byte.space]
        count = 1
      }
      bytes += octets
      count += octets.count
    }
    bytes += [Byte.carriageReturn, Byte.lineFeed]
  }

  /// Adds a property whose value is text.
  mutating func append(_ name: String, text: String) { append("\(name):\(Self.escaped(text))") }

  /// A text with its special characters escaped (section 3.3.11); control characters are left out.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n", "\r": result.append(contentsOf: ["\\", "n"])
      default: if scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\t" { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// The lines of a text, unfolded.
  static func unfolded(_ bytes: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: Byte.lineFeed, omittingEmptySubsequences: true) {
      let line = line.last == Byte.carriageReturn ? line.dropLast() : line
      if let first = line.first, first == Byte.space || first == Byte.tab, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

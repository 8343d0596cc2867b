/// How the bytes of an input are built, so that mutations keep to it and reach behind the parser.
public enum InputShape: Sendable {
  /// One JSON text.
  case json
  /// Rows of cells, by some delimiter.
  case table
  /// A YAML text.
  case yaml
  /// Several files, each after a line with its name, `%% name`.
  case files
  /// The same, but packed into a ZIP archive.
  case archive
  /// Words, numbers and signs in lines.
  case text
  /// Bytes of which nothing is known.
  case bytes

  /// The dictionary of words that such inputs hold.
  public var dictionary: String {
    switch self {
    case .json: "json"
    case .table, .files: "table"
    case .yaml: "yaml"
    case .archive: "archive"
    case .text: "text"
    case .bytes: "bytes"
    }
  }
}

/// Several files in one run of bytes.
public struct FileBundle {
  /// What a line begins with that names the file below it.
  public static let mark: [UInt8] = Array("%% ".utf8)

  /// The files by their names, in order.
  public var files: [(name: String, bytes: [UInt8])]

  /// Takes a bundle apart; what stands before the first name belongs to a file without one.
  public init(_ bytes: [UInt8]) {
    files = []
    var (name, content): (String?, [UInt8]) = (nil, [])
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // What stands behind the last line feed is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      if line.starts(with: Self.mark) {
        if name != nil || !content.isEmpty { files.append((name ?? "", content)) }
        (name, content) = (String(decoding: line.dropFirst(Self.mark.count), as: UTF8.self), [])
      } else {
        content += line + [0x0A]
      }
    }
    if name != nil || !content.isEmpty { files.append((name ?? "", content)) }
  }

  /// The bundle as bytes.
  public var bytes: [UInt8] { files.flatMap { Self.mark + Array($0.name.utf8) + [0x0A] + $0.bytes } }
}

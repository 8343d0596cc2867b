import HomeCare

/// A JSON text with the places of all its values.
package struct JSONDocument: Sendable {
  package let bytes: [UInt8]
  package let nodes: [JSONNode]

  /// Parses a text.
  package init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    self.bytes = bytes
    nodes = try bytes.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) in
      var parser = JSONParser(UnsafeRawBufferPointer(buffer))
      return try parser.parse()
    }
  }

  /// The positions of the direct children of an array, or of the keys and values by turns of an object.
  package func children(of node: Int) -> [Int] {
    let end = Int(nodes[node].next)
    return sequence(first: node + 1) { Int(nodes[$0].next) }.prefix { $0 < end }
  }

  /// The keys of an object with their values.
  package func pairs(of node: Int) -> [(key: Int, value: Int)] {
    let nodes = children(of: node)
    return stride(from: 0, to: nodes.count - 1, by: 2).map { (nodes[$0], nodes[$0 + 1]) }
  }

  /// The bytes between which a value stands.
  package func slice(of node: Int) -> ArraySlice<UInt8> { bytes[Int(nodes[node].start)..<Int(nodes[node].end)] }

  /// The value of a text or key.
  package func text(of node: Int) -> String {
    let raw = slice(of: node)
    guard nodes[node].kind == .escapedText else { return String(decoding: raw, as: UTF8.self) }
    return String(decoding: Self.unescaped(raw), as: UTF8.self)
  }

  /// Whether a key is the given name.
  package func key(_ node: Int, is name: [UInt8]) -> Bool {
    let raw = slice(of: node)
    return nodes[node].kind == .text ? raw.elementsEqual(name) : Self.unescaped(raw) == name
  }

  /// The bytes of a text whose escapes are known to be sound.
  private static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var units: [UInt16] = []
    func flush() {
      guard !units.isEmpty else { return }
      result += String(decoding: units, as: UTF16.self).utf8
      units.removeAll()
    }
    var position = raw.startIndex
    while position < raw.endIndex {
      let byte = raw[position]
      guard byte == Byte.backslash else {
        flush()
        result.append(byte)
        position += 1
        continue
      }
      let escape = raw[position + 1]
      position += 2
      if escape == UInt8(ascii: "u") {
        // Halves of a pair come one after the other and are joined when the run ends.
        units.append(raw.withUnsafeBytes { UTF8Text.hexadecimal($0, at: position - raw.startIndex) } ?? 0xFFFD)
        position += 4
        continue
      }
      flush()
      switch escape {
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "n"): result.append(Byte.lineFeed)
      case UInt8(ascii: "r"): result.append(Byte.carriageReturn)
      case UInt8(ascii: "t"): result.append(Byte.tab)
      default: result.append(escape)
      }
    }
    flush()
    return result
  }

  /// What stands at a node, for a message.
  package func described(_ node: Int) -> String {
    switch nodes[node].kind {
    case .object: "an object"
    case .array: "a list"
    case .text, .escapedText: quoted(text(of: node))
    case .whole, .number, .true, .false, .null: shortened(String(decoding: slice(of: node), as: UTF8.self))
    }
  }

  private func shortened(_ text: String) -> String { text.utf8.count > 60 ? "\(text.prefix(60))…" : text }
}

/// One value, or one key, of a JSON text, as the place of its bytes.
///
/// Nodes stand in the order of the text: the children of an array or object follow it directly, the keys of an object
/// each before its value, and `next` leads past them all.
package struct JSONNode {
  package enum Kind: UInt8 {
    case object, array, text, escapedText, whole, number, `true`, `false`, null
  }

  /// What stands there.
  package var kind: Kind
  /// Offset of the first byte; of a text, the byte after the opening quote.
  package var start: UInt32
  /// Offset after the last byte; of a text, of the closing quote.
  package var end: UInt32
  /// The node after this one and all its children.
  package var next: UInt32

  /// The offset at which an editor shows the value to begin.
  package var offset: Int {
    switch kind {
    case .text, .escapedText: Int(start) - 1
    default: Int(start)
    }
  }
}

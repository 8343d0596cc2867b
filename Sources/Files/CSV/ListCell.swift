/// Lists in one cell of a CSV file: items with `;` between them.
///
/// A backslash takes the meaning from a `;`, a backslash or a space that belongs to an item; other backslashes stand for
/// themselves, and so do spaces inside items. Spaces beside a `;` are left out, since people type them.
package enum ListCell {
  /// The items of a cell; none where it is empty.
  package static func items(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var items: [String] = []
    var item: [UInt8] = []
    // How much of the item stays when the spaces at its end are left out.
    var kept = 0
    var position = 0
    func finish() {
      items.append(String(decoding: item[0..<kept], as: UTF8.self))
      item.removeAll(keepingCapacity: true)
      kept = 0
    }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case Byte.backslash where position < bytes.count && isMarked(bytes[position]):
        item.append(bytes[position])
        kept = item.count
        position += 1
      case Byte.semicolon: finish()
      case Byte.space where item.isEmpty: break
      case Byte.space: item.append(byte)
      default:
        item.append(byte)
        kept = item.count
      }
    }
    finish()
    return items.count == 1 && items[0].isEmpty ? [] : items
  }

  /// The cell that holds some items.
  package static func text(_ items: [String]) -> String {
    items.map { item in
      let bytes = Array(item.utf8)
      var result: [UInt8] = []
      for (offset, byte) in bytes.enumerated() {
        let isAtEdge = offset == 0 || offset == bytes.count - 1
        if byte == Byte.semicolon || byte == Byte.backslash || (byte == Byte.space && isAtEdge) {
          result.append(Byte.backslash)
        }
        result.append(byte)
      }
      return String(decoding: result, as: UTF8.self)
    }.joined(separator: ";")
  }

  private static func isMarked(_ byte: UInt8) -> Bool {
    byte == Byte.semicolon || byte == Byte.backslash || byte == Byte.space
  }
}

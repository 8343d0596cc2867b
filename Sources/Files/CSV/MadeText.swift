/// A table made into a text, its cells parted by tabs and quoted as RFC 4180 has it, with the rows that its lines belong to.
package struct MadeText {
  /// What stands between cells.
  package static let delimiter = Byte.tab

  /// The text.
  package private(set) var bytes: [UInt8] = []
  /// The row, of a sheet or of another file, that each line of the text belongs to.
  package private(set) var rowOfLine: [Int32] = []
  /// The column of the last cell of the record.
  private var column = 0

  /// A text without records.
  package init() {}

  /// Adds a cell of the record, in a column after that of the one before; empty cells fill the columns between them.
  ///
  /// Line ends within a cell become line feeds alone, so that they can be counted.
  package mutating func append(_ cell: ArraySlice<UInt8>, at column: Int, ofRow row: Int) {
    while self.column < column {
      bytes.append(Self.delimiter)
      self.column += 1
    }
    guard cell.contains(where: Self.needsQuotes) else {
      bytes += cell
      return
    }
    bytes.append(Byte.quote)
    for (place, byte) in zip(cell.indices, cell) {
      switch byte {
      case Byte.quote: bytes += [byte, byte]
      case Byte.carriageReturn where cell[(place + 1)...].first == Byte.lineFeed: break
      case Byte.lineFeed, Byte.carriageReturn:
        rowOfLine.append(Int32(row))
        bytes.append(Byte.lineFeed)
      default: bytes.append(byte)
      }
    }
    bytes.append(Byte.quote)
  }

  /// Ends the record.
  package mutating func endRecord(ofRow row: Int) {
    bytes.append(Byte.lineFeed)
    rowOfLine.append(Int32(row))
    column = 0
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.quote || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }
}

import Files

/// Where a cell stands in a sheet.
package struct CellPlace: Hashable {
  /// The row, 1 = first.
  package let row: Int
  /// The column, 0 = A.
  package let column: Int

  /// The rows and columns that spreadsheets have at most.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// A place.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `AB12`; `nil` for anything else.
  init?(_ text: some Sequence<UInt8>) {
    var (column, row) = (0, 0)
    for byte in text {
      let letter = byte | 0x20
      if row == 0, letter >= 0x61, letter <= 0x7A {
        column = column * 26 + Int(letter - 0x60)
      } else if Byte.isDigit(byte), column > 0 {
        row = row * 10 + Int(byte - 48)
      } else {
        return nil
      }
      guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }
}

extension CellPlace: CustomStringConvertible {
  /// The place as spreadsheets write it, `AB12`.
  package var description: String { "\(SheetColumn.letters(column))\(row)" }
}

extension CellPlace: Comparable {
  /// Orders places row by row.
  package static func < (left: Self, right: Self) -> Bool { (left.row, left.column) < (right.row, right.column) }
}

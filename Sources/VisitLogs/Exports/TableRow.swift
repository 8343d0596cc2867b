import Files

/// One row of a small table, its cells without white space at their ends.
struct TableRow {
  /// The line of the file, or the row of the sheet.
  let line: Int
  let cells: [String]

  /// The text of a cell; `nil` where it is empty or the row has no such cell.
  subscript(place: Int) -> String? {
    place < cells.count && !cells[place].isEmpty ? cells[place] : nil
  }
}

extension ExportBytes {
  /// The rows below a line, without those that say nothing, of a table small enough to be held whole; the file is given back.
  ///
  /// - Throws: `InputError` where the file cannot be read.
  mutating func tableRows(below line: Int, _ delimiter: UInt8) throws(InputError) -> [TableRow] {
    try wholeText().withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, delimiter: delimiter)
      var rows: [TableRow] = []
      while scanner.next() {
        guard scanner.recordLine > line, !scanner.isBlank else { continue }
        let cells = texts(scanner)
        if cells.contains(where: { !$0.isEmpty }) {
          rows.append(TableRow(line: row(ofLine: scanner.recordLine), cells: cells))
        }
      }
      return rows
    }
  }
}

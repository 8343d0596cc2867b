import Files

/// All rows of a small table as they stand, without knowing yet which of them is the header.
struct SmallTable {
  let rows: [TableRow]
}

extension ExportBytes {
  /// The beginning of the table, to look at.
  func beginning(_ mapping: ExportMapping) -> SmallTable {
    SmallTable(
      rows: firstRecords(delimiterOfCells(mapping)).map { TableRow(line: row(ofLine: $0.line), cells: $0.fields) })
  }

  /// The whole table.
  ///
  /// - Throws: `InputError` where the file cannot be read.
  func smallTable(_ mapping: ExportMapping) throws(InputError) -> SmallTable {
    var export = self
    return SmallTable(rows: try export.tableRows(below: 0, delimiterOfCells(mapping)))
  }

  /// The byte between cells: the one by which a row at the beginning has the most.
  private func delimiterOfCells(_ mapping: ExportMapping) -> UInt8 {
    if let known = madeDelimiter ?? mapping.delimiter { return known }
    let widths = Self.delimiters.map { delimiter in
      (delimiter: delimiter, width: firstRecords(delimiter).map(\.fields.count).max() ?? 0)
    }
    // Of equals the first.
    return widths.reduce(widths[0]) { $1.width > $0.width ? $1 : $0 }.delimiter
  }
}

import Files

/// A sheet as the text of a table: a record for each row that holds anything.
package struct SheetText {
  /// The text, with the rows of the sheet.
  package internal(set) var table = MadeText()
  /// Rows that hold anything.
  package internal(set) var rows = 0
  /// Rows among them that the spreadsheet does not show.
  package internal(set) var hiddenRows = 0
  /// Cells whose value was repeated from the first of the merged cells that they belong to.
  package internal(set) var filledCells = 0
  /// Cells with an error such as `#N/A`.
  package internal(set) var errors: [CellPlace] = []
  /// Formulas that were never worked out, and stand for themselves.
  package internal(set) var unworkedFormulas: [CellPlace] = []
  /// Numbers with more digits than a spreadsheet keeps.
  package internal(set) var cutNumbers: [CellPlace] = []

  /// What a reader of the table should be told of the sheet, a sentence each.
  package var notes: [String] {
    func places(_ cells: [CellPlace]) -> String {
      cells.prefix(3).map(\.description).joined(separator: ", ")
        + (cells.count > 3 ? " and \(cells.count - 3) more" : "")
    }
    var notes: [String] = []
    if hiddenRows > 0 {
      notes.append("\(counted(hiddenRows, "hidden row is", "hidden rows are")) read like the others")
    }
    if filledCells > 0 { notes.append("merged cells: their value is read in each of them, \(filledCells) more") }
    if !errors.isEmpty { notes.append("errors in cells: \(places(errors))") }
    if !unworkedFormulas.isEmpty {
      notes.append(
        "formulas without a value: \(places(unworkedFormulas)); open the workbook in a spreadsheet and save it")
    }
    if !cutNumbers.isEmpty {
      notes.append("numbers of more than 15 digits, whose last are lost: \(places(cutNumbers)); keep ids as text")
    }
    return notes
  }
}

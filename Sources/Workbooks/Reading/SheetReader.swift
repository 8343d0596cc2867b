import Files

/// Reads a sheet, cell by cell, into the text of a table.
final class SheetReader: MarkupReader {
  private(set) var result = SheetText()
  /// The merged cells of the sheet, which stand below its rows.
  private(set) var merges: [ClosedRange<CellPlace>] = []

  private let strings: SharedStrings?
  private let styles: StyleFormats?
  private let numbers: NumberText
  private let mostBytes: Int
  private var filling: MergedCells?

  private var row = 0
  private var isHidden = false
  private var place = CellPlace(row: 1, column: 0)
  private var kind = CellKind.number
  private var style = 0
  private var nextColumn = 0
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private enum Within { case nothing, value, formula }
  private var within = Within.nothing
  private var (hasValue, hasFormula, isPhonetic) = (false, false, false)
  /// The cells of the row, in the order in which they come.
  private var cells: [(column: Int, text: Range<Int>)] = []
  private var texts: [UInt8] = []

  private enum CellKind { case number, shared, text, flag, error, date }

  /// - Parameters:
  ///   - merges: The merged cells, where a reading before has found them.
  ///   - mostBytes: The bytes of the text at most.
  init(
    _ strings: SharedStrings?, _ styles: StyleFormats?, isFrom1904: Bool, merges: [ClosedRange<CellPlace>],
    mostBytes: Int
  ) {
    self.strings = strings
    self.styles = styles
    self.mostBytes = mostBytes
    numbers = NumberText(isFrom1904: isFrom1904)
    filling = merges.isEmpty ? nil : MergedCells(merges)
  }

  override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "c": startCell(attributes)
    case "v": (within, hasValue) = (.value, true)
    // The text of a cell that holds it itself.
    case "t": if kind == .text, !isPhonetic { (within, hasValue) = (.value, true) }
    case "rPh": isPhonetic = true
    case "f": (within, hasFormula) = (.formula, true)
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      isHidden = attributes.says("hidden")
      nextColumn = 0
      cells.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
      if !(1...CellPlace.mostRows).contains(row) { fault = .damaged("a row \(row)") }
    case "mergeCell":
      let ends = attributes["ref"].map { $0.split(separator: ":").compactMap { CellPlace($0.utf8) } } ?? []
      if ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column {
        merges.append(ends[0]...ends[1])
      }
    default: break
    }
  }

  override func end(_ name: MarkupName) {
    switch name {
    case "c": endCell()
    case "v", "t", "f": within = .nothing
    case "rPh": isPhonetic = false
    case "row": endRow()
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    switch within {
    case .nothing: break
    case .value: value += piece
    case .formula: formula += piece
    }
  }

  private func startCell(_ attributes: MarkupAttributes) {
    var column = nextColumn
    if let text = attributes.bytes("r") {
      var reference = UnsafeBufferPointer(start: text, count: 12).prefix { $0 != 0 }.makeIterator()
      if let given = CellPlace(AnyIterator { reference.next().map { UInt8(bitPattern: Int8($0)) } }) {
        column = given.column
      }
    }
    guard column < CellPlace.mostColumns else {
      fault = .damaged("more than \(CellPlace.mostColumns) columns")
      return
    }
    place = CellPlace(row: row, column: column)
    nextColumn = column + 1
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    (hasValue, hasFormula) = (false, false)
    style = attributes["s"].flatMap { Int($0) } ?? 0
    kind =
      switch attributes["t"] {
      case "s": .shared
      case "str", "inlineStr": .text
      case "b": .flag
      case "e": .error
      case "d": .date
      default: .number
      }
  }

  private func endCell() {
    let text = cellText()
    guard !text.isEmpty else { return }
    let start = texts.count
    texts += text
    cells.append((place.column, start..<texts.count))
  }

  private func cellText() -> [UInt8] {
    guard hasValue, !value.isEmpty || kind == .text else {
      guard hasFormula else { return [] }
      result.unworkedFormulas.append(place)
      return [UInt8(ascii: "=")] + formula
    }
    switch kind {
    case .number:
      if NumberText.isCutOff(value) { result.cutNumbers.append(place) }
      return numbers.text(value, styles?[style] ?? .plain)
    case .shared:
      guard let strings, let index = Int(String(decoding: value, as: UTF8.self)), (0..<strings.count).contains(index)
      else {
        fault = .damaged("a text in \(place) that the workbook does not hold")
        return []
      }
      return Array(strings[index])
    case .text: return EscapedCharacters.resolved(value)
    case .flag: return Array((value == [UInt8(ascii: "1")] ? "true" : "false").utf8)
    case .error:
      result.errors.append(place)
      return value
    case .date:
      // A date written as ISO 8601 has its midnight with it.
      let midnight = Array("T00:00:00".utf8)
      let end = value.count >= 19 && Array(value[10..<19]) == midnight ? 10 : value.count
      return Array(value[..<end])
    }
  }

  private func endRow() {
    // What merged cells of other rows show in an empty row does not make it one that says something.
    guard !cells.isEmpty else { return }
    if filling != nil { fillMerged() }
    if zip(cells, cells.dropFirst()).contains(where: { $0.column >= $1.column }) {
      // Spreadsheets write cells in order; of two for one place neither is to be guessed.
      cells.sort { $0.column < $1.column }
      if let pair = zip(cells, cells.dropFirst()).first(where: { $0.column == $1.column }) {
        fault = .damaged("two cells at \(CellPlace(row: row, column: pair.0.column))")
        return
      }
    }
    for cell in cells { result.table.append(texts[cell.text], at: cell.column, ofRow: row) }
    result.table.endRecord(ofRow: row)
    result.rows += 1
    if isHidden { result.hiddenRows += 1 }
    if result.table.bytes.count > mostBytes {
      fault = ZipFault(
        found: "a sheet of more than \(mostBytes >> 20) MiB", expected: "a smaller sheet; save large tables as CSV")
    }
  }

  /// Repeats the value of the first of merged cells in the others of the row.
  private func fillMerged() {
    for cell in cells { filling?.note(CellPlace(row: row, column: cell.column), texts[cell.text]) }
    let filled = filling?.filled(inRow: row, beside: cells.map(\.column)) ?? []
    for cell in filled {
      let start = texts.count
      texts += cell.text
      cells.append((cell.column, start..<texts.count))
    }
    result.filledCells += filled.count
    cells.sort { $0.column < $1.column }
  }
}

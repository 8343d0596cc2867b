/// The number format of each style that cells name.
final class StyleFormats: MarkupReader {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCells = false

  /// The format of a style; that of plain numbers where there is no such style.
  subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .plain }

  override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = NumberFormat(code: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  override func end(_ name: MarkupName) {
    if name == "cellXfs" { isInCells = false }
  }
}

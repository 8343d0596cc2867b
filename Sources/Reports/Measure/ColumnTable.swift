import Interchange

extension LogFileReading {
  /// How each column is understood, for `--explain-columns`.
  ///
  /// - Parameter showsExamples: Whether the first values are shown, which may be ids.
  public func text(showsExamples: Bool = true) -> String {
    let delimiters: [UInt8: String] = [9: "tab", 44: "comma", 59: "semicolon", 124: "bar"]
    let mark = delimiters[delimiter] ?? String(UnicodeScalar(delimiter))
    var table = TextTable([("column", .left), ("read as", .left), ("example", .left)])
    for column in columns {
      let example = showsExamples && column.column != nil ? String(column.example.prefix(40)) : ""
      table.append([column.header, column.column?.rawValue ?? Decimal.undefined, example])
    }
    let packed = isCompressed ? ", gzip" : ""
    var text = "\(file): \(encoding.rawValue), \(mark), header on line \(headerLine)\(packed)\n\(table.text)"
    let required = missing.filter { self.required.contains($0) }
    let optional = missing.filter { !self.required.contains($0) }
    if !required.isEmpty { text += "missing and needed: \(required.map(\.rawValue).joined(separator: ", "))\n" }
    if !optional.isEmpty { text += "not there: \(optional.map(\.rawValue).joined(separator: ", "))\n" }
    return text
  }
}

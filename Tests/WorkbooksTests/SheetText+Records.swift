import Files

@testable import Workbooks

extension SheetText {
  /// The cells of each row.
  var records: [[String]] {
    table.bytes.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, delimiter: MadeText.delimiter)
      var records: [[String]] = []
      while scanner.next() { records.append(scanner.fields.map { scanner.text(of: $0) ?? "not UTF-8" }) }
      return records
    }
  }
}

import Files

/// What kind of spreadsheet bytes begin as, whatever their file is called.
package enum WorkbookKind {
  /// Whether bytes begin as a workbook that can be read, or at least as its packing.
  package static func isWorkbook(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Refuses files of spreadsheets that cannot be read; `nil` for all others.
  ///
  /// - Parameter head: The file's bytes; where they are not a spreadsheet's, its beginning is enough.
  package static func refusal(_ head: [UInt8], file: String) -> InputError? {
    let expected = "a workbook saved as .xlsx, or a table saved as CSV"
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // Both kinds are packed alike; the names of what is packed are in UTF-16.
      let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
      let isEncrypted = head.indices.contains { head[$0] == name[0] && head[$0...].starts(with: name) }
      return isEncrypted
        ? InputError(file: file, found: "a workbook with a password", expected: "one saved without a password")
        : InputError(file: file, found: "a workbook of the old kind (.xls)", expected: expected)
    }
    let text = head.drop { $0 <= Byte.space || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(64)
    let start = String(decoding: text, as: UTF8.self).lowercased()
    guard ["<html", "<table", "<!doctype", "<?xml", "<meta", "<style"].contains(where: { start.hasPrefix($0) }) else {
      return nil
    }
    return InputError(
      file: file, found: "a web page or XML, whatever the file is called",
      expected: "a table; open the file in a spreadsheet and save it as .xlsx or CSV")
  }
}

/// Why an archive, or a part of it, cannot be read.
struct ZipFault: Error {
  /// What was found.
  let found: String
  /// What was expected, and so how to mend it.
  let expected: String

  /// An archive that is cut off, or whose bytes were changed on the way.
  static func damaged(_ found: String) -> ZipFault {
    ZipFault(found: found, expected: "an undamaged workbook; open it in a spreadsheet and save it again")
  }
}

import Files

/// The ids in a column of a log by number, as one thread comes across them.
struct SeenIDs {
  private(set) var interner = ByteInterner()
  /// Where each id stands first: the file, the piece and the line, one after the other.
  private(set) var places: [UInt64] = []
  /// Ids that are numbers shortened by a spreadsheet.
  private var shortened: Set<Int32> = []
  /// Texts that stand where there is nobody, which are no ids.
  private(set) var nobodies: Set<Int32> = []

  /// The number of an id; -1 where there is none, or a text that says so, such as `-` or `Ej tilldelad`.
  @inline(__always)
  mutating func number(of id: UnsafeRawBufferPointer, at place: @autoclosure () -> UInt64) -> Int32 {
    guard !id.isEmpty else { return -1 }
    let number = interner.number(of: id)
    if Int(number) == places.count {
      places.append(place())
      if ShortenedNumber.matches(id) { shortened.insert(number) }
      if Self.isNobody(id) { nobodies.insert(number) }
    }
    return nobodies.isEmpty || !nobodies.contains(number) ? number : -1
  }

  /// Whether a text says that there is nobody: marks and zeros alone, or words for it.
  private static func isNobody(_ id: UnsafeRawBufferPointer) -> Bool {
    guard id.count <= 24 else { return false }
    if id.allSatisfy({ $0 == UInt8(ascii: "0") || !Byte.isDigit($0) && $0 < 0x40 && $0 > Byte.space }) { return true }
    return words.contains(NormalForm.text(TextEncoding.text(id, .utf8)))
  }

  private static let words: Set<String> = [
    "-", "okänd", "okänt", "ingen", "saknas", "ej angiven", "ej angivet", "ej tilldelad",
    "ej tilldelat",
    "otilldelad", "ej bemannad", "ej bemannat", "obemannad", "obemannat", "ospecificerad", "ospecificerat", "vakant",
    "unknown", "none", "n/a", "na", "null", "unassigned", "not assigned", "vacant", "unspecified",
  ]

  /// Whether an id is a number shortened by a spreadsheet.
  @inline(__always)
  func isShortened(_ number: Int32) -> Bool { !shortened.isEmpty && shortened.contains(number) }
}

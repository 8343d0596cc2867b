import Files

/// The ids in a column of a log by number, as one thread comes across them.
struct SeenIDs {
  private(set) var interner = ByteInterner()
  /// Where each id stands first: the file, the piece and the line, one after the other.
  private(set) var places: [UInt64] = []
  /// Ids that are numbers shortened by a spreadsheet.
  private var shortened: Set<Int32> = []

  /// The number of an id; -1 where there is none.
  @inline(__always)
  mutating func number(of id: UnsafeRawBufferPointer, at place: @autoclosure () -> UInt64) -> Int32 {
    guard !id.isEmpty else { return -1 }
    let number = interner.number(of: id)
    if Int(number) == places.count {
      places.append(place())
      if ShortenedNumber.matches(id) { shortened.insert(number) }
    }
    return number
  }

  /// Whether an id is a number shortened by a spreadsheet.
  @inline(__always)
  func isShortened(_ number: Int32) -> Bool { !shortened.isEmpty && shortened.contains(number) }
}

import CZlib

/// The parts of a ZIP archive in memory (PKWARE, APPNOTE.TXT 6.3.10): stored or deflated, without encryption.
///
/// Nothing that the archive says of itself is believed: every offset is held against the bytes that there are, parts are
/// unpacked up to a limit whatever size they claim, and their checksums must hold.
struct ZipArchive {
  /// One part, as the directory at the end of the archive lists it.
  struct Part {
    fileprivate let method: Int
    fileprivate let isEncrypted: Bool
    fileprivate let checksum: UInt
    fileprivate let packed: Int
    fileprivate let header: Int
  }

  private let bytes: [UInt8]
  private let parts: [String: Part]
  /// The bytes to which a part is unpacked at most.
  private let mostBytes: Int

  /// Parts of an archive at most; workbooks have some dozens.
  private static let mostParts = 100_000

  /// Reads the directory of an archive.
  ///
  /// - Parameter mostBytes: The bytes to which a part is unpacked at most.
  init(_ bytes: [UInt8], mostBytes: Int) throws(ZipFault) {
    self.bytes = bytes
    self.mostBytes = mostBytes
    let directory = try Self.directory(bytes)
    guard directory.count <= Self.mostParts else { throw .damaged("an archive of \(directory.count) parts") }
    var parts: [String: Part] = [:]
    var position = directory.start
    for _ in 0..<directory.count {
      guard let entry = ZipRecord(bytes, at: position, "PK\u{1}\u{2}", length: 46) else {
        throw .damaged("a directory of parts that is cut off")
      }
      let (name, extra, comment) = (entry.short(28), entry.short(30), entry.short(32))
      let end = position + 46 + name + extra + comment
      guard end <= bytes.count else { throw .damaged("a directory of parts that is cut off") }
      let nameBytes = bytes[(position + 46)..<(position + 46 + name)]
      var sizes = [entry.word(24), entry.word(20), entry.word(42)]
      Self.widen(&sizes, bytes[(position + 46 + name)..<(position + 46 + name + extra)])
      // The first of two parts of one name is the one that readers agree on least; neither is to be guessed.
      let known = parts.updateValue(
        Part(
          method: entry.short(10), isEncrypted: entry.short(8) & 1 == 1, checksum: UInt(entry.word(16)),
          packed: sizes[1],
          header: sizes[2]),
        forKey: String(decoding: nameBytes, as: UTF8.self))
      if known != nil { throw .damaged("two parts of one name") }
      position = end
    }
    self.parts = parts
  }

  /// The names of all parts, in order.
  var names: [String] { parts.keys.sorted() }

  /// The part of a name.
  subscript(name: String) -> Part? { parts[name] }

  /// Hands a part's bytes out piece by piece.
  func unpack(_ part: Part, _ take: (UnsafeRawBufferPointer) throws(ZipFault) -> Void) throws(ZipFault) {
    guard !part.isEncrypted else {
      throw ZipFault(found: "a part that is encrypted", expected: "a workbook saved without a password")
    }
    guard let header = ZipRecord(bytes, at: part.header, "PK\u{3}\u{4}", length: 30) else {
      throw .damaged("a part that is not where the directory says")
    }
    let start = part.header + 30 + header.short(26) + header.short(28)
    guard start <= bytes.count, part.packed >= 0, part.packed <= bytes.count - start else {
      throw .damaged("a part that is cut off")
    }
    let packed = start..<(start + part.packed)
    var sum = crc32(0, nil, 0)
    func hand(_ piece: UnsafeRawBufferPointer) throws(ZipFault) {
      sum = crc32(sum, piece.bindMemory(to: UInt8.self).baseAddress, UInt32(piece.count))
      try take(piece)
    }
    switch part.method {
    case 0:
      guard packed.count <= mostBytes else { throw tooLarge }
      for offset in stride(from: packed.lowerBound, to: packed.upperBound, by: Inflater.pieceSize) {
        let piece = bytes[offset..<min(packed.upperBound, offset + Inflater.pieceSize)]
        var fault: ZipFault?
        piece.withUnsafeBytes { raw in
          do throws(ZipFault) { try hand(raw) } catch { fault = error }
        }
        if let fault { throw fault }
      }
    case 8:
      let inflater = Inflater(bytes, packed)
      var total = 0
      while let piece = try inflater.next() {
        total += piece.count
        guard total <= mostBytes else { throw tooLarge }
        try hand(piece)
      }
    default:
      throw ZipFault(
        found: "a part packed by method \(part.method)",
        expected: "one that is stored or deflated; open the workbook in a spreadsheet and save it again")
    }
    guard UInt(sum) == part.checksum else { throw .damaged("a checksum that fails") }
  }

  private var tooLarge: ZipFault {
    ZipFault(
      found: "a part of more than \(mostBytes >> 20) MiB", expected: "a smaller workbook; save large tables as CSV")
  }

  /// Where the directory begins, and of how many parts it tells.
  private static func directory(_ bytes: [UInt8]) throws(ZipFault) -> (start: Int, count: Int) {
    // The record that tells is the last, before a comment of at most 64 KiB.
    let first = max(0, bytes.count - 65_557)
    let ends = stride(from: bytes.count - 22, through: first, by: -1)
    guard let end = ends.first(where: { ZipRecord(bytes, at: $0, "PK\u{5}\u{6}", length: 22) != nil }),
      let record = ZipRecord(bytes, at: end, "PK\u{5}\u{6}", length: 22)
    else { throw .damaged("an archive without an end") }
    let (count, start) = (record.short(10), record.word(16))
    guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (start, count) }
    // Large archives say it in a record of wider numbers.
    guard let locator = ZipRecord(bytes, at: end - 20, "PK\u{6}\u{7}", length: 20),
      let wide = ZipRecord(bytes, at: locator.long(8), "PK\u{6}\u{6}", length: 56)
    else { return (start, count) }
    return (wide.long(48), wide.long(32))
  }

  /// Takes from an entry's extra field what its numbers of 32 bits have no room for.
  private static func widen(_ sizes: inout [Int], _ extra: ArraySlice<UInt8>) {
    guard sizes.contains(0xFFFF_FFFF) else { return }
    var position = extra.startIndex
    while position + 4 <= extra.endIndex {
      let field = Array(extra[position...])
      let (kind, length) = (Int(field[0]) | Int(field[1]) << 8, Int(field[2]) | Int(field[3]) << 8)
      if kind == 1 {
        var offset = 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF && offset + 8 <= min(field.count, 4 + length) {
          sizes[index] = ZipRecord.number(field, offset, 8)
          offset += 8
        }
        return
      }
      position += 4 + length
    }
  }
}

/// A record of an archive, whose numbers are little-endian.
private struct ZipRecord {
  private let bytes: [UInt8]
  private let start: Int

  /// The record at an offset, or `nil` where there is none of that signature and length.
  init?(_ bytes: [UInt8], at start: Int, _ signature: String, length: Int) {
    guard start >= 0, start <= bytes.count - length, bytes[start...].starts(with: signature.utf8) else { return nil }
    self.bytes = bytes
    self.start = start
  }

  func short(_ offset: Int) -> Int { Self.number(bytes, start + offset, 2) }
  func word(_ offset: Int) -> Int { Self.number(bytes, start + offset, 4) }
  func long(_ offset: Int) -> Int { Self.number(bytes, start + offset, 8) }

  /// A number of some bytes, the lowest first; the greatest where it is beyond every offset.
  static func number(_ bytes: [UInt8], _ offset: Int, _ length: Int) -> Int {
    let value = bytes[offset..<(offset + length)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: min(value, 1 << 60))
  }
}

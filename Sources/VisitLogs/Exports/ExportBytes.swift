import Files
import Foundation

/// The bytes of one export as they come: from a file, from standard input, unpacked, or out of memory.
struct ExportBytes {
  private enum Source {
    case descriptor(Int32)
    case packed(Gunzip)
    case memory
  }

  /// The file, as messages call it.
  let name: String
  private(set) var isCompressed = false
  private(set) var encoding: ExportMapping.Encoding
  /// What stands at the beginning, in UTF-8 or Windows-1252.
  private(set) var sample: [UInt8] = []

  private var source: Source
  /// Bytes read before those that are still to come from the source.
  private var pending: [UInt8] = []
  /// Bytes of the file that were read to look at its beginning, as they stand in it.
  private var rawHead: [UInt8] = []

  /// How much of an export is looked at to recognise its dialect.
  private static let sampleSize = 65_536

  /// Opens an export and looks at its beginning.
  ///
  /// - Parameter path: The file, or `-` for standard input.
  init(path: String, encoding wanted: ExportMapping.Encoding?) throws(InputError) {
    name = path == "-" ? FileBytes.standardInputName : path
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputError(file: path, found: FileBytes.reason(errno), expected: "a file that can be read")
    }
    source = .descriptor(descriptor)
    encoding = .utf8
    var head = try readAhead(Self.sampleSize)
    rawHead = head
    if Gunzip.isPacked(head) {
      isCompressed = true
      let packed = head + (try readAhead(.max))
      rawHead = packed
      close()
      source = .packed(Gunzip(packed))
      head = try readAhead(Self.sampleSize)
    }
    encoding = wanted ?? head.withUnsafeBytes { TextEncoding.recognised($0) }
    if encoding == .utf16 {
      let wide = head + (try readAhead(.max))
      if !isCompressed { rawHead = wide }
      let whole = TextEncoding.utf8(ofUTF16: wide)
      close()
      source = .memory
      head = whole
      encoding = .utf8
    }
    pending = head
    sample = Array(head.prefix(Self.sampleSize))
  }

  /// Takes what was read so far into a hash of the file's bytes; `fill` goes on with it.
  mutating func begin(_ hash: inout SHA256?) {
    hash?.update(rawHead)
    rawHead = []
  }

  /// Gives the file back.
  func close() {
    if case .descriptor(let descriptor) = source, descriptor != STDIN_FILENO { Foundation.close(descriptor) }
  }

  /// Adds bytes to a buffer, about as many as it has room for; `false` where there are no more.
  mutating func fill(_ buffer: ChunkBuffer, _ hash: inout SHA256?) throws(InputError) -> Bool {
    if !pending.isEmpty {
      buffer.append(pending)
      pending = []
      return true
    }
    switch source {
    case .memory: return false
    case .packed(let gunzip):
      let piece: [UInt8]
      do throws(Gunzip.Corrupt) { piece = try gunzip.next(buffer.room) } catch {
        throw InputError(file: name, found: error.reason, expected: "an undamaged gzip file")
      }
      buffer.append(piece)
      return !piece.isEmpty
    case .descriptor(let descriptor):
      let count = buffer.read(from: descriptor)
      guard count >= 0 else {
        throw InputError(
          file: name, found: "a read that fails: \(FileBytes.reason(errno))", expected: "a file to be read")
      }
      if count > 0 { hash?.update(UnsafeRawBufferPointer(rebasing: buffer.bytes.suffix(count))) }
      return count > 0
    }
  }

  /// All bytes of the export, unpacked, for tables small enough to be held whole; the file is given back.
  mutating func wholeText() throws(InputError) -> [UInt8] {
    defer { close() }
    return try readAhead(.max)
  }

  /// The next bytes in memory of their own, up to a number.
  private mutating func readAhead(_ limit: Int) throws(InputError) -> [UInt8] {
    let buffer = ChunkBuffer(capacity: Self.sampleSize)
    var noHash: SHA256?
    while buffer.count < limit {
      buffer.makeRoom(min(Self.sampleSize, limit - buffer.count))
      guard try fill(buffer, &noHash) else { break }
    }
    return Array(buffer.bytes)
  }

  /// Bytes that stand between the fields of an export.
  static let delimiters = [Byte.semicolon, Byte.comma, Byte.tab, UInt8(ascii: "|")]
  /// Lines among which the header is looked for.
  private static let headerLines = 40

  /// The records at the beginning, without blank ones, as one delimiter parts them.
  func firstRecords(_ delimiter: UInt8) -> [(line: Int, fields: [String])] {
    sample.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, delimiter: delimiter)
      var records: [(line: Int, fields: [String])] = []
      while records.count < Self.headerLines, scanner.next() {
        if scanner.isBlank { continue }
        records.append((scanner.recordLine, texts(scanner)))
      }
      return records
    }
  }

  /// The fields of the scanner's record as texts, without white space at their ends.
  func texts(_ scanner: CSVScanner) -> [String] {
    scanner.fields.map { field in
      LogWords.trimmed(scanner.text(of: field) ?? TextEncoding.text(scanner.rawBytes(of: field), encoding))
    }
  }
}

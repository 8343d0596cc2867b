import Files
import Foundation
import HomeCare
import Workbooks

/// The bytes of one table of an export: as they come from a file or from standard input, unpacked, or as the text that is
/// made of a sheet of a workbook or of rows in JSON.
struct ExportBytes {
  private enum Source {
    case descriptor(Int32)
    case packed(Gunzip)
    case memory

    /// Whether bytes come as they stand in the file.
    var isFile: Bool { if case .descriptor = self { true } else { false } }
  }

  /// The file, as messages call it.
  let file: String
  /// What the table is called in its file: the sheet of a workbook, the key of a list in JSON.
  private(set) var title: String?
  /// Whether the table is a sheet of a workbook.
  private(set) var isSheet = false
  /// What the reader should be told of the table, a sentence each.
  private var notes: [String] = []
  /// What the reader should be told of the whole file, which the first of its tables tells.
  private var notesOfFile: [String] = []
  /// The byte between fields, where the text was made.
  private(set) var madeDelimiter: UInt8?
  private(set) var isCompressed = false
  private(set) var encoding: ExportMapping.Encoding
  /// The encoding in which the file is written, of which `encoding` may be made.
  private(set) var writtenEncoding = ExportMapping.Encoding.utf8
  /// What stands at the beginning, in UTF-8 or Windows-1252.
  private(set) var sample: [UInt8] = []

  private var source: Source
  /// Bytes that came from the source so far, and the most that may: of what is packed, unpacked ones.
  private var taken = 0
  private var most = InputSize.most
  /// Bytes read before those that are still to come from the source.
  private var pending: [UInt8] = []
  /// Bytes of the file that were read to look at its beginning, as they stand in it.
  private var rawHead: [UInt8] = []
  /// The rows of the file that lines belong to.
  private(set) var rows = RowsOfLines()

  /// How much of an export is looked at to recognise its dialect.
  private static let sampleSize = 65_536

  /// Opens an export and looks at its beginning: one table, or those of a workbook or of a file of JSON.
  ///
  /// A file is what its bytes begin as, whatever it is called.
  ///
  /// - Parameter path: The file, or `-` for standard input.
  /// - Throws: `InputError` where the file cannot be read, is damaged or of a kind that nobody reads here.
  static func tables(path: String, encoding: ExportMapping.Encoding?) throws(InputError) -> [ExportBytes] {
    var export = try ExportBytes(path: path, encoding: encoding)
    let isWorkbook = WorkbookKind.isWorkbook(export.sample)
    guard isWorkbook || JSONRows.mayBegin(export.sample) || WorkbookKind.refusal(export.sample, file: path) != nil
    else { return [export] }
    let whole = try export.wholeText()
    if let refusal = WorkbookKind.refusal(whole, file: export.file) { throw refusal }
    if !export.isCompressed, export.source.isFile { export.rawHead = whole }
    return isWorkbook ? try export.sheets(of: whole) : try export.lists(of: whole)
  }

  /// The sheets of a workbook that anybody sees.
  private func sheets(of bytes: [UInt8]) throws(InputError) -> [ExportBytes] {
    let workbook = try Workbook(bytes, file: file)
    var tables: [ExportBytes] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      let text = try workbook.text(of: sheet)
      var table = made(text.table)
      (table.title, table.isSheet, table.notes) = (sheet.name, true, text.notes)
      tables.append(table)
    }
    guard !tables.isEmpty else {
      throw InputError(file: file, found: "a workbook without a sheet to be seen", expected: "a sheet with a table")
    }
    let hidden = workbook.sheets.filter(\.isHidden)
    if !hidden.isEmpty {
      let names = hidden.map { quoted($0.name) }.joined(separator: ", ")
      tables[0].notesOfFile.append("hidden sheets of the workbook are not read: \(names); show them to have them read")
    }
    return tables
  }

  /// What the reader should be told, each sentence with the table or the file that it is of.
  var told: [String] { notesOfFile.map { "\(file): \($0)" } + notes.map { "\(name): \($0)" } }

  /// The lists of a file of JSON.
  private func lists(of bytes: [UInt8]) throws(InputError) -> [ExportBytes] {
    try JSONRows.tables(bytes, file: file).map { list in
      var table = made(list.text)
      (table.title, table.notes) = (list.name, list.notes)
      return table
    }
  }

  /// A table of the file whose text was made.
  private func made(_ text: MadeText) -> ExportBytes {
    var table = self
    table.source = .memory
    table.encoding = .utf8
    table.pending = text.bytes
    table.sample = Array(text.bytes.prefix(Self.sampleSize))
    (table.rows, table.madeDelimiter) = (RowsOfLines(text.rowOfLine), MadeText.delimiter)
    return table
  }

  /// The sheet, where the table is one of a workbook.
  var sheet: String? { isSheet ? title : nil }

  /// The table as messages and reports call it.
  var name: String { sheet.map { "\(file), sheet \(quoted($0))" } ?? file }

  /// The row of the file that a line belongs to.
  func row(ofLine line: Int) -> Int { rows.row(ofLine: line) }

  /// Lets another table of the same file give the file's bytes to the hash.
  mutating func leaveHashToOthers() { rawHead = [] }

  /// Opens a file and looks at its beginning.
  private init(path: String, encoding wanted: ExportMapping.Encoding?) throws(InputError) {
    file = path == "-" ? FileBytes.standardInputName : path
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
      (taken, most) = (0, InputSize.most(unpackedOf: packed.count))
      head = try readAhead(Self.sampleSize)
    }
    if WorkbookKind.isWorkbook(head) {
      pending = head
      sample = head
      return
    }
    encoding = wanted ?? head.withUnsafeBytes { TextEncoding.recognised($0) }
    writtenEncoding = encoding
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
        throw InputError(file: file, found: error.reason, expected: "an undamaged gzip file")
      }
      buffer.append(piece)
      try count(piece.count)
      return !piece.isEmpty
    case .descriptor(let descriptor):
      let count = buffer.read(from: descriptor)
      guard count >= 0 else {
        throw InputError(
          file: file, found: "a read that fails: \(FileBytes.reason(errno))", expected: "a file to be read")
      }
      try self.count(count)
      if count > 0 { hash?.update(UnsafeRawBufferPointer(rebasing: buffer.bytes.suffix(count))) }
      return count > 0
    }
  }

  /// Counts bytes of the source, and refuses one that has no end.
  private mutating func count(_ bytes: Int) throws(InputError) {
    taken += bytes
    if taken > most { throw InputSize.refusal(name, most: most) }
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

/// The rows of a file that the lines of a text belong to, where the text was made of a sheet or of JSON.
struct RowsOfLines {
  private let rowOfLine: [Int32]?

  /// - Parameter rowOfLine: The row of each line; the text is the file's own where absent.
  init(_ rowOfLine: [Int32]? = nil) { self.rowOfLine = rowOfLine }

  /// The row that a line belongs to, 1 = first for both.
  func row(ofLine line: Int) -> Int {
    guard let rowOfLine else { return line }
    return rowOfLine.indices.contains(line - 1) ? Int(rowOfLine[line - 1]) : Int(rowOfLine.last ?? 0) + 1
  }
}

import CZlib
import Workbooks

extension FuzzedReader {
  /// Inputs to begin with that are no texts and so are made instead of kept.
  public static let madeInputs: [String: [[UInt8]]] = [
    "gzip": [packed("client,staff,start\nC1,S1,2026-03-02T07:30\nC1,S2,2026-03-20T07:30\n")],
    "workbook": [WorkbookBytes.workbook([sheet])],
  ]

  private static let sheet: SheetTable = {
    var table = SheetTable("Log")
    for row in [["client", "staff", "start"], ["7", "S1", "2026-03-02 07:30"]] {
      for cell in row { table.append(cell) }
      table.endRecord()
    }
    return table
  }()

  /// A text packed with gzip.
  private static func packed(_ text: String) -> [UInt8] {
    var stream = z_stream()
    // The largest window, and gzip's header.
    deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    let input = Array(text.utf8)
    return [UInt8](unsafeUninitializedCapacity: 1024) { output, count in
      input.withUnsafeBufferPointer { given in
        (stream.next_in, stream.avail_in) = (given.baseAddress, UInt32(given.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        deflate(&stream, Z_FINISH)
        count = output.count - Int(stream.avail_out)
      }
    }
  }
}

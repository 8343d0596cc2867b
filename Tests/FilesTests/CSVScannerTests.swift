import Testing

@testable import Files

/// All records of a text, as (line, values).
private func records(
  _ text: String, _ delimiter: Character = ","
) -> (lines: [Int], rows: [[String?]], flaws: [CSVFlaw]) {
  var (lines, rows, flaws): ([Int], [[String?]], [CSVFlaw]) = ([], [], [])
  Array(text.utf8).withUnsafeBytes { bytes in
    var scanner = CSVScanner(bytes, delimiter: delimiter.asciiValue ?? 0)
    while scanner.next() {
      lines.append(scanner.recordLine)
      rows.append(scanner.fields.map { scanner.text(of: $0) })
      if let flaw = scanner.flaw { flaws.append(flaw) }
    }
  }
  return (lines, rows, flaws)
}

@Suite struct CSVScannerTests {
  @Test(arguments: ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\u{FEFF}a,b\n1,2"])
  func `records end at LF, CRLF, CR or the end, and a byte-order mark is passed over`(text: String) {
    let found = records(text)
    #expect(found.rows == [["a", "b"], ["1", "2"]])
    #expect(found.lines == [1, 2])
    #expect(found.flaws.isEmpty)
  }

  @Test func `quoted fields hold delimiters, line ends and doubled quotes, and lines are still counted`() {
    let found = records("\"a,\"\"b\"\"\",\"x\r\ny\rz\nw\",\"\"\nlast\n")
    #expect(found.rows == [["a,\"b\"", "x\r\ny\rz\nw", ""], ["last"]])
    #expect(found.lines == [1, 5])
    #expect(found.flaws.isEmpty)
  }

  @Test func `a trailing delimiter makes an empty last field`() {
    #expect(records("a,\n,b\n,").rows == [["a", ""], ["", "b"], ["", ""]])
  }

  @Test func `the delimiter is the one asked for`() {
    #expect(records("a;b,c\n", ";").rows == [["a", "b,c"]])
    #expect(records("a\tb\n", "\t").rows == [["a", "b"]])
  }

  @Test func `flaws are told with their lines and reading goes on`() {
    let found = records("ok\na\"b,c\n\"d\"e,f\n\"open\nstill")
    #expect(found.rows == [["ok"], ["a\"b", "c"], ["d", "f"], ["open\nstill"]])
    #expect(found.flaws.map(\.kind) == [.textAfterQuote, .unclosedQuote])
    #expect(found.flaws.map(\.line) == [3, 4])
  }

  @Test func `text that is not UTF-8 has no value`() {
    let bytes: [UInt8] = [0x61, 0x2C, 0xE4, 0x0A]
    bytes.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw)
      let isRecord = scanner.next()
      #expect(isRecord)
      #expect(scanner.text(of: scanner.fields[0]) == "a")
      #expect(scanner.text(of: scanner.fields[1]) == nil)
    }
  }
}

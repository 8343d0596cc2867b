import Files
import HomeCare
import Testing

@testable import Workbooks

@Suite struct DamagedWorkbookTests {
  private static let sound = HandmadeWorkbook(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row>", strings: "<si><t>Kund</t></si>")

  private func refusal(_ bytes: [UInt8]) throws -> String {
    let error = try #require(throws: InputError.self) {
      let workbook = try Workbook(bytes, file: "week.xlsx")
      for sheet in workbook.sheets { _ = try workbook.text(of: sheet) }
    }
    return error.description
  }

  @Test func cutOffAndForeignArchivesAreRefusedWithAReason() throws {
    let sound = Self.sound.bytes
    #expect(try refusal([]).contains("an archive without an end"))
    #expect(try refusal(Array(sound.dropLast(30))).contains("an archive without an end"))
    #expect(try refusal(Array(sound.dropFirst(100))).contains("an undamaged workbook"))
    func archive(_ parts: [String]) -> [UInt8] {
      var zip = ZipWriter()
      for part in parts { zip.append(part, Array("x".utf8)) }
      return zip.finished()
    }
    #expect(try refusal(archive(["word/document.xml"])).contains("an archive that is no workbook"))
    #expect(try refusal(archive(["mimetype", "content.xml"])).contains("(.ods)"))
    #expect(try refusal(archive(["xl/workbook.bin"])).contains("(.xlsb)"))
    #expect(try refusal(archive(["a", "a"])).contains("two parts of one name"))
  }

  @Test func aTextThatIsNotThereAndTwoCellsAtOnePlaceAreRefused() throws {
    #expect(
      try refusal(HandmadeWorkbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>").bytes)
        == "week.xlsx, sheet \"Blad1\": found a text in A1 that the workbook does not hold; "
        + "expected an undamaged workbook; open it in a spreadsheet and save it again")
    let twice = HandmadeWorkbook("<row r=\"1\"><c r=\"A1\"><v>5</v></c><c r=\"A1\"><v>6</v></c></row>")
    #expect(try refusal(twice.bytes).contains("two cells at A1"))
    #expect(try refusal(HandmadeWorkbook("<row r=\"2000000\"><c><v>5</v></c></row>").bytes).contains("a row 2000000"))
    #expect(try refusal(HandmadeWorkbook("<row r=\"1\"><c>").bytes).contains("XML that cannot be read"))
  }

  @Test func documentTypesAreRefusedBeforeTheirEntitiesGrow() throws {
    var workbook = Self.sound
    let levels = (1...20).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }
    workbook.prologue = "<!DOCTYPE x [<!ENTITY e0 \"x\">\(levels.joined())]>"
    workbook.sheets = [("Blad1", "<row r=\"1\"><c t=\"str\"><v>&e20;</v></c></row>")]
    #expect(try refusal(workbook.bytes).contains("XML with a document type"))
    workbook.prologue = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">"
    #expect(try refusal(workbook.bytes).contains("XML with a document type"))
  }

  @Test func aPartThatUnpacksIntoTooMuchIsRefused() throws {
    var zip = ZipWriter()
    zip.append("a", [UInt8](repeating: 0, count: 3 << 20))
    let archive = try ZipArchive(zip.finished(), mostBytes: 1 << 20)
    let part = try #require(archive["a"])
    var taken = 0
    let fault = try #require(throws: ZipFault.self) {
      try archive.unpack(part) { (piece: UnsafeRawBufferPointer) throws(ZipFault) in taken += piece.count }
    }
    #expect(fault.found == "a part of more than 1 MiB" && taken <= 1 << 20)
  }

  @Test func anyBytesAreReadOrRefusedAndNeverMore() throws {
    var random = SeededGenerator(seed: 19)
    let sound = Self.sound.bytes
    var (read, refused) = (0, 0)
    for _ in 0..<600 {
      var bytes = sound
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<50, using: &random)))
        default: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF], at: place)
        }
        if bytes.isEmpty { break }
      }
      do throws(InputError) {
        let workbook = try Workbook(bytes, file: "week.xlsx")
        for sheet in workbook.sheets { _ = try workbook.text(of: sheet) }
        read += 1
      } catch {
        #expect(!error.problems.isEmpty)
        refused += 1
      }
    }
    #expect(read + refused == 600 && refused > 300)
  }

  @Test func filesOfOtherKindsAreToldByTheirBytes() throws {
    func kind(_ bytes: [UInt8]) -> String? { WorkbookKind.refusal(bytes, file: "x")?.problems[0].found }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(kind(old) == "a workbook of the old kind (.xls)")
    #expect(kind(old + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }) == "a workbook with a password")
    #expect(kind(Array("\u{FEFF}\n<HTML><table>".utf8)) == "a web page or XML, whatever the file is called")
    #expect(kind(Array("client;staff".utf8)) == nil && kind([]) == nil)
    #expect(WorkbookKind.isWorkbook(Self.sound.bytes))
  }
}

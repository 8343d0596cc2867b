import Foundation
import Interchange

@testable import Reports

/// Everything that a board's edition is written as: whoever has one form may have the others.
struct PublicForms {
  /// A table of a file or a sheet, its rows as cells under their titles.
  struct Table {
    let name: String
    let titles: [String]
    let rows: [[String]]

    func cell(_ row: Int, _ title: String) -> String { titles.firstIndex(of: title).map { rows[row][$0] } ?? "" }
  }

  let pages: [Language: String]
  let texts: [Language: String]
  let json: String
  /// Tables of CSV files, and of the sheets of the workbook.
  let files: [Table]
  let sheets: [Table]

  init(_ board: BoardReport) throws {
    pages = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, board.html($0)) })
    texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, board.text($0)) })
    json = String(decoding: board.json(), as: UTF8.self)
    var csv: [UInt8] = []
    board.writeCSV { csv += $0 }
    files =
      [Self.table("periods", csv, Byte.comma)]
      + board.files(.english).map { Self.table(String($0.name.dropLast(4)), $0.bytes, Byte.comma) }
    let workbook = try Workbook(board.workbook(.english), file: "board.xlsx")
    sheets = try workbook.sheets.map { Self.table($0.name, try workbook.text(of: $0).table.bytes, 9) }
  }

  private static func table(_ name: String, _ bytes: [UInt8], _ delimiter: UInt8) -> Table {
    let rows = bytes.withUnsafeBytes { bytes in
      var scanner = CSVScanner(bytes, delimiter: delimiter)
      var rows: [[String]] = []
      while scanner.next() { rows.append(scanner.fields.map { scanner.text(of: $0) ?? "" }) }
      return rows
    }
    return Table(name: name, titles: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  /// All forms as texts.
  var all: [String] {
    pages.values.sorted() + texts.values.sorted() + [json]
      + (files + sheets).map { table in
        ([table.name] + table.titles + table.rows.flatMap(\.self)).joined(separator: "\n")
      }
  }

  /// What people read of a page: without its style, and of its pictures what is said of them.
  static func words(ofPage page: String) -> String {
    let body = page.split(separator: "</style>", maxSplits: 1).last.map(String.init) ?? page
    let said = body.replacing(/<svg[^>]*>.*?<\/svg>/.dotMatchesNewlines()) { picture in
      picture.output.firstMatch(of: /<desc>(.*?)<\/desc>/.dotMatchesNewlines()).map { String($0.output.1) } ?? ""
    }
    return said.replacing(/<[^>]*>/, with: " ")
  }

  /// The numbers of a text, dates left out.
  static func numbers(in text: String, _ language: Language) -> Set<String> {
    let mark: Character = language == .swedish ? "," : "."
    let undated = text.replacing(/\d{4}-\d{2}-\d{2}/, with: " ")
    return Set(
      undated.matches(of: /\d+(?:[.,]\d+)?/).map { match in
        String(match.output).replacing(String(mark), with: ".")
      })
  }
}

import Files
import Foundation

/// The tables in the files that needs come in: those of a folder, or of one file.
package struct NeedsSources {
  private(set) var tables: [ExportBytes] = []
  private(set) var problems: [InputProblem] = []
  /// What is to be told of the files, a sentence each: those that hold no tables, and what tables have that is not read.
  private(set) var notes: [String] = []

  /// How files with tables are called.
  package static let endings = [
    "csv", "tsv", "txt", "tab", "xlsx", "xlsm", "xls", "xlsb", "ods", "json", "jsonl", "gz",
  ]

  /// Opens all files.
  ///
  /// - Throws: `InputError` where there is nothing at the path.
  init(_ path: String, _ mapping: ExportMapping) throws(InputError) {
    guard FileBytes.place(of: path) == .folder else {
      take(try ExportBytes.tables(path: path, encoding: mapping.encoding))
      return
    }
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
      throw InputError(
        file: path, found: "no folder that can be listed", expected: "a folder, or a workbook, with the tables of needs"
      )
    }
    // Spreadsheets keep lock files beside the files they have open.
    for name in names where !".~".contains(name.prefix(1)) {
      let file = "\(path)/\(name)"
      guard FileBytes.place(of: file) == .file else { continue }
      guard Self.endings.contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "") else {
        notes.append("\(file): no table, by its name; not read")
        continue
      }
      // Mappings, weights and instances may lie beside the tables.
      if name.lowercased().hasSuffix(".json"), let bytes = try? FileBytes.read(file), JSONRows.format(bytes) != nil {
        continue
      }
      do throws(InputError) {
        take(try ExportBytes.tables(path: file, encoding: mapping.encoding))
      } catch { problems += error.problems }
    }
  }

  /// Takes the tables in which anything stands; what is to be told of the others is told all the same.
  private mutating func take(_ found: [ExportBytes]) {
    for table in found {
      if table.holdsAnything { tables.append(table) }
      notes += table.told
    }
  }
}

extension ExportBytes {
  /// Whether anything stands in the table.
  fileprivate var holdsAnything: Bool { sample.contains { $0 > Byte.space && $0 < 0xEF } }
}

import HomeCare

/// Dates on which a client was not at home.
public struct Absence: Hashable, Sendable {
  /// The client's id.
  public var client: String
  /// The first and the last date.
  public var dates: ClosedRange<LocalDate>

  /// An absence.
  public init(client: String, dates: ClosedRange<LocalDate>) {
    self.client = client
    self.dates = dates
  }

  /// Reads a CSV file with the columns `client`, `from` and `to`, dates inclusive.
  ///
  /// - Throws: `InputError` with every row that cannot be read: an absence that is overlooked changes the figures.
  public static func read(_ path: String) throws(InputError) -> [Absence] {
    let bytes = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
    let result: Result<[Absence], InputError> = bytes.withUnsafeBytes { raw in
      do throws(InputError) { return .success(try read(raw, file: path)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, file: String) throws(InputError) -> [Absence] {
    let head = bytes.prefix { $0 != Byte.lineFeed }
    let dialect: CSVDialect = head.contains(Byte.semicolon) ? .semicolons : head.contains(Byte.tab) ? .tabs : .rfc4180
    var scanner = CSVScanner(bytes, dialect: dialect)
    var problems: [InputProblem] = []
    var absences: [Absence] = []
    var places: [Int]?
    while scanner.next() == .record {
      if scanner.isBlank { continue }
      let cells = scanner.fields.map {
        LogWords.trimmed(scanner.text(of: $0) ?? TextEncoding.text(scanner.rawBytes(of: $0), .windows1252))
      }
      func refuse(_ found: String, _ expected: String) {
        problems.append(
          InputProblem(file: file, position: TextPosition(line: scanner.recordLine), found: found, expected: expected))
      }
      guard let columns = places else {
        let header = cells.map(LogWords.folded)
        let found = [["client", "kund", "brukare"], ["from", "från"], ["to", "till"]].map { names in
          header.firstIndex { names.contains($0) } ?? -1
        }
        guard !found.contains(-1) else {
          refuse("the columns \(cells.map(quoted).joined(separator: ", "))", "the columns client, from and to")
          break
        }
        places = found
        continue
      }
      guard cells.count > columns.max() ?? 0 else {
        refuse("\(cells.count) fields", "a client and two dates")
        continue
      }
      let (client, from, to) = (cells[columns[0]], LocalDate(cells[columns[1]]), LocalDate(cells[columns[2]]))
      guard !client.isEmpty, let from, let to else {
        refuse(quoted(cells.joined(separator: " ")), "a client and two dates such as 2025-03-03")
        continue
      }
      guard from <= to else {
        refuse("\(from) to \(to)", "a first date that is not after the last")
        continue
      }
      absences.append(Absence(client: client, dates: from...to))
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return absences
  }
}

import Files
import HomeCare

extension Gazetteer {
  private static let columns = [
    column("address", ["adress", "gatuadress", "belägenhetsadress", "adressplats", "fulladress"]),
    column("street", ["gata", "gatunamn", "vägnamn", "adressområde", "gatuadressnamn"]),
    column("number", ["nummer", "gatunummer", "gatunr", "husnummer", "adressplatsnummer", "adressnummer", "nr"]),
    column("letter", ["littera", "bokstav", "bokstavstillägg"]),
    column("town", ["ort", "postort", "tätort", "kommundel", "stad", "city", "ortnamn"]),
    column("lat", CoordinateNames.north + CoordinateNames.northLetters, isRequired: true),
    column("lon", CoordinateNames.east + CoordinateNames.eastLetters, isRequired: true),
  ]

  private static func column(_ name: String, _ names: [String], isRequired: Bool = false) -> ExportColumn {
    ExportColumn(name: name, names: [name] + names, isRequired: isRequired)
  }

  /// Reads a table of addresses with their coordinates, in any dialect and any system that exports have.
  ///
  /// The address is in one column, or its street, number and letter in columns of their own; a town may stand beside it.
  ///
  /// - Throws: `InputError` where the file cannot be read, or holds no such table; with every row that cannot be understood.
  public static func read(_ path: String, _ mapping: ExportMapping?) throws(InputError) -> Gazetteer {
    let mapping = mapping ?? .genericSwedish
    let tables = try ExportBytes.tables(path: path, encoding: mapping.encoding)
    func header(_ table: ExportBytes) -> ExportHeader {
      ExportHeader(table, Self.columns, ColumnRoles.Given(), mapping)
    }
    var table = tables.first { header($0).isComplete } ?? tables[0]
    let found = header(table)
    let places = found.fieldOfColumn
    let missing =
      ((places["address"] ?? places["street"]) == nil ? ["address"] : []) + ["lat", "lon"].filter { places[$0] == nil }
    guard missing.isEmpty else {
      table.close()
      throw ExportHeader.refusal(table, line: found.line, headers: found.fields, missing: missing)
    }
    let rows = try table.tableRows(below: found.line, found.delimiter)
    func text(_ row: Int, _ column: String) -> String? { places[column].flatMap { rows[row][$0] } }
    let pairs = rows.indices.map { row in
      text(row, "lat").flatMap(Numbers.decimal).flatMap { north in
        text(row, "lon").flatMap(Numbers.decimal).map { (north: north, east: $0) }
      }
    }
    let headers = ["lat", "lon"].compactMap { places[$0].map { found.fields[$0] } }
    let system = PlaceColumns(pairs.compactMap(\.self), headers: headers, named: mapping.coordinates)
    var (entries, problems): ([Entry], [InputProblem]) = ([], [])
    for row in rows.indices {
      let street = [text(row, "street"), text(row, "number").map { $0 + (text(row, "letter") ?? "") }]
      let address = text(row, "address") ?? street.compactMap(\.self).joined(separator: " ")
      guard !address.isEmpty else { continue }
      guard let pair = pairs[row], let place = system.degrees(pair.north, pair.east) else {
        problems.append(
          InputProblem(
            file: path, position: TextPosition(line: rows[row].line),
            found: "\(quoted(address)) at \(quoted(text(row, "lat") ?? "")) and \(quoted(text(row, "lon") ?? ""))",
            expected: system.expected))
        continue
      }
      entries.append(
        Entry(
          text: address, address: StreetAddress(address, town: text(row, "town")), latitude: place.latitude,
          longitude: place.longitude))
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return Gazetteer(
      entries, file: path, note: system.isWorthTelling ? "\(path): coordinates are in \(system.reading)" : nil)
  }
}

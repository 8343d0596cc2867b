import HomeCare

/// Finds the places in a JSON file of problems that validation found.
struct JSONPlaces {
  var reader: JSONTableReader
  /// The values of the outermost object's keys.
  let tables: [String: Int]
  /// The nodes of the rows of the tables asked about.
  private var rows: [String: [Int]] = [:]

  init(reader: JSONTableReader, tables: [String: Int]) {
    self.reader = reader
    self.tables = tables
  }

  /// Puts a problem at the value it speaks of; where the file leaves that out, at its row.
  mutating func locate(_ problem: InstanceProblem) -> InputProblem {
    InputProblem(
      file: reader.file, position: reader.position(of: node(of: problem.cell)), cell: problem.cell, id: problem.id,
      found: problem.found, expected: problem.expected)
  }

  private mutating func node(of cell: Cell) -> Int {
    if cell.table == "instance" { return tables[cell.column] ?? 0 }
    guard let table = tables[cell.table] else { return 0 }
    guard reader.document.nodes[table].kind == .array else { return reader.value(of: cell.column, in: table) ?? table }
    let nodes = rows[cell.table] ?? Array(reader.document.children(of: table))
    rows[cell.table] = nodes
    guard nodes.indices.contains(cell.row) else { return table }
    return reader.value(of: cell.column, in: nodes[cell.row]) ?? nodes[cell.row]
  }
}

extension JSONTableReader {
  /// The value of a key in an object.
  func value(of key: String, in node: Int) -> Int? {
    guard document.nodes[node].kind == .object else { return nil }
    let name = Array(key.utf8)
    var position = node + 1
    while position < Int(document.nodes[node].next) {
      if document.key(position, is: name) { return position + 1 }
      position = Int(document.nodes[position + 1].next)
    }
    return nil
  }

  /// Refuses a document that is not of a format, saying so alone: its other problems would only confuse.
  mutating func checkFormat(
    _ format: String, what: String, other: (format: String, what: String)
  ) throws(InputError) {
    guard document.nodes[0].kind == .object else {
      report(0, found: document.described(0), expected: "an object that holds \(what)")
      throw InputError(problems: list.problems)
    }
    // A missing format is reported with the other missing keys.
    guard let node = value(of: "format", in: 0) else { return }
    guard document.nodes[node].kind == .text, document.text(of: node) == format else {
      let hint = document.key(node, is: Array(other.format.utf8)) ? ", which is \(other.what)" : ""
      report(node, found: "the format \(document.described(node))\(hint)", expected: "\(quoted(format)), \(what)")
      throw InputError(problems: list.problems)
    }
  }
}

extension JSONDocument {
  /// Parses a file.
  static func parsed(_ bytes: [UInt8], file: String) throws(InputError) -> JSONDocument {
    do throws(JSONSyntaxError) {
      return try JSONDocument(bytes)
    } catch {
      throw InputError(
        InputProblem(
          file: file, position: LineTable(bytes).position(of: error.offset), found: error.found,
          expected: error.expected))
    }
  }
}

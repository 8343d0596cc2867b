import Files
import HomeCare

/// Finds the places in a JSON file of problems that validation found.
struct JSONPlaces {
  var reader: JSONReader
  /// The values of the outermost object's keys.
  let tables: [String: Int]
  /// The nodes of the rows of the tables asked about.
  private var rows: [String: [Int]] = [:]

  init(reader: JSONReader, tables: [String: Int]) {
    self.reader = reader
    self.tables = tables
  }

  /// Puts a problem at the value it speaks of; where the file leaves that out, at its row.
  mutating func locate(_ problem: InstanceProblem) -> InputProblem {
    InputProblem(problem, file: reader.file, position: reader.position(of: node(of: problem.cell)))
  }

  /// The refusal of a file for problems found later, each at its place.
  func located(_ problems: [InstanceProblem]) -> InputError {
    var places = self
    return InputError(problems: problems.map { places.locate($0) })
  }

  private mutating func node(of cell: Cell) -> Int {
    if cell.table == "instance" { return tables[cell.column] ?? 0 }
    guard let table = tables[cell.table] else { return 0 }
    guard reader.document.nodes[table].kind == .array else { return reader.value(of: cell.column, in: table) ?? table }
    let nodes = rows[cell.table] ?? reader.document.children(of: table)
    rows[cell.table] = nodes
    guard nodes.indices.contains(cell.row) else { return table }
    return reader.value(of: cell.column, in: nodes[cell.row]) ?? nodes[cell.row]
  }
}

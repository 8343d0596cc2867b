import HomeCare

/// Changes of a table by rows, columns and cells.
enum TableMutation {
  static func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let delimiter = delimiter(lines[0])
    var rows = lines.map { $0.split(separator: delimiter, omittingEmptySubsequences: false).map(Array.init) }
    let (row, other) = (random.int(below: rows.count), random.int(below: rows.count))
    let width = max(1, rows[0].count)
    let (column, second) = (random.int(below: width), random.int(below: width))
    switch random.int(below: 13) {
    case 0: rows.remove(at: row)
    case 1: rows.insert(rows[row], at: other)
    case 2: rows.swapAt(row, other)
    case 3: for index in rows.indices where column < rows[index].count { rows[index].remove(at: column) }
    case 4: for index in rows.indices where column < rows[index].count { rows[index].append(rows[index][column]) }
    case 5:
      for index in rows.indices where max(column, second) < rows[index].count { rows[index].swapAt(column, second) }
    case 6: if column < rows[row].count, column < rows[other].count { rows[row][column] = rows[other][column] }
    case 7:
      // A whole column by one word, as a column that says another thing than it did.
      let word = HostileWords.drawn(&random)
      for index in rows.indices.dropFirst() where column < rows[index].count { rows[index][column] = word }
    case 8: if column < rows[row].count { rows[row][column] = [0x22] + rows[row][column] + [0x22] }
    case 9:
      let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
      return Array(rows.map { Array($0.joined(separator: [random.pick(delimiters)])) }.joined(separator: [0x0A]))
    case 10:
      lines[0] = random.pick([[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x73, 0x65, 0x70, 0x3D, 0x3B, 0x0A]]) + lines[0]
      return Array(lines.joined(separator: [0x0A]))
    default: if column < rows[row].count { rows[row][column] = HostileWords.drawn(&random) }
    }
    return Array(rows.map { Array($0.joined(separator: [delimiter])) }.joined(separator: [0x0A]))
  }

  /// The sign that the first line has most of.
  private static func delimiter(_ line: [UInt8]) -> UInt8 {
    let signs: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    return signs.max { first, second in
      line.count { $0 == first } < line.count { $0 == second }
    } ?? 0x2C
  }
}

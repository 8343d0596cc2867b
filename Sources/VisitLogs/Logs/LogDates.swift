import Files
import HomeCare

/// In which order the dates of logs are read, file by file and column by column.
///
/// What the beginning of a file says is only expected: the order that counts is that of all its rows.
struct LogDates: Hashable {
  typealias Order = ExportMapping.DateOrder

  /// The columns of a log that hold dates.
  static let columns: [LogColumn] = [.start, .end, .date, .plannedStart]

  /// The order of each column, those of one file after another.
  private(set) var orders: [Order]

  /// The number of a file's first column.
  @inline(__always)
  static func first(ofFile file: Int) -> Int { file * columns.count }

  /// What the beginnings of some logs say, or their mapping.
  init(expecting logs: [ExportBytes], _ layouts: [LogLayout]) {
    orders = zip(logs, layouts).flatMap { log, layout in
      if let order = layout.mapping.dateOrder { return Self.columns.map { _ in order } }
      return DateEvidence.decisions(Self.evidence(atBeginningOf: log, layout)).map { decision in
        decision.order
      }
    }
  }

  private static func evidence(atBeginningOf log: ExportBytes, _ layout: LogLayout) -> [DateEvidence] {
    let places = layout.datePlaces
    var parser = MomentParser(orders: columns.map { _ in .dayFirst })
    log.sample.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, delimiter: layout.delimiter)
      while scanner.next() {
        // What is cut off at the end of the sample is no row.
        guard scanner.recordLine > layout.reading.headerLine, scanner.offset < raw.count else { continue }
        for (column, place) in places.enumerated() where place >= 0 && place < scanner.fields.count {
          _ = parser.parse(scanner.rawBytes(of: scanner.fields[place]), column)
        }
      }
    }
    return parser.evidence
  }

  /// What all rows say.
  ///
  /// - Throws: `InputError` where a column leaves open which number is the day, or has both kinds of dates.
  init(of evidence: [DateEvidence], in layouts: [LogLayout]) throws(InputError) {
    orders = []
    var problems: [InputProblem] = []
    for (index, layout) in layouts.enumerated() {
      let (file, mapping) = (layout.reading, layout.mapping)
      let columns = Array(evidence[Self.first(ofFile: index)..<Self.first(ofFile: index + 1)])
      for (column, decision) in zip(Self.columns, DateEvidence.decisions(columns)) {
        orders.append(mapping.dateOrder ?? decision.order)
        guard mapping.dateOrder == nil else { continue }
        switch decision {
        case .any, .order: break
        case .open(let possible):
          problems.append(Self.problem(in: file, column, possible, "dates that may be read as"))
        case .mixed(let order, let other):
          problems.append(Self.problem(in: file, column, [order, other], "dates some of which are written as"))
        }
      }
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
  }

  private static func problem(
    in file: LogFileReading, _ column: LogColumn, _ orders: [Order], _ what: String
  ) -> InputProblem {
    let known = file.columns.first { $0.column == column }
    let words = DateEvidence.words(orders)
    let example = known.map { $0.example.isEmpty ? "" : " such as \(quoted($0.example))" } ?? ""
    return InputProblem(
      file: file.file, position: TextPosition(line: file.headerLine),
      found: "in the column \(quoted(known?.header ?? column.rawValue)) \(what) \(words)\(example)",
      expected: DateEvidence.expected(orders))
  }

  /// Notes the orders that dates were read in, for those who read the report.
  func note(in files: inout [LogFileReading], _ evidence: [DateEvidence]) {
    for index in files.indices {
      for (offset, column) in Self.columns.enumerated() {
        let place = Self.first(ofFile: index) + offset
        guard evidence[place].dates > 0, let row = files[index].columns.firstIndex(where: { $0.column == column })
        else { continue }
        files[index].columns[row].dateOrder = orders[place]
      }
    }
  }
}

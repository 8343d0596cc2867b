import Files
import HomeCare

/// Reads a problem of the ConVRP set: a head of `NAME: value` lines, then sections of rows of numbers, each of which begins
/// with a customer's id.
struct ConsistentReader {
  /// Most days and customers of a file.
  private static let mostDays = 60
  private static let mostCustomers = 5_000
  private static let largest = 1e7

  private static let sections = ["NODE_COORD_SECTION", "DEMAND_SECTION", "SVC_TIME_SECTION", "DEPOT_SECTION"]
  private static let heads = ["NUM_DAYS", "CAPACITY", "DISTANCE"]

  private struct Row {
    var line: Int
    var words: [Substring]
  }

  private let file: String
  private var head: [String: Row] = [:]
  private var rows: [String: [Row]] = [:]
  private var problems: [InputProblem] = []

  /// Reads a problem.
  ///
  /// - Throws: `InputError` with every problem of the text.
  static func read(_ bytes: [UInt8], file: String, name: String) throws(InputError) -> ConsistentProblem {
    var reader = ConsistentReader(bytes, file: file)
    let problem = reader.problem(name: name)
    guard let problem, reader.problems.isEmpty else { throw InputError(problems: reader.problems.inOrder()) }
    return problem
  }

  private init(_ bytes: [UInt8], file: String) {
    self.file = file
    var section: String?
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, first != "EOF" else { continue }
      if first.hasSuffix("_SECTION") {
        section = String(first)
        if !Self.sections.contains(String(first)) {
          report(
            index + 1, found: "the unknown section \(quoted(String(first)))",
            expected: Spelling.expected(insteadOf: String(first), among: Self.sections, what: "section"))
        }
        rows[String(first), default: []] += []
      } else if let section {
        rows[section, default: []].append(Row(line: index + 1, words: words))
      } else if let colon = line.firstIndex(of: ":") {
        let values = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace)
        head[line[..<colon].filter { !$0.isWhitespace }] = Row(line: index + 1, words: values)
      } else {
        report(index + 1, found: quoted(String(line)), expected: "a line such as CAPACITY: 160")
      }
    }
    for name in Self.heads where head[name] == nil {
      problems.append(InputProblem(file: file, found: "no \(name)", expected: "a line \(name): with its number"))
    }
    for name in Self.sections where rows[name] == nil {
      problems.append(InputProblem(file: file, found: "no \(name)", expected: "the section \(name)"))
    }
  }

  private mutating func report(_ line: Int, found: String, expected: String) {
    problems.append(
      InputProblem(file: file, position: TextPosition(line: line), found: found, expected: expected))
  }

  private mutating func problem(name: String) -> ConsistentProblem? {
    guard problems.isEmpty else { return nil }
    let days = whole("NUM_DAYS", in: 1...Self.mostDays)
    let capacity = whole("CAPACITY", in: 1...InputLimits.shiftMinutes.upperBound)
    let longest = number("DISTANCE", in: 1e-2...Self.largest)
    let depots = rows["DEPOT_SECTION", default: []].filter { $0.words.first != "-1" }
    guard depots.count == 1, let depot = point(depots[0], from: 0) else {
      if depots.count != 1 {
        problems.append(
          InputProblem(file: file, found: "\(depots.count) depots", expected: "one row of DEPOT_SECTION, x and y"))
      }
      return nil
    }
    guard let days, let capacity, let longest else { return nil }
    let demands = table("DEMAND_SECTION", columns: days)
    let services = table("SVC_TIME_SECTION", columns: days)
    let places = table("NODE_COORD_SECTION", columns: 2)
    if places.count > Self.mostCustomers {
      problems.append(
        InputProblem(
          file: file, found: "\(places.count) customers", expected: "at most \(Self.mostCustomers)"))
    }
    var customers: [ConsistentProblem.Customer] = []
    for (id, row) in places.sorted(by: { $0.value.line < $1.value.line }) {
      guard let place = point(row, from: 1) else { continue }
      guard let demand = demands[id], let service = services[id] else {
        report(row.line, found: "customer \(id)", expected: "rows of it in DEMAND_SECTION and in SVC_TIME_SECTION, too")
        continue
      }
      let loads = (1...days).map { value(demand, at: $0, in: -1...Double(capacity)) }
      for (load, word) in zip(loads, demand.words.dropFirst()) {
        if let load, load != load.rounded() || (load < 0 && load != -1) {
          report(demand.line, found: String(word), expected: "a whole number, or -1 where there is no visit")
        }
      }
      let times = (1...days).map { value(service, at: $0, in: 0...longest) ?? 0 }
      customers.append(
        ConsistentProblem.Customer(
          id: id, place: place, demands: loads.map { $0.flatMap { $0 < 0 ? nil : Int($0) } }, services: times))
    }
    for (id, row) in demands.merging(services, uniquingKeysWith: { first, _ in first }) where places[id] == nil {
      report(row.line, found: "customer \(id)", expected: "a row of it in NODE_COORD_SECTION, too")
    }
    if !customers.contains(where: { $0.demands.contains { $0 != nil } }) {
      problems.append(InputProblem(file: file, found: "no visit", expected: "a demand on some day"))
    }
    return ConsistentProblem(
      name: name, days: days, capacity: capacity, longestRoute: longest, depot: depot, customers: customers)
  }

  /// The rows of a section by their customer's id; each has so many columns behind it.
  private mutating func table(_ section: String, columns: Int) -> [String: Row] {
    var table: [String: Row] = [:]
    for row in rows[section, default: []] {
      let id = String(row.words[0])
      if row.words.count != columns + 1 {
        report(
          row.line, found: "\(row.words.count) words",
          expected: "\(columns + 1) in each row of \(section): a customer's id and \(columns) numbers")
      } else if table.updateValue(row, forKey: id) != nil {
        report(row.line, found: "customer \(id) a second time", expected: "each customer once in \(section)")
      }
    }
    return table
  }

  private mutating func point(_ row: Row, from first: Int) -> ConsistentProblem.Point? {
    guard row.words.count == first + 2 else {
      report(
        row.line, found: "\(row.words.count) words", expected: "\(first + 2): \(first > 0 ? "an id, " : "")x and y")
      return nil
    }
    guard let x = value(row, at: first, in: -Self.largest...Self.largest),
      let y = value(row, at: first + 1, in: -Self.largest...Self.largest)
    else { return nil }
    return ConsistentProblem.Point(x: x, y: y)
  }

  private mutating func value(_ row: Row, at index: Int, in range: ClosedRange<Double>) -> Double? {
    let word = index < row.words.count ? row.words[index] : ""
    guard let value = Double(word), range.contains(value) else {
      report(
        row.line, found: quoted(String(word)),
        expected: "a number from \(range.lowerBound.fileText) to \(range.upperBound.fileText)")
      return nil
    }
    return value
  }

  private mutating func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
    head[name].flatMap { value($0, at: 0, in: range) }
  }

  private mutating func whole(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = number(name, in: Double(range.lowerBound)...Double(range.upperBound)) else { return nil }
    if value == value.rounded() { return Int(value) }
    report(head[name]?.line ?? 1, found: "\(value.fileText) for \(name)", expected: "a whole number")
    return nil
  }
}

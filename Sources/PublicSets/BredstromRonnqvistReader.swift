import Files
import HomeCare

/// Reads a problem with windows and double-staffed visits out of AMPL data (D. Bredström, M. Rönnqvist, "Combined vehicle
/// routing and scheduling with temporal precedence and synchronization constraints", European Journal of Operational
/// Research 191, 2008).
///
/// Node 0 is where all staff, who are alike, start and end. A double-staffed visit is a pair of nodes, one for each of
/// its staff. `w_id` and `dn`, of problems over several days, are passed over.
struct BredstromRonnqvistReader {
  /// Most nodes of a file.
  private static let mostNodes = 2_000
  /// Most staff of a file.
  private static let mostStaff = 2_000
  private static let largest = 1e6

  private static let known = [
    "N0", "N1", "N2", "Shared1", "Shared2", "Shared_Visited", "kn", "dn", "T", "s_id", "t_ij", "w_id", "e_id", "l_id",
    "prefer_id",
  ]
  private static let required = ["N1", "Shared_Visited", "kn", "T", "s_id", "t_ij", "e_id", "l_id"]

  private let file: String
  private let lines: LineTable
  private var statements: [String: AMPLData.Statement] = [:]
  private var problems: [InputProblem] = []

  /// Reads a problem.
  ///
  /// - Throws: `InputError` with every problem of the text.
  static func read(_ bytes: [UInt8], file: String, name: String) throws(InputError) -> PublicProblem {
    var reader = BredstromRonnqvistReader(bytes, file: file)
    let problem = reader.problem(name: name)
    guard let problem, reader.problems.isEmpty else {
      throw InputError(problems: reader.problems.inOrder())
    }
    return problem
  }

  private init(_ bytes: [UInt8], file: String) {
    self.file = file
    lines = LineTable(bytes)
    let data = AMPLData(bytes)
    for fault in data.faults { report(fault.offset, found: fault.found, expected: fault.expected) }
    for statement in data.statements {
      let name = statement.name.text
      if !Self.known.contains(name) {
        report(
          statement.name.offset, found: "the unknown name \(quoted(name))",
          expected: Spelling.expected(insteadOf: name, among: Self.known, what: "name"))
      } else if statements[name] != nil {
        report(statement.name.offset, found: "\(name) a second time", expected: "each set and parameter once")
      } else {
        statements[name] = statement
      }
    }
    // Where statements could not be told apart, a missing one may be among those.
    if !problems.isEmpty { return }
    for name in Self.required where statements[name] == nil {
      problems.append(InputProblem(file: file, found: "no \(name)", expected: "a statement that gives \(name)"))
    }
  }

  private mutating func report(_ offset: Int, found: String, expected: String) {
    problems.append(InputProblem(file: file, position: lines.position(of: offset), found: found, expected: expected))
  }

  private mutating func problem(name: String) -> PublicProblem? {
    guard problems.isEmpty, let distances = matrix() else { return nil }
    let nodes = distances.count
    let horizon = number("T", in: 1e-3...Self.largest)
    let staff = number("kn", in: 1...Double(Self.mostStaff))
    if let staff, staff != staff.rounded(), let word = statements["kn"]?.body.first {
      report(word.offset, found: quoted(word.text), expected: "a whole number of staff")
    }
    guard let horizon, let staff, problems.isEmpty else { return nil }
    let durations = column("s_id", nodes)
    let earliest = column("e_id", nodes)
    let latest = column("l_id", nodes)
    let pairs = pairs(nodes)
    if problems.isEmpty { checkNodes(nodes, paired: Set(pairs.flatMap { [$0.0, $0.1] })) }
    guard let durations, let earliest, let latest, problems.isEmpty else { return nil }
    for node in 1..<nodes {
      if durations[node].value <= 0 {
        report(durations[node].offset, found: "\(durations[node].value.fileText) for s_id", expected: "more than 0")
      }
      if earliest[node].value > latest[node].value {
        report(
          latest[node].offset, found: "a latest start before the earliest",
          expected: "\(earliest[node].value.fileText) or more")
      }
    }
    guard problems.isEmpty else { return nil }
    var result = PublicProblem(
      name: name, format: .bredstromRonnqvist, windowRule: .start, places: (0..<nodes).map { "node-\($0)" },
      distances: distances,
      caregivers: (1...Int(staff)).map {
        PublicProblem.Caregiver(id: "k\($0)", abilities: [], place: 0, start: 0, end: horizon)
      },
      tasks: (1..<nodes).map {
        PublicProblem.Task(
          id: "\($0)", patient: "\($0)", place: $0, duration: durations[$0].value, opens: earliest[$0].value,
          closes: latest[$0].value)
      },
      pairs: pairs.map { PublicProblem.Pair(first: $0.0 - 1, second: $0.1 - 1, startsTogether: true) },
      nineHours: horizon)
    result.preferences = preferences(nodes, staff: Int(staff))
    return problems.isEmpty ? result : nil
  }

  // MARK: Statements

  private mutating func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
    guard let statement = statements[name] else { return nil }
    guard statement.body.count == 1, let value = statement.body[0].number, range.contains(value) else {
      let word = statement.body.first ?? statement.name
      report(
        word.offset, found: "\(quoted(word.text)) for \(name)",
        expected: "one number from \(range.lowerBound.fileText) to \(range.upperBound.fileText)")
      return nil
    }
    return value
  }

  /// The rows of a table by node, each as wide as the table's head; rows of nodes below `first` may be missing.
  private mutating func rows(_ name: String, _ nodes: Int, from first: Int) -> [[(value: Double, offset: Int)]]? {
    guard let statement = statements[name] else { return nil }
    let width = statement.columns.count
    let count = problems.count
    var rows = [[(value: Double, offset: Int)]](repeating: [], count: nodes)
    guard width > 0 else {
      report(statement.name.offset, found: "\(name) without columns", expected: "a head such as \(name): 1 2 3 :=")
      return nil
    }
    var position = 0
    while position < statement.body.count {
      let row = statement.body[position...].prefix(width + 1)
      let head = statement.body[position]
      position += width + 1
      guard row.count == width + 1 else {
        report(head.offset, found: "a row of \(name) with \(row.count - 1) values", expected: "\(width) values")
        break
      }
      guard let node = head.number, node == node.rounded(), node >= 0, node < Double(nodes) else {
        report(
          head.offset, found: "\(quoted(head.text)) as a row of \(name)", expected: "a node from 0 to \(nodes - 1)")
        // Whatever follows is out of step with the rows.
        break
      }
      guard rows[Int(node)].isEmpty else {
        report(head.offset, found: "the row \(head.text) of \(name) a second time", expected: "each node once")
        continue
      }
      for word in row.dropFirst() {
        guard let value = word.number, abs(value) <= Self.largest else {
          report(
            word.offset, found: "\(quoted(word.text)) in \(name)",
            expected: "a number of at most \(Self.largest.fileText)")
          continue
        }
        rows[Int(node)].append((value, word.offset))
      }
    }
    for node in first..<max(first, nodes) where rows[node].isEmpty && problems.count == count {
      report(statement.name.offset, found: "no row \(node) in \(name)", expected: "a row for each node")
    }
    return problems.count == count ? rows : nil
  }

  /// A value for each node from a table of days, which must be alike.
  private mutating func column(_ name: String, _ nodes: Int) -> [(value: Double, offset: Int)]? {
    guard let rows = rows(name, nodes, from: 1) else { return nil }
    var values: [(value: Double, offset: Int)] = []
    for row in rows {
      guard let first = row.first else {
        values.append((0, 0))
        continue
      }
      if let other = row.first(where: { $0.value != first.value }) {
        report(
          other.offset, found: "another value than the first day's in \(name)",
          expected: "\(first.value.fileText) on every day: one day is read")
      }
      if first.value < 0 { report(first.offset, found: "\(first.value.fileText) in \(name)", expected: "0 or more") }
      values.append(first)
    }
    return values
  }

  private mutating func matrix() -> [[Double]]? {
    guard let statement = statements["t_ij"] else { return nil }
    let nodes = statement.columns.count
    guard (2...Self.mostNodes).contains(nodes) else {
      report(
        statement.name.offset, found: "t_ij with \(nodes) columns", expected: "2 to \(Self.mostNodes) nodes")
      return nil
    }
    for (index, word) in statement.columns.enumerated() where word.text != "\(index)" {
      report(word.offset, found: "\(quoted(word.text)) in the head of t_ij", expected: "the nodes 0, 1, 2 in order")
      return nil
    }
    guard let rows = rows("t_ij", nodes, from: 0) else { return nil }
    for row in rows {
      for cell in row where cell.value < 0 {
        report(cell.offset, found: "\(cell.value.fileText) in t_ij", expected: "0 or more")
      }
    }
    return problems.isEmpty ? rows.map { $0.map(\.value) } : nil
  }

  private mutating func preferences(_ nodes: Int, staff: Int) -> [[Double]] {
    guard let statement = statements["prefer_id"] else { return [] }
    guard statement.columns.count == staff else {
      report(
        statement.name.offset, found: "prefer_id with \(statement.columns.count) columns",
        expected: "one for each of the \(staff) staff of kn")
      return []
    }
    return rows("prefer_id", nodes, from: 1)?.dropFirst().map { $0.map(\.value) } ?? []
  }

  // MARK: Nodes

  private mutating func pairs(_ nodes: Int) -> [(Int, Int)] {
    guard let body = statements["Shared_Visited"]?.body else { return [] }
    let words = body.filter { ![",", "(", ")"].contains($0.text) }
    var pairs: [(Int, Int)] = []
    var seen: Set<Int> = []
    for start in stride(from: 0, to: words.count, by: 2) {
      guard start + 1 < words.count else {
        report(words[start].offset, found: "half a pair of Shared_Visited", expected: "pairs such as (1,19)")
        break
      }
      let numbers = [words[start], words[start + 1]].map { node($0, nodes) }
      guard let first = numbers[0], let second = numbers[1] else { continue }
      if !seen.insert(first).inserted || !seen.insert(second).inserted {
        report(
          words[start].offset, found: "the pair (\(first),\(second)) with a node of another pair or twice the same",
          expected: "each node in one pair at most")
      }
      pairs.append((first, second))
    }
    return pairs
  }

  private mutating func node(_ word: AMPLData.Word, _ nodes: Int) -> Int? {
    guard let value = word.number, value == value.rounded(), value >= 1, value < Double(nodes) else {
      report(word.offset, found: quoted(word.text), expected: "a node from 1 to \(nodes - 1)")
      return nil
    }
    return Int(value)
  }

  /// Every node but the first is a single visit or half of a pair, and sets that say so agree.
  private mutating func checkNodes(_ nodes: Int, paired: Set<Int>) {
    var single: Set<Int> = []
    for word in statements["N1"]?.body ?? [] {
      guard let node = node(word, nodes) else { continue }
      if paired.contains(node) || !single.insert(node).inserted {
        report(word.offset, found: "\(node) in N1", expected: "each single visit once, and no half of a pair")
      }
    }
    for word in statements["N2"]?.body ?? [] {
      guard let node = node(word, nodes) else { continue }
      if !paired.contains(node) {
        report(word.offset, found: "\(node) in N2", expected: "a node of a pair of Shared_Visited")
      }
    }
    guard problems.isEmpty, let name = statements["N1"]?.name else { return }
    for node in 1..<nodes where !single.contains(node) && !paired.contains(node) {
      report(name.offset, found: "no \(node)", expected: "every node of t_ij in N1 or in a pair of Shared_Visited")
    }
  }
}

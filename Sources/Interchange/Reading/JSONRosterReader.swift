import HomeCare

/// Reads a roster out of a JSON document.
///
/// Only the shape is checked here: whether the roster answers its instance is for the checker to say.
struct JSONRosterReader {
  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "instance", "assignments", "unassigned", "score", "solve"]
  /// The keys that every roster has.
  static let requiredKeys = ["format", "instance", "assignments", "score"]

  private var reader: JSONTableReader
  private var values: [String: Int] = [:]

  /// Reads a roster.
  ///
  /// - Throws: `InputError` with every problem found.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> Roster {
    let document = try JSONDocument.parsed(bytes, file: file)
    var roster = JSONRosterReader(reader: JSONTableReader(document, file: file))
    return try roster.read()
  }

  private init(reader: JSONTableReader) { self.reader = reader }

  private mutating func read() throws(InputError) -> Roster {
    try reader.checkFormat(RosterTables.format, what: "a roster", other: (InstanceTables.format, "an instance"))
    guard let members = reader.members(of: 0, Self.keys, of: "the roster") else {
      throw InputError(problems: reader.list.problems)
    }
    for (key, node) in zip(Self.keys, members) {
      if let node, reader.isPresent(node) {
        values[key] = node
      } else if Self.requiredKeys.contains(key) {
        let expected =
          switch key {
          case "format": "the key \"format\" with \(quoted(RosterTables.format))"
          case "instance": "the key \"instance\", with the name of the instance answered"
          case "assignments": "the key \"assignments\", with a list, even if an empty one"
          default: "the key \(quoted(key)), with an object"
          }
        reader.report(0, found: "no \(key)", expected: expected)
      }
    }
    let score = values["score"].map { reader.single($0, RosterTables.score) } ?? Score()
    let roster = Roster(
      instance: text("instance"),
      assignments: values["assignments"].map { reader.rows($0, RosterTables.assignments) } ?? [],
      unassigned: texts("unassigned").map { VisitID($0) },
      score: score, solve: solve(total: score.total))
    guard reader.list.isEmpty else {
      let ordered = reader.list.problems.enumerated().sorted { left, right in
        let start = TextPosition(line: 0)
        let (first, second) = (left.element.position ?? start, right.element.position ?? start)
        return first != second ? first < second : left.offset < right.offset
      }
      throw InputError(problems: ordered.map(\.element))
    }
    return roster
  }

  private mutating func solve(total: Int) -> SolveSummary? {
    guard let node = values["solve"] else { return nil }
    var row = reader.single(node, RosterTables.solve, allowsOthers: true)
    if let bound = reader.value(of: "bound", in: node), reader.isPresent(bound) {
      let bounds = reader.single(bound, RosterTables.bound, allowsOthers: true).summary
      (row.summary.unassignedBound, row.summary.distinctBound) = (bounds.unassignedBound, bounds.distinctBound)
    }
    return row.summary(total: total)
  }

  private mutating func text(_ key: String) -> String {
    guard let node = values[key] else { return "" }
    let kind = reader.document.nodes[node].kind
    if kind == .text || kind == .escapedText { return reader.document.text(of: node) }
    reader.report(node, found: "\(reader.document.described(node)) for \(key)", expected: "text")
    return ""
  }

  private mutating func texts(_ key: String) -> [String] {
    guard let node = values[key] else { return [] }
    guard reader.document.nodes[node].kind == .array else {
      reader.report(node, found: "\(reader.document.described(node)) for \(key)", expected: "a list of ids")
      return []
    }
    var items: [String] = []
    for item in reader.document.children(of: node) {
      let kind = reader.document.nodes[item].kind
      if kind == .text || kind == .escapedText {
        items.append(reader.document.text(of: item))
      } else {
        reader.report(item, found: "\(reader.document.described(item)) in \(key)", expected: "an id in text")
      }
    }
    return items
  }
}

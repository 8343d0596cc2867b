import Files
import HomeCare

/// Reads a roster out of a JSON document.
///
/// Only the shape is checked here: whether the roster answers its instance is for the checker to say.
struct JSONRosterReader {
  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "instance", "assignments", "unassigned", "score", "solve"]
  /// The keys that every roster has.
  static let requiredKeys = ["format", "instance", "assignments", "score"]

  private var reader: JSONReader
  private var values: [String: Int] = [:]

  /// Reads a roster.
  ///
  /// - Throws: `InputError` with every problem found.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> Roster {
    var roster = JSONRosterReader(reader: try JSONReader(bytes, file: file))
    return try roster.read()
  }

  private init(reader: JSONReader) { self.reader = reader }

  private mutating func read() throws(InputError) -> Roster {
    try reader.checkFormat(RosterTables.format, what: "a roster", other: (InstanceTables.format, "an instance"))
    guard let members = reader.members(of: JSONReader.root, Self.keys, of: "the roster") else {
      throw InputError(problems: reader.list.problems)
    }
    values = members
    for key in Self.requiredKeys {
      let expected =
        switch key {
        case "format": "the key \"format\" with \(quoted(RosterTables.format))"
        case "instance": "the key \"instance\", with the name of the instance answered"
        case "assignments": "the key \"assignments\", with a list, even if an empty one"
        default: "the key \(quoted(key)), with an object"
        }
      reader.require(key, in: values, expected: expected)
    }
    let score = values["score"].map { reader.single($0, RosterTables.score) } ?? Score()
    let roster = Roster(
      instance: reader.text(values["instance"], "instance") ?? "",
      assignments: values["assignments"].map { reader.rows($0, RosterTables.assignments) } ?? [],
      unassigned: texts("unassigned").map { VisitID($0) },
      score: score, solve: solve(total: score.total))
    guard reader.list.isEmpty else { throw InputError(problems: reader.list.problems.inOrder()) }
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

  private mutating func texts(_ key: String) -> [String] {
    var texts: [String] = []
    for item in reader.items(values[key], key, expected: "a list of ids") ?? [] {
      if reader.isText(item) {
        texts.append(reader.document.text(of: item))
      } else {
        reader.report(item, found: "\(reader.document.described(item)) in \(key)", expected: "an id in text")
      }
    }
    return texts
  }
}

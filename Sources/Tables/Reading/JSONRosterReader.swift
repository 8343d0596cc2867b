import Files
import HomeCare

/// Reads a roster out of a JSON document.
///
/// Only the shape is checked here: whether the roster answers its instance is for the checker to say.
enum JSONRosterReader {
  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "instance", "assignments", "unassigned", "score", "series", "solve"]
  /// The keys that every roster has.
  static let requiredKeys = ["format", "instance", "assignments", "score"]

  /// Reads a roster.
  ///
  /// - Throws: `InputError` with every problem found.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> Roster {
    var file = try JSONTablesFile(
      bytes, file: file, format: RosterTables.format, keys: keys, what: "a roster", name: "the roster")
    for key in requiredKeys.dropFirst() {
      let expected =
        switch key {
        case "instance": "the key \"instance\", with the name of the instance answered"
        case "assignments": "the key \"assignments\", with a list, even if an empty one"
        default: "the key \(quoted(key)), with an object"
        }
      file.reader.require(key, in: file.tables, expected: expected)
    }
    var score = file.single(RosterTables.score)
    if let node = file.tables["score"], file.reader.value(of: ScorePart.poolMinutes.name, in: node) != nil {
      score.format = .two
    }
    let roster = Roster(
      instance: file.reader.text(file.tables["instance"], "instance") ?? "",
      assignments: file.rows(RosterTables.assignments),
      unassigned: unassigned(file.tables["unassigned"], &file.reader), score: score,
      solve: file.tables["solve"].map { solve($0, &file.reader, total: score.total) },
      series: file.rows(RosterTables.series))
    guard file.reader.list.isEmpty else { throw InputError(problems: file.reader.list.problems.inOrder()) }
    return roster
  }

  private static func solve(_ node: Int, _ reader: inout JSONReader, total: Int) -> SolveSummary {
    var row = reader.single(node, RosterTables.solve, allowsOthers: true)
    if let bound = reader.value(of: "bound", in: node), reader.isPresent(bound) {
      let bounds = reader.single(bound, RosterTables.bound, allowsOthers: true).summary
      (row.summary.unassignedBound, row.summary.distinctBound) = (bounds.unassignedBound, bounds.distinctBound)
    }
    if let weights = reader.value(of: WeightTables.weights.name, in: node), reader.isPresent(weights) {
      row.summary.weights = reader.single(weights, WeightTables.weights)
    }
    return row.summary(total: total)
  }

  private static func unassigned(_ node: Int?, _ reader: inout JSONReader) -> [VisitID] {
    (reader.items(node, "unassigned", expected: "a list of ids") ?? []).compactMap { item in
      if reader.isText(item) { return VisitID(reader.document.text(of: item)) }
      reader.report(item, found: "\(reader.document.described(item)) in unassigned", expected: "an id in text")
      return nil
    }
  }
}

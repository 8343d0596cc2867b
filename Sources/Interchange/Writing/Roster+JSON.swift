import HomeCare

extension Roster {
  /// The roster as a JSON text: one assignment a line, keys in the order of the format, the same bytes for the same
  /// roster.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.member("format", text: RosterTables.format)
    writer.member("instance", text: instance)
    writer.member(RosterTables.assignments, rows: assignments)
    writer.list("unassigned", unassigned) { $0.append(text: $1.rawValue) }
    writer.member("score") { $0.append(row: score, RosterTables.score, omitsDefaults: false) }
    if let solve {
      let row = SolveRow(solve, total: score.total)
      writer.member("solve") { writer in
        writer.append(row: row, RosterTables.solve, omitsDefaults: false, before: "seed") { writer in
          guard solve.unassignedBound != nil || solve.distinctBound != nil else { return }
          writer.append(", \"bound\": ")
          writer.append(row: row, RosterTables.bound, omitsDefaults: false)
        }
      }
    }
    return writer.finished()
  }
}

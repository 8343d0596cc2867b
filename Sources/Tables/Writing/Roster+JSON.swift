import Files
import HomeCare

extension Roster {
  /// The roster as a JSON text: one assignment a line, keys in the order of the format, the same bytes for the same
  /// roster.
  public func json() -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("format", RosterTables.format)
      writer.member("instance", instance)
      writer.rows(assignments, RosterTables.assignments)
      writer.key("unassigned")
      writer.list(unassigned, .lines) { $0.value($1.rawValue) }
      writer.single(score, RosterTables.score.of(score.format))
      if !series.isEmpty { writer.rows(series, RosterTables.series) }
      guard let solve else { return }
      let row = SolveRow(solve, total: score.total)
      writer.key(RosterTables.solve.name)
      writer.row(row, RosterTables.solve, omitsDefaults: false, before: "seed") { writer in
        if solve.unassignedBound != nil || solve.distinctBound != nil { writer.single(row, RosterTables.bound) }
        if let weights = solve.weights { writer.single(weights, WeightTables.weights) }
      }
    }
  }
}

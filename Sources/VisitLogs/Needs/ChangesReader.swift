import Files
import HomeCare

/// Reads what has happened to staff and clients out of tables of people's own: absences, clients who are away, and shifts
/// that somebody else works.
public enum ChangesReader {
  /// Whether a file holds tables, and not changes in Samma's own format.
  ///
  /// It is told by the name's ending alone, since a pipe can be read but once.
  public static func holdsTables(_ path: String) -> Bool {
    NeedsSources.endings.contains { $0 != "json" && path.lowercased().hasSuffix(".\($0)") }
  }

  /// Reads the tables of a workbook or another file, found by what they hold; whom they name is looked up in an instance.
  ///
  /// - Returns: The changes, and what is to be told, a sentence each: what was taken for what, what was not read, and what
  ///   became of the rows of a table of which not all are used.
  /// - Throws: `InputError` with every row that cannot be used, and where there is no table of these kinds.
  public static func read(
    path: String, of instance: Instance, _ mapping: ExportMapping = .genericSwedish
  ) throws(InputError) -> (changes: Changes, notes: [String]) {
    let (reader, takenOver) = try NeedsReader.changes(path, of: instance, mapping)
    guard reader.problems.isEmpty else { throw InputError(problems: reader.problems) }
    guard !reader.taken.isEmpty else {
      throw InputError(
        file: path, found: "no table of changes",
        expected: "a table with the columns staff, from, to, or client, from, to, or date, staff, by")
    }
    var changes = Changes()
    (changes.absences, changes.away, changes.takenOver) = (reader.needs.absences, reader.needs.away, takenOver)
    let days = instance.horizon.start.midnight..<instance.horizon.end
    func outside(_ from: LocalDateTime, _ to: LocalDateTime) -> Bool {
      to <= days.lowerBound || from >= days.upperBound
    }
    var tallies = reader.tallies
    tallies[.absences]?.outside = changes.absences.count { outside($0.from, $0.to) }
    tallies[.away]?.outside = changes.away.count { outside($0.from, $0.to) }
    let told = NeedsTable.ofChanges.compactMap { tallies[$0] }.filter { $0.used < $0.rows }
    return (
      changes,
      reader.taken.map(\.description) + reader.remarks + reader.notes.map(\.description) + told.map(\.description)
        + reader.unread.map(\.description)
    )
  }
}

extension NeedsReader {
  /// Reads shifts that somebody else works: all that a person was to begin on a date.
  mutating func takeovers(_ table: MappedTable, _ shifts: [Shift]) -> [Changes.Takeover] {
    let known = Set(needs.staff.map(\.id))
    var takenOver: [Changes.Takeover] = []
    forEachRow(of: table) { reader, row in
      func member(_ column: String) -> StaffID? {
        guard let text = row.required(column, "the id or name of somebody in the table staff"),
          let staff = reader.staff(text, in: column, &row)
        else { return nil }
        if known.contains(staff) { return staff }
        row.refuse(
          column, found: quoted(staff.rawValue),
          expected: "the id or name of somebody in the table staff" + reader.staffIDs.nearest(to: staff.rawValue))
        return nil
      }
      let date = row.required("date", "a date such as 2026-03-02").flatMap { _ in row.date("date") }
      guard let staff = member("staff"), let other = member("by"), let date else { return }
      let theirs = shifts.filter { $0.staff == staff && $0.start.date == date }
      if theirs.isEmpty {
        row.refuse("date", found: "\(date), on which \(staff) begins no shift", expected: "a day of a shift of theirs")
      } else {
        takenOver += theirs.map { Changes.Takeover(shift: $0.id, staff: other) }
        reader.take(.takeovers)
      }
    }
    return takenOver
  }
}

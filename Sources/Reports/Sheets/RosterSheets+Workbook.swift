import HomeCare
import Interchange
import Workbooks

extension RosterSheets {
  /// A workbook of the roster: its visits, the shifts, a row for each week of each staff member, and the visits left.
  public func workbook() -> [UInt8] {
    WorkbookBytes.workbook([visitTable, shiftTable, weekTable, unassignedTable])
  }

  private func table(_ name: Phrase, _ titles: [String]) -> SheetTable {
    var table = SheetTable(language(name))
    for title in titles { table.append(title) }
    table.endRecord()
    return table
  }

  /// A row for each staff member on each visit, in the order of the starts.
  private var visitTable: SheetTable {
    var table = table(.visits, visitTitles)
    for (assignment, visit) in served {
      for place in assignment.staff.indices {
        append(visit, assignment, place, kind: language.word(visit.kind), to: &table)
        table.endRecord()
      }
    }
    return table
  }

  /// A row for each shift, in the order of the starts, with what it serves.
  private var shiftTable: SheetTable {
    var (visits, minutes): ([ShiftID: Int], [ShiftID: Int]) = ([:], [:])
    for (assignment, visit) in served {
      for shift in assignment.shifts {
        visits[shift, default: 0] += 1
        minutes[shift, default: 0] += visit.minutes
      }
    }
    var table = table(
      .shifts,
      [
        language(.shift), language(.staff), language(.nameOfStaff), language(.start), language(.endTitle),
        language(.breakTitle), language(.visits), language(.visitMinutes),
      ])
    for shift in instance.shifts.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
      table.append(shown.shifts[shift.id] ?? "")
      table.append(shown.staff[shift.staff] ?? "")
      table.append(shown.staffNames[shift.staff] ?? "")
      table.append(shift.start)
      table.append(shift.end)
      if let rest = shift.breakRule { table.append(rest.minutes) } else { table.append("") }
      table.append(visits[shift.id, default: 0])
      table.append(minutes[shift.id, default: 0])
      table.endRecord()
    }
    return table
  }

  /// A row for each staff member and week with shifts, with the hours of each day.
  private var weekTable: SheetTable {
    let days = (0..<7).map { language.weekday(instance.horizon.start.monday.advanced(by: $0)) }
    var table = table(.weekTitle, [language(.staff), language(.nameOfStaff), language(.weekTitle)] + days)
    for monday in mondays {
      for row in weekRows(monday) {
        table.append(shown.staff[row.member.id] ?? "")
        table.append(shown.staffNames[row.member.id] ?? "")
        table.append(monday)
        for day in row.days { table.append(day) }
        table.endRecord()
      }
    }
    return table
  }

  /// A row for each visit that nobody serves, in the order of the windows.
  private var unassignedTable: SheetTable {
    var table = table(
      .unassigned,
      visitTitles.prefix(4) + [language(.earliest), language(.latest), language(.minutes), language(.skills)])
    for visit in left {
      appendIdentity(of: visit, to: &table)
      table.append(visit.earliest)
      table.append(visit.latest)
      table.append(visit.minutes)
      table.append(ListCell.text(visit.skills))
      table.endRecord()
    }
    return table
  }
}

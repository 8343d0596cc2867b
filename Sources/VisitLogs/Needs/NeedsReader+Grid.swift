import Files
import HomeCare

extension NeedsReader {
  /// Reads schedules drawn as a grid.
  ///
  /// - Parameter legends: Tables that may say what marks mean.
  mutating func readGrids(_ grids: [ExportBytes], _ legends: [ExportBytes]) {
    var legend = ShiftLegend(mapping.shiftMarks)
    do throws(InputError) {
      var read: [(export: ExportBytes, grid: ShiftGrid)] = []
      for export in grids {
        guard let grid = ShiftGrid(try export.smallTable(mapping), mapping, near: start) else { continue }
        read.append((export, grid))
        for row in grid.others { legend.add(row.cells) }
      }
      for export in legends { legend.add(try export.smallTable(mapping)) }
      for (export, grid) in read { readGrid(export, grid, legend) }
    } catch { problems += error.problems }
  }

  private mutating func readGrid(_ export: ExportBytes, _ grid: ShiftGrid, _ legend: ShiftLegend) {
    let begin = grid.header.start ?? start.monday.advanced(by: start.monday < start ? 7 : 0)
    var unknown: [UnknownMark] = []
    var absences = 0
    var tally = self.tally(.shifts)
    for (index, row) in grid.rows.enumerated() {
      tally.rows += 1
      var isUnknown = false
      var days: [GridShift: [Int]] = [:]
      var order: [GridShift] = []
      for cell in row.cells {
        let doubts = legend.doubts(of: cell.text)
        guard doubts == nil, let meanings = legend.meanings(of: cell.text) else {
          isUnknown = true
          let mark = LogWords.trimmed(cell.text)
          let place = TextPosition(line: row.line, character: export.isSheet ? cell.column + 1 : nil)
          if let known = unknown.firstIndex(where: { $0.mark == mark }) {
            unknown[known].places.append(place)
          } else {
            unknown.append((mark, doubts ?? [], [place]))
          }
          continue
        }
        for meaning in meanings {
          switch meaning {
          case .free: break
          case .absent: absences += 1
          case .shift(let time, let breakMinutes):
            let shift = GridShift(time: time, breakMinutes: breakMinutes)
            if days[shift] == nil { order.append(shift) }
            days[shift, default: []].append(cell.day)
          }
        }
      }
      let place = NeedsPlace(
        file: export.file, sheet: export.sheet, table: .shifts, row: index, of: row.person,
        position: TextPosition(line: row.line, character: export.isSheet ? grid.person + 1 : nil))
      if let several = staffIDs.namesakes(row.person) {
        problems.append(
          InputProblem(
            file: place.file, sheet: place.sheet, position: place.position("staff"), found: quoted(row.person),
            expected: PersonFinder.expected(ids: several)))
        tally.refused += 1
        continue
      }
      if isUnknown {
        tally.refused += 1
      } else if order.isEmpty {
        tally.idle.append(place.name)
      } else {
        tally.taken += 1
      }
      let member = StaffID(staffIDs.id(row.person))
      for shift in order { append(shift, on: days[shift] ?? [], of: member, grid.header, from: begin, place) }
    }
    tallies[.shifts] = tally
    refuse(unknown, in: export)
    tell(export, grid, from: begin, absences: absences)
  }

  /// A shift of a grid, whoever works it.
  private struct GridShift: Hashable {
    let time: Range<Int>
    let breakMinutes: Int?
  }

  /// Adds a shift on some days of the cycle, a pattern for each of its weeks.
  private mutating func append(
    _ shift: GridShift, on days: [Int], of staff: StaffID, _ header: ShiftGrid.Header, from begin: LocalDate,
    _ place: NeedsPlace
  ) {
    for recurrence in Self.recurrences(of: Set(days.map { begin.advanced(by: $0) }), header, from: begin) {
      var pattern = Needs.ShiftPattern(staff: staff, recurrence: recurrence, time: shift.time)
      pattern.breakRule = shift.breakMinutes.map { ($0, Self.breakWindow(of: $0, in: shift.time)) }
      needs.shifts.append(pattern)
      places["shifts", default: []].append(place)
    }
  }

  /// The recurrences that days of the cycle come to: dates as they are drawn, and the weeks that come again around them.
  private static func recurrences(
    of dates: Set<LocalDate>, _ header: ShiftGrid.Header, from begin: LocalDate
  ) -> [Recurrence] {
    var recurrences = header.namesDates ? [Recurrence(rhythm: .dates(dates))] : []
    guard header.repeats else { return recurrences }
    let last = begin.advanced(by: header.days.map(\.day).max() ?? 0)
    for monday in Set(dates.map(\.monday)).sorted() {
      var recurrence = Recurrence(
        weekdays: Set(dates.filter { $0.monday == monday }.map(\.weekday)),
        rhythm: header.weeks == 1 ? .weekly : .weeks(every: header.weeks, from: monday))
      if header.namesDates {
        recurrence.last = begin.advanced(by: -1)
        recurrences.append(recurrence)
        (recurrence.first, recurrence.last) = (last.advanced(by: 1), nil)
      }
      recurrences.append(recurrence)
    }
    return recurrences
  }

  /// A mark of which nothing says what it means, or that has several meanings, and where it stands.
  private typealias UnknownMark = (mark: String, meanings: [ShiftMeaning], places: [TextPosition])

  private mutating func refuse(_ unknown: [UnknownMark], in export: ExportBytes) {
    for (mark, meanings, places) in unknown {
      let others = places.dropFirst().prefix(4).map { $0.sheetCell ?? "line \($0.line)" }
      let more = places.count > 5 ? " and \(places.count - 5) more" : ""
      if !meanings.isEmpty {
        let several = meanings.map { quoted($0.description) }.joined(separator: " and ")
        problems.append(
          InputProblem(
            file: export.file, sheet: export.sheet, position: places[0],
            found: "the mark \(quoted(mark)), explained as \(several)",
            expected: "one meaning; correct the explanations, or decide in the mapping's \"shifts\""))
        continue
      }
      problems.append(
        InputProblem(
          file: export.file, sheet: export.sheet, position: places[0],
          found: "the mark \(quoted(mark))"
            + (others.isEmpty ? "" : ", which stands in \(others.joined(separator: ", "))\(more) too"),
          expected: "two times such as 07-16, or a mark with a meaning: a row \"\(shown(mark)) = 07:00-16:00 rast 30\" "
            + "below the schedule or in a sheet of its own, or the mapping's \"shifts\""))
    }
  }

  private mutating func tell(
    _ export: ExportBytes, _ grid: ShiftGrid, from begin: LocalDate, absences: Int
  ) {
    let header = grid.header
    let cycle = header.weeks == 1 ? "every week alike" : "a cycle of \(header.weeks) weeks"
    let last = begin.advanced(by: header.days.map(\.day).max() ?? 0)
    var how =
      header.repeats
      ? "\(cycle) from \(begin)\(header.start == nil ? ", the first Monday" : "")" : "from \(begin) to \(last) only"
    if absences > 0 {
      how += "; \(counted(absences, "cell is an absence, which leaves", "cells are absences, which leave")) no shift"
    }
    if !grid.others.isEmpty {
      how += "; \(counted(grid.others.count, "row that is", "rows that are")) no staff, such as sums and explanations"
    }
    taken.append(
      NeedsReading.TakenTable(place: export.name, table: .shifts, rows: grid.rows.count, how: "a grid, \(how)"))
  }
}

/// What an expansion tells of itself, and the exceptions that it takes along.
extension Expansion {
  /// Tells of each day that is planned as another what that moved.
  mutating func noteHolidays() {
    for (date, day) in needs.holidays.moved(in: draft.horizon.start...draft.horizon.lastDate) {
      func moved(_ recurrences: [Recurrence]) -> ExpansionNote.Moved {
        var moved = ExpansionNote.Moved()
        for recurrence in recurrences {
          let (plain, planned) = (recurrence.falls(on: date), recurrence.falls(on: date, needs.holidays))
          if plain, !planned { moved.out += 1 }
          if planned, !plain { moved.into += 1 }
        }
        return moved
      }
      // Visits whose days the planner chooses move by themselves.
      let visits = needs.visits.map(\.recurrence).filter { $0.times == nil }
      notes.append(.holiday(date, day, visits: moved(visits), shifts: moved(needs.shifts.map(\.recurrence))))
    }
  }

  /// Tells of clients without a need and of staff without a shift.
  mutating func noteIdle() {
    let (clients, staff) = (Set(needs.visits.map(\.client)), Set(draft.shifts.map(\.staff)))
    let withoutVisits = needs.clients.map(\.id).filter { !clients.contains($0) }
    let withoutShifts = needs.staff.map(\.id).filter { !staff.contains($0) }
    if !withoutVisits.isEmpty { notes.append(.withoutVisits(withoutVisits)) }
    if !withoutShifts.isEmpty { notes.append(.withoutShifts(withoutShifts)) }
  }

  /// Tells of shifts that are longer than Swedish municipalities let people work in a row, and have no break.
  mutating func noteBreaks() {
    guard let stretch = LabourRules.seMunicipal.longestStretch else { return }
    let long = draft.shifts.filter { $0.breakRule == nil && $0.end.minutes(since: $0.start) > stretch }
    let staff = needs.staff.map(\.id).filter { id in long.contains { $0.staff == id } }
    if !long.isEmpty { notes.append(.withoutBreak(shifts: long.count, staff, hours: stretch / 60)) }
  }

  /// Tells of absences and times away that have no end.
  mutating func noteOpenEnds() {
    let absences = needs.absences.filter { $0.to == .openEnd }.map(\.staff.rawValue)
    let away = needs.away.filter { $0.to == .openEnd }.map(\.client.rawValue)
    if !absences.isEmpty { notes.append(.openEnds(table: "absences", ids: absences)) }
    if !away.isEmpty { notes.append(.openEnds(table: "times away", ids: away)) }
  }

  /// Takes exceptions along: as they stand, and those of a series for each of its visits, two series by the day.
  mutating func takeOverExceptions() {
    guard draft.format == .two, !needs.exceptions.isEmpty else { return }
    let visits = Set(draft.visits.map(\.id))
    let shifts = Set(draft.shifts.map(\.id))
    let ofSeries = Dictionary(grouping: draft.visits.filter { $0.series != nil }, by: { $0.series?.rawValue ?? "" })
    let dates = Dictionary(draft.visits.map { ($0.id, $0.earliest.date) }, uniquingKeysWith: { first, _ in first })
    func named(_ id: VisitID?) -> [VisitID?] {
      guard let id else { return [nil] }
      return visits.contains(id) ? [id] : ofSeries[id.rawValue]?.map(\.id) ?? []
    }
    var elsewhere: [String] = []
    var rows: Set<Int> = []
    for (row, exception) in needs.exceptions.enumerated() {
      if let shift = exception.shift, !shifts.contains(shift) {
        elsewhere.append(shift.rawValue)
        continue
      }
      let (firsts, seconds) = (named(exception.visit), named(exception.second))
      for (id, found) in [(exception.visit, firsts), (exception.second, seconds)] where found.isEmpty {
        elsewhere.append(id?.rawValue ?? "")
      }
      let before = draft.exceptions.count
      for first in firsts {
        for second in seconds {
          let isPair = firsts.count > 1 && seconds.count > 1
          if isPair, let first, let second, dates[first] != dates[second] { continue }
          var taken = exception
          (taken.visit, taken.second) = (first, second)
          draft.exceptions.append(taken)
          rowOfException.append(row)
          rows.insert(row)
        }
      }
      // Both series are there, but never on one day.
      if draft.exceptions.count == before, !firsts.isEmpty, !seconds.isEmpty {
        elsewhere.append([exception.visit, exception.second].compactMap { $0?.rawValue }.joined(separator: " and "))
      }
    }
    if !rows.isEmpty { notes.append(.exceptions(draft.exceptions.count, rows: rows.count)) }
    if !elsewhere.isEmpty { notes.append(.exceptionsElsewhere(elsewhere)) }
  }
}

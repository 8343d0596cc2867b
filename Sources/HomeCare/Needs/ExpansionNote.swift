/// Something that an expansion did or found, and that its needs do not say in so many words.
public enum ExpansionNote: Hashable, Sendable, CustomStringConvertible {
  /// How many of something fell out of a day and into it.
  public struct Moved: Hashable, Sendable {
    /// Of the day's own weekday, left out.
    public var out = 0
    /// Of the weekday that it is planned as, taken in.
    public var into = 0
  }

  /// A day was planned as another day of the week.
  case holiday(LocalDate, Holidays.Day, visits: Moved, shifts: Moved)
  /// So many rows of a table have no end: they last to the horizon's.
  case openEnds(table: String, ids: [String])
  /// A series is flexible: so many visits, at least so many days apart.
  case flexible(SeriesID, Recurrence.Times, visits: Int, daysApart: Int)
  /// The days of a week or month have room for fewer days between the visits of a series than asked for.
  case closer(SeriesID, period: LocalDate, daysApart: Int)
  /// Of a week or a month only a part is planned, and so a part of its visits.
  case partOfPeriod(SeriesID, period: LocalDate, visits: Int, of: Int)
  /// A visit that would begin after the horizon is left out.
  case beyondHorizon(VisitID)
  /// Windows of visits that run past the horizon's last midnight end there.
  case shortenedWindows([VisitID])
  /// So many exceptions were taken along, from so many rows.
  case exceptions(Int, rows: Int)
  /// Exceptions that name visits or shifts which the horizon does not have are left out.
  case exceptionsElsewhere([String])
  /// Clients who ask for no visits.
  case withoutVisits([ClientID])
  /// Staff who have no shift in the horizon, absences apart.
  case withoutShifts([StaffID])
  /// So many shifts of some staff are longer than people work in a row, so many hours, and have no break.
  case withoutBreak(shifts: Int, [StaffID], hours: Int)
  /// So many visits are left out, since their clients are away.
  case away(visits: Int)
  /// What else absences and times away have changed.
  case changed(String)
  /// A fixed contact who leaves, or who cannot meet the client.
  case contact(ContactOutlook)

  /// One line in English, people by their ids.
  public var description: String { description(of: NamedIDs()) }

  /// One line in English, ids of people, series and visits with the names that an instance has.
  public func description(of instance: Instance) -> String { description(of: NamedIDs(instance)) }

  private func description(of names: NamedIDs) -> String {
    switch self {
    case .holiday(let date, let day, let visits, let shifts):
      "\(date), \(day.name), is planned as a \(Self.weekdays[day.weekday - 1]): visits \(visits), shifts \(shifts)"
    case .openEnds(let table, let ids):
      "\(table) without an end, which last to the end of the horizon: "
        + Self.list(ids.map { table == "absences" ? names.title(StaffID($0)) : names.title(ClientID($0)) })
    case .flexible(let series, let times, let visits, let apart):
      "\(names.title(series)): \(times.count) a \(times.period.rawValue) on days that the planner chooses, \(visits)"
        + " \(visits == 1 ? "visit" : "visits"), at least \(apart) \(apart == 1 ? "day" : "days") apart"
    case .closer(let series, let period, let apart):
      "\(names.title(series)): from \(period) on there is room for \(apart) \(apart == 1 ? "day" : "days") between visits only"
    case .partOfPeriod(let series, let period, let visits, let all):
      "\(names.title(series)): of the days from \(period) on only a part is planned, and \(visits) of \(all) visits"
    case .beyondHorizon(let visit): "\(visit) would begin after the horizon, and is left out"
    case .shortenedWindows(let ids):
      "windows that run past the last midnight, shortened to it: \(Self.list(ids.map { names.title($0) }))"
    case .exceptions(let count, let rows):
      "\(count) \(count == 1 ? "exception" : "exceptions") taken along, from \(rows) \(rows == 1 ? "row" : "rows")"
    case .exceptionsElsewhere(let ids):
      "exceptions of visits and shifts that this horizon does not have, left out: \(Self.list(ids))"
    case .withoutVisits(let ids): "clients without a need: \(Self.list(ids.map { names.title($0) }))"
    case .withoutShifts(let ids): "staff without a shift in the horizon: \(Self.list(ids.map { names.title($0) }))"
    case .withoutBreak(let shifts, let ids, let hours):
      "\(shifts) \(shifts == 1 ? "shift" : "shifts") of more than \(hours) hours without a break, of "
        + Self.list(ids.map { names.title($0) })
    case .away(let visits):
      "\(visits) \(visits == 1 ? "visit is" : "visits are") left out while their clients are away"
    case .changed(let text): text
    case .contact(let outlook): outlook.description(of: names)
    }
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The first of them, and how many where there are more.
  private static func list(_ ids: [String]) -> String {
    ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", … (\(ids.count))" : "")
  }

  /// What is to be told of a series whose days the planner chooses.
  static func notes(
    of series: SeriesID, _ times: Recurrence.Times, _ visits: [FlexibleVisit]
  ) -> [ExpansionNote] {
    let wanted = times.daysApart ?? times.standardDaysApart
    var notes: [ExpansionNote] = [.flexible(series, times, visits: visits.count, daysApart: wanted)]
    let periods = Dictionary(grouping: visits, by: \.period).sorted { $0.key < $1.key }
    for (period, visits) in periods {
      if visits.count < times.count {
        notes.append(.partOfPeriod(series, period: period, visits: visits.count, of: times.count))
      }
      if let apart = visits.first?.daysApart, apart < wanted, visits.count > 1 {
        notes.append(.closer(series, period: period, daysApart: apart))
      }
    }
    return notes
  }
}

extension ExpansionNote.Moved: CustomStringConvertible {
  /// The numbers as `12 left out, 9 taken in`.
  public var description: String { "\(out) left out, \(into) taken in" }
}

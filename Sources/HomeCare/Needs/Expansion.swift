/// The visits and shifts of a horizon that recurring needs come to, before absences.
///
/// Ids are made of the client or staff member, the date and the time, so that the same need has the same id whenever it
/// is expanded.
public struct Expansion: Sendable {
  /// The tables.
  public private(set) var draft: InstanceDraft
  /// For each visit of the draft, its place in the needs' `visits`.
  public private(set) var needOfVisit: [Int] = []
  /// For each shift of the draft, its place in the needs' `shifts`.
  public private(set) var patternOfShift: [Int] = []

  private let needs: Needs
  private var taken: Set<String> = []

  /// Expands needs over a horizon.
  public init(_ needs: Needs, over horizon: Horizon, name: String) {
    self.needs = needs
    draft = InstanceDraft(name: name, horizon: horizon, travel: needs.travel)
    draft.locations = needs.locations
    draft.clients = needs.clients
    draft.staff = needs.staff.map { member in
      var member = member
      if let weekly = needs.weeklyMinutes[member.id] { member.maxMinutes = weekly * horizon.days / 7 }
      return member
    }
    // A night shift of the evening before reaches into the first day.
    for day in -1..<horizon.days {
      let date = horizon.start.advanced(by: day)
      for (index, pattern) in needs.shifts.enumerated() where pattern.recurrence.falls(on: date) {
        if day >= 0 || pattern.time.upperBound > LocalDateTime.minutesPerDay { append(pattern, index, on: date) }
      }
      guard day >= 0 else { continue }
      for (index, visit) in needs.visits.enumerated() where visit.recurrence.falls(on: date) {
        append(visit, index, on: date)
      }
    }
  }

  /// The instance, with absences and times away taken out of it.
  ///
  /// - Throws: `InvalidInstance` where the tables are unsound, `InvalidChanges` where the absences are.
  public func instance() throws -> Instance {
    let whole = try Instance(validating: draft)
    var changes = Changes()
    changes.absences = needs.absences
    changes.away = needs.away
    guard !changes.isEmpty else { return whole }
    let blank = Roster(instance: draft.name, assignments: [], unassigned: draft.visits.map(\.id), score: Score())
    return try ChangedInstance(whole, blank, changes).instance
  }

  private mutating func append(_ pattern: Needs.ShiftPattern, _ index: Int, on date: LocalDate) {
    let midnight = date.midnight
    let rule = pattern.breakRule.map {
      Shift.Break(
        minutes: $0.minutes, from: midnight.advanced(by: $0.window.lowerBound),
        to: midnight.advanced(by: $0.window.upperBound))
    }
    let start = midnight.advanced(by: pattern.time.lowerBound)
    draft.shifts.append(
      Shift(
        id: ShiftID(id(pattern.staff.rawValue, start)), staff: pattern.staff, start: start,
        end: midnight.advanced(by: pattern.time.upperBound), kind: pattern.kind, breakRule: rule))
    patternOfShift.append(index)
  }

  private mutating func append(_ need: Needs.RecurringVisit, _ index: Int, on date: LocalDate) {
    let earliest = date.midnight.advanced(by: need.window.lowerBound)
    // A window that runs past the last midnight ends there: the rest belongs to the next horizon.
    let latest = min(date.midnight.advanced(by: need.window.upperBound), draft.horizon.end.advanced(by: -1))
    guard latest >= earliest else { return }
    draft.visits.append(
      Visit(
        id: VisitID(id(need.client.rawValue, earliest)), client: need.client, earliest: earliest, latest: latest,
        minutes: need.minutes, staff: need.staff, skills: need.skills, kind: need.kind, counts: need.counts,
        priority: need.priority))
    needOfVisit.append(index)
  }

  private mutating func id(_ owner: String, _ time: LocalDateTime) -> String {
    let digits = time.description.filter(\.isNumber)
    let plain = "\(owner)-\(digits.prefix(8))-\(digits.suffix(4))"
    var (id, number) = (plain, 2)
    while !taken.insert(id).inserted {
      id = "\(plain)-\(number)"
      number += 1
    }
    return id
  }
}

import HomeCare

/// The first day of an instance whose days all ask the same of the same shifts.
///
/// A roster of that day, worked every day, meets nobody new after the first. A search that changes visits one at a time
/// hardly comes from one such roster to a better one, since half-way many clients meet two people for one.
struct RepeatedDay {
  /// The first day alone, with weights by which a roster of it costs about its part of the same roster on every day.
  let instance: Instance
  private let whole: Instance
  /// For each day, which of its visits and shifts stand for those of the first day.
  private let visits: [[VisitID: VisitID]]
  private let shifts: [[ShiftID: ShiftID]]

  /// `nil` where days differ, where there is but one, where the past counts, and where a day is a decision or a person has
  /// allowed something on one day alone.
  init?(_ whole: Instance) {
    let horizon = whole.horizon
    guard horizon.days > 1, horizon.isSinglePeriod, whole.history.isEmpty, !whole.visits.isEmpty,
      whole.alternatives.isEmpty, whole.exceptions.isEmpty,
      let visits = Self.counterparts(of: whole.visits, in: horizon, \.id, \.earliest, asOf: Self.visit),
      let shifts = Self.counterparts(of: whole.shifts, in: horizon, \.id, \.start, asOf: Self.shift),
      let links = Self.links(of: whole, visits),
      let instance = try? Instance(validating: Self.day(of: whole, Set(visits[0].keys), Set(shifts[0].keys), links))
    else { return nil }
    self.instance = instance
    self.whole = whole
    self.visits = visits
    self.shifts = shifts
  }

  /// A roster of the first day on every day.
  func repeated(_ roster: Roster) -> Roster {
    let assignments = (0..<whole.horizon.days).flatMap { day in
      roster.assignments.compactMap { assignment -> Roster.Assignment? in
        guard let visit = visits[day][assignment.visit] else { return nil }
        return Roster.Assignment(
          visit: visit, start: assignment.start.advanced(by: day * LocalDateTime.minutesPerDay),
          staff: assignment.staff, shifts: assignment.shifts.compactMap { shifts[day][$0] })
      }
    }
    return Roster(instance: whole.name, assignments: assignments, unassigned: [], score: Score())
  }

  // MARK: What repeats

  /// For each day the items that stand for the first day's; `nil` where some day's items are others.
  ///
  /// - Parameter asOf: an item without its id, so many minutes later.
  private static func counterparts<Item: Hashable, ID: Hashable>(
    of items: [Item], in horizon: Horizon, _ id: KeyPath<Item, ID>, _ moment: KeyPath<Item, LocalDateTime>,
    asOf: (Item, Int) -> Item
  ) -> [[ID: ID]]? {
    var days = [[Item: [ID]]](repeating: [:], count: horizon.days)
    for item in items {
      let minutes = item[keyPath: moment].minutes(since: horizon.firstMinute)
      let day = minutes / LocalDateTime.minutesPerDay
      guard minutes >= 0, day < horizon.days else { return nil }
      days[day][asOf(item, -day * LocalDateTime.minutesPerDay), default: []].append(item[keyPath: id])
    }
    var counterparts: [[ID: ID]] = []
    for day in days {
      guard day.count == days[0].count else { return nil }
      var own: [ID: ID] = [:]
      for (item, first) in days[0] {
        guard let ids = day[item], ids.count == first.count else { return nil }
        for (from, to) in zip(first, ids) { own[from] = to }
      }
      counterparts.append(own)
    }
    return counterparts
  }

  private static func visit(_ visit: Visit, after minutes: Int) -> Visit {
    var same = visit
    same.id = ""
    same.earliest = visit.earliest.advanced(by: minutes)
    same.latest = visit.latest.advanced(by: minutes)
    same.pinnedStart = visit.pinnedStart?.advanced(by: minutes)
    return same
  }

  private static func shift(_ shift: Shift, after minutes: Int) -> Shift {
    var same = shift
    same.id = ""
    same.start = shift.start.advanced(by: minutes)
    same.end = shift.end.advanced(by: minutes)
    same.breakRule = shift.breakRule.map {
      Shift.Break(minutes: $0.minutes, from: $0.from.advanced(by: minutes), to: $0.to.advanced(by: minutes))
    }
    return same
  }

  /// The first day's links; `nil` where another day's visits are tied otherwise, or across days.
  private static func links(of whole: Instance, _ visits: [[VisitID: VisitID]]) -> [Link]? {
    let all = Set(whole.links)
    let first = whole.links.filter { visits[0][$0.first] != nil && visits[0][$0.second] != nil }
    for day in visits {
      for link in first {
        guard let one = day[link.first], let other = day[link.second] else { return nil }
        var same = link
        (same.first, same.second) = (one, other)
        if !all.contains(same) { return nil }
      }
    }
    return all.count == Set(first).count * visits.count ? first : nil
  }

  /// The first day: what is paid for each visit weighs as ever, a staff member met once for all days its part.
  private static func day(
    of whole: Instance, _ visits: Set<VisitID>, _ shifts: Set<ShiftID>, _ links: [Link]
  ) -> InstanceDraft {
    let days = whole.horizon.days
    var draft = whole.tables
    draft.horizon.days = 1
    draft.visits = whole.visits.filter { visits.contains($0.id) }
    draft.shifts = whole.shifts.filter { shifts.contains($0.id) }
    draft.links = links
    for row in draft.staff.indices { draft.staff[row].maxMinutes = draft.staff[row].maxMinutes.map { $0 / days } }
    for part in [ScorePart.distinct, .overTarget] {
      // Divided, not the others multiplied: the search's temperatures are meant for weights as they are.
      draft.weights[part] = (draft.weights[part] + days - 1) / days
    }
    return draft
  }
}

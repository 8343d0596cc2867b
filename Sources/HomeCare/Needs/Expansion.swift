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

  /// For each link of the draft, the place in the needs' `visits` of its later visit.
  public private(set) var needOfLink: [Int] = []

  /// For each series of the draft, its place in the needs' `visits`.
  public private(set) var needOfSeries: [Int] = []

  private let needs: Needs
  private var taken: Set<String> = []
  /// The series of each need that has visits, in format 2.
  private var seriesOfNeed: [Int: SeriesID] = [:]
  private var seriesNames = SeriesNames()

  /// Expands needs over a horizon: in format 2, with a series for each need.
  public init(_ needs: Needs, over horizon: Horizon, name: String, format: InstanceFormat = .two) {
    self.needs = needs
    draft = InstanceDraft(format: format, name: name, horizon: horizon, travel: needs.travel)
    draft.locations = needs.locations
    draft.clients = needs.clients
    draft.staff = needs.staff.map { member in
      var member = member
      if let weekly = needs.weeklyMinutes[member.id] { member.maxMinutes = weekly * horizon.days / 7 }
      return member
    }
    if format == .one { leaveOutParticulars() }
    draft.history = Self.history(of: needs, before: horizon.start)
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
      tieVisits(from: draft.visits.firstIndex { $0.earliest >= date.midnight } ?? draft.visits.count)
    }
  }

  /// Leaves out what format 1 does not tell of people and places.
  private mutating func leaveOutParticulars() {
    for row in draft.locations.indices { draft.locations[row].address = nil }
    for row in draft.staff.indices { draft.staff[row].phone = nil }
    for row in draft.clients.indices {
      (draft.clients[row].phone, draft.clients[row].access, draft.clients[row].remark) = (nil, nil, nil)
    }
  }

  private static func history(of needs: Needs, before start: LocalDate) -> [PastMeeting] {
    let (clients, staff) = (Set(needs.clients.map(\.id)), Set(needs.staff.map(\.id)))
    var seen: Set<PastMeeting> = []
    return needs.history.filter {
      $0.date < start && clients.contains($0.client) && staff.contains($0.staff) && seen.insert($0).inserted
    }
  }

  /// Links the visits of one day whose needs are tied, each to the one before it.
  private mutating func tieVisits(from first: Int) {
    struct Word: Hashable {
      let client: ClientID
      let name: String
    }
    var before: [Word: Int] = [:]
    let order = (first..<draft.visits.count).sorted {
      (draft.visits[$0].earliest, $0) < (draft.visits[$1].earliest, $1)
    }
    for index in order {
      guard let tie = needs.visits[needOfVisit[index]].tie else { continue }
      let visit = draft.visits[index]
      guard let earlier = before.updateValue(index, forKey: Word(client: visit.client, name: tie.name)) else {
        continue
      }
      draft.links.append(
        Link(
          first: draft.visits[earlier].id, second: visit.id, minGap: tie.minGap, maxGap: tie.maxGap, staff: tie.staff))
      needOfLink.append(needOfVisit[index])
    }
  }

  /// Whether a staff member has a shift in which the visit could lie.
  private func works(_ staff: StaffID, on visit: Visit) -> Bool {
    draft.shifts.contains {
      $0.staff == staff && max(visit.earliest, $0.start) <= min(visit.latest, $0.end.advanced(by: -visit.minutes))
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
    var visit = Visit(
      id: VisitID(id(need.client.rawValue, earliest)), client: need.client, earliest: earliest, latest: latest,
      minutes: need.minutes, staff: need.staff, skills: need.skills, kind: need.kind, counts: need.counts,
      priority: need.priority)
    let known = Set(draft.staff.map(\.id))
    if draft.format == .two {
      visit.series = series(of: need, index)
      (visit.alongside, visit.tasks) = (need.alongside, need.tasks)
    }
    // Whoever nobody knows stays, to be reported.
    visit.pinned = need.pinned.filter { works($0, on: visit) || !known.contains($0) }
    draft.visits.append(visit)
    needOfVisit.append(index)
  }

  /// The series of a need, made with its first visit.
  private mutating func series(of need: Needs.RecurringVisit, _ index: Int) -> SeriesID {
    if let known = seriesOfNeed[index] { return known }
    let id = seriesNames.make(of: need.client, at: need.window.lowerBound)
    draft.series.append(Series(id: id, client: need.client, usual: need.usual, tolerance: need.tolerance))
    needOfSeries.append(index)
    seriesOfNeed[index] = id
    return id
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

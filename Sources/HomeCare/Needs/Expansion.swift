/// The visits and shifts of a horizon that recurring needs come to, before absences.
///
/// Ids are made of the client or staff member, the date and the time, and where that is not enough, of a number by what
/// the needs say: the same need has the same id whenever it is expanded, in whatever order the rows stand.
public struct Expansion: Sendable {
  /// The tables.
  public internal(set) var draft: InstanceDraft
  /// For each visit of the draft, its place in the needs' `visits`.
  public private(set) var needOfVisit: [Int] = []
  /// For each further window of the draft, the place in the needs' `visits` of its visit.
  public private(set) var needOfAlternative: [Int] = []
  /// For each shift of the draft, its place in the needs' `shifts`.
  public private(set) var patternOfShift: [Int] = []

  /// For each link of the draft, the place in the needs' `visits` of its later visit.
  public private(set) var needOfLink: [Int] = []

  /// For each series of the draft, its place in the needs' `visits`.
  public private(set) var needOfSeries: [Int] = []

  /// For each exception of the draft, its place in the needs' `exceptions`.
  public internal(set) var rowOfException: [Int] = []

  /// What was done that the needs do not say in so many words.
  public internal(set) var notes: [ExpansionNote] = []
  /// Visits whose windows the horizon's end has shortened.
  private var shortened: [VisitID] = []

  let needs: Needs
  private let staff: Set<StaffID>
  private var ids = ExpansionIDs()
  /// The id of each need's series.
  private let seriesOfNeed: [SeriesID]
  private var hasSeries: Set<Int> = []

  /// Expands needs over a horizon: in format 2, with a series for each need.
  public init(_ needs: Needs, over horizon: Horizon, name: String, format: InstanceFormat = .two) {
    self.needs = needs
    staff = Set(needs.staff.map(\.id))
    draft = InstanceDraft(format: format, name: name, horizon: horizon, travel: needs.travel)
    draft.weights = needs.weights.applied(to: draft.weights)
    draft.locations = needs.locations
    draft.clients = needs.clients
    draft.staff = needs.staff.map { member in
      var member = member
      if let weekly = needs.weeklyMinutes[member.id] { member.maxMinutes = weekly * horizon.days / 7 }
      return member
    }
    draft.history = Self.history(of: needs, before: horizon.start)
    let order = Order(needs)
    seriesOfNeed = Self.series(of: needs, order)
    if format == .one { leaveOutParticulars() }
    let flexible = makeFlexibleVisits(order)
    // A night shift of the evening before reaches into the first day.
    for day in -1..<horizon.days {
      appendShifts(of: horizon.start.advanced(by: day), order, reachingInto: day < 0)
    }
    // Only then visits: who is pinned may work on a later day of those that the planner chooses from.
    for day in 0..<horizon.days {
      let date = horizon.start.advanced(by: day)
      let first = draft.visits.count
      appendVisits(of: date, order)
      tieVisits(from: first)
      for visit in flexible where visit.days[0] == date { append(visit) }
    }
    linkFlexibleVisits(flexible)
    takeOverExceptions()
    noteHolidays()
    noteOpenEnds()
    if !shortened.isEmpty { notes.append(.shortenedWindows(shortened)) }
    noteIdle()
    noteBreaks()
  }

  /// The rank of each need and shift pattern by what it says.
  struct Order {
    let visits: [Int]
    let shifts: [Int]

    init(_ needs: Needs) {
      visits = needs.visits.map(\.content).ranks()
      shifts = needs.shifts.map(\.content).ranks()
    }
  }

  private static func series(of needs: Needs, _ order: Order) -> [SeriesID] {
    var names = SeriesNames()
    var ids = needs.visits.map { _ in SeriesID("") }
    for index in needs.visits.indices.sorted(by: { order.visits[$0] < order.visits[$1] }) {
      ids[index] = names.make(of: needs.visits[index].client, at: needs.visits[index].window.lowerBound)
    }
    return ids
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

  // MARK: Shifts

  private mutating func appendShifts(of date: LocalDate, _ order: Order, reachingInto nextDay: Bool) {
    let fall = needs.shifts.indices.filter {
      needs.shifts[$0].recurrence.falls(on: date, needs.holidays)
        && (!nextDay || needs.shifts[$0].time.upperBound > LocalDateTime.minutesPerDay)
    }
    let names = ids.make(for: fall, in: order.shifts) { [needs] in
      (needs.shifts[$0].staff.rawValue, date.midnight.advanced(by: needs.shifts[$0].time.lowerBound))
    }
    for (index, id) in zip(fall, names) { append(needs.shifts[index], index, ShiftID(id), on: date) }
  }

  private mutating func append(_ pattern: Needs.ShiftPattern, _ index: Int, _ id: ShiftID, on date: LocalDate) {
    let midnight = date.midnight
    let rule = pattern.breakRule.map {
      Shift.Break(
        minutes: $0.minutes, from: midnight.advanced(by: $0.window.lowerBound),
        to: midnight.advanced(by: $0.window.upperBound))
    }
    draft.shifts.append(
      Shift(
        id: id, staff: pattern.staff, start: midnight.advanced(by: pattern.time.lowerBound),
        end: midnight.advanced(by: pattern.time.upperBound), kind: pattern.kind, breakRule: rule))
    patternOfShift.append(index)
  }

  // MARK: Visits

  private mutating func appendVisits(of date: LocalDate, _ order: Order) {
    let fall = needs.visits.indices.filter {
      needs.visits[$0].recurrence.times == nil && needs.visits[$0].recurrence.falls(on: date, needs.holidays)
    }
    let names = ids.make(for: fall, in: order.visits) { [needs] in
      (needs.visits[$0].client.rawValue, date.midnight.advanced(by: needs.visits[$0].window.lowerBound))
    }
    for (index, id) in zip(fall, names) {
      append(needs.visits[index], index, VisitID(id), windows(of: needs.visits[index], on: [date]))
    }
  }

  /// The windows of a need's visit on some days of the horizon.
  ///
  /// One that runs past the last midnight ends there: the rest belongs to the next horizon.
  private func windows(of need: Needs.RecurringVisit, on days: [LocalDate]) -> [VisitWindow] {
    days.compactMap { date in
      let earliest = date.midnight.advanced(by: need.window.lowerBound)
      let latest = min(date.midnight.advanced(by: need.window.upperBound), draft.horizon.end.advanced(by: -1))
      return earliest <= latest ? VisitWindow(earliest: earliest, latest: latest) : nil
    }
  }

  private mutating func append(_ need: Needs.RecurringVisit, _ index: Int, _ id: VisitID, _ windows: [VisitWindow]) {
    guard let own = windows.first else { return notes.append(.beyondHorizon(id)) }
    if let last = windows.last, last.latest.minutes(since: last.earliest) < need.window.count - 1 {
      shortened.append(id)
    }
    var visit = Visit(
      id: id, client: need.client, earliest: own.earliest, latest: own.latest, minutes: need.minutes,
      staff: need.staff, skills: need.skills, kind: need.kind, counts: need.counts, priority: need.priority)
    if draft.format == .two {
      visit.series = series(of: need, index)
      (visit.alongside, visit.tasks) = (need.alongside, need.tasks)
    }
    // Whoever nobody knows stays, to be reported.
    visit.pinned = need.pinned.filter { works($0, windows, visit.minutes) || !staff.contains($0) }
    draft.visits.append(visit)
    needOfVisit.append(index)
    for window in windows.dropFirst() {
      draft.alternatives.append(AlternativeWindow(visit: id, earliest: window.earliest, latest: window.latest))
      needOfAlternative.append(index)
    }
  }

  /// Whether a staff member has a shift in which a visit could lie.
  private func works(_ staff: StaffID, _ windows: [VisitWindow], _ minutes: Int) -> Bool {
    draft.shifts.contains { shift in
      shift.staff == staff
        && windows.contains {
          max($0.earliest, shift.start) <= min($0.latest, shift.end.advanced(by: -minutes))
        }
    }
  }

  /// The series of a need, added with its first visit.
  private mutating func series(of need: Needs.RecurringVisit, _ index: Int) -> SeriesID {
    let id = seriesOfNeed[index]
    if hasSeries.insert(index).inserted {
      draft.series.append(Series(id: id, client: need.client, usual: need.usual, tolerance: need.tolerance))
      needOfSeries.append(index)
    }
    return id
  }

  /// Links the visits of one day whose needs are tied, each to the one before it.
  private mutating func tieVisits(from first: Int) {
    struct Word: Hashable {
      let client: ClientID
      let name: String
    }
    var before: [Word: Int] = [:]
    let order = (first..<draft.visits.count).sorted {
      (draft.visits[$0].earliest, draft.visits[$0].id) < (draft.visits[$1].earliest, draft.visits[$1].id)
    }
    for index in order {
      guard let tie = needs.visits[needOfVisit[index]].tie else { continue }
      let visit = draft.visits[index]
      guard let earlier = before.updateValue(index, forKey: Word(client: visit.client, name: tie.name)) else {
        continue
      }
      append(
        Link(
          first: draft.visits[earlier].id, second: visit.id, minGap: tie.minGap, maxGap: tie.maxGap, staff: tie.staff),
        needOfVisit[index])
    }
  }

  private mutating func append(_ link: Link, _ index: Int) {
    draft.links.append(link)
    needOfLink.append(index)
  }

  // MARK: Visits on days that the planner chooses

  /// A visit whose day the planner chooses, with its need and id.
  private struct Flexible {
    let need: Int
    let id: VisitID
    let visit: FlexibleVisit
    var days: [LocalDate] { visit.days }
  }

  private mutating func makeFlexibleVisits(_ order: Order) -> [Flexible] {
    var made: [Flexible] = []
    for index in needs.visits.indices.sorted(by: { order.visits[$0] < order.visits[$1] }) {
      let need = needs.visits[index]
      guard let times = need.recurrence.times else { continue }
      let visits = need.recurrence.flexibleVisits(over: draft.horizon, needs.holidays)
      for visit in visits {
        let id = ids.make(of: need, visit, times.period)
        made.append(Flexible(need: index, id: VisitID(id), visit: visit))
      }
      notes += ExpansionNote.notes(of: seriesOfNeed[index], times, visits)
    }
    // As rows stand, like all other visits.
    return made.sorted { ($0.days[0], $0.need, $0.visit.number) < ($1.days[0], $1.need, $1.visit.number) }
  }

  private mutating func append(_ flexible: Flexible) {
    let need = needs.visits[flexible.need]
    append(need, flexible.need, flexible.id, windows(of: need, on: flexible.days))
  }

  /// Keeps the visits of a need so many days apart, where their windows alone do not.
  private mutating func linkFlexibleVisits(_ visits: [Flexible]) {
    let known = Set(draft.visits.map(\.id))
    var before: [Int: Flexible] = [:]
    for next in visits where known.contains(next.id) {
      guard let first = before.updateValue(next, forKey: next.need) else { continue }
      let window = needs.visits[next.need].window
      // The fewest minutes between starts so many days apart; with windows of less than half a day, no starts that are
      // fewer days apart have as many.
      let gap =
        next.visit.daysApart * LocalDateTime.minutesPerDay
        - min(window.upperBound - window.lowerBound, LocalDateTime.minutesPerDay / 2 - 1)
      let least =
        (next.days[0].dayNumber - first.days[first.days.count - 1].dayNumber) * LocalDateTime.minutesPerDay
        - (window.upperBound - window.lowerBound)
      if least < gap { append(Link(first: first.id, second: next.id, minGap: gap), next.need) }
    }
  }

  // MARK: Instance

  /// The instance, with absences and times away taken out of it.
  ///
  /// - Throws: `InvalidInstance` where the tables are unsound, `InvalidChanges` where the absences are.
  public func instance() throws -> Instance { try outcome().instance }

  /// The instance, with absences and times away taken out of it, and what is to be told of how it was made.
  ///
  /// - Throws: As `instance()`.
  public func outcome() throws -> (instance: Instance, notes: [ExpansionNote]) {
    let whole = try Instance(validating: draft)
    var changes = Changes()
    changes.absences = needs.absences
    changes.away = needs.away
    if changes.isEmpty { return (whole, notes + contacts(of: whole)) }
    let blank = Roster(instance: draft.name, assignments: [], unassigned: draft.visits.map(\.id), score: Score())
    let changed = try ChangedInstance(whole, blank, changes)
    var notes = notes + changed.notes.map { .changed($0) }
    let away = whole.visits.count - changed.instance.visits.count
    if away > 0 { notes.append(.away(visits: away)) }
    return (changed.instance, notes + contacts(of: changed.instance))
  }

  private func contacts(of instance: Instance) -> [ExpansionNote] {
    ContactOutlook.outlooks(of: instance, needs.absences).map { .contact($0) }
  }
}

import HomeCare

/// One day of a repair as an instance of its own: what must not move is pinned, and whoever serves a visit now, or has
/// met its client, is preferred.
///
/// A day is small enough to be annealed as a whole in a fraction of a second, which finds room where a few moved visits
/// do not.
struct RepairDay {
  /// What a visit left costs beside a visit moved to others and a face that is new.
  private static let weights = Weights(only: [
    .unassigned: 100_000, .newFace: 30, .notPreferred: 60, .travel: 1, .poolShifts: 30, .unsteadyMinutes: 1,
  ])

  private let search: RepairSearch
  private let day: Range<Minutes>
  /// Visits that may be planned anew: those to be placed, and those that others' sake may move.
  private(set) var movable: [VisitRow] = []
  private var pinned: [VisitRow] = []
  /// What the search's roster does with the day's visits.
  private var assignments: [VisitID: Roster.Assignment] = [:]
  private var shifts: Set<ShiftRow> = []

  /// A day of the search's roster, 0 = the horizon's first.
  init(_ search: RepairSearch, day number: Int32) {
    self.search = search
    let minutes = Minutes(LocalDateTime.minutesPerDay)
    day = number * minutes..<(number + 1) * minutes
    collect()
    let ids = Set((movable + pinned).map { search.problem.instance[$0].id })
    for assignment in search.state.roster(keepingStarts: true).assignments where ids.contains(assignment.visit) {
      assignments[assignment.visit] = assignment
    }
  }

  private var problem: CompiledProblem { search.problem }
  private var state: SearchState { search.state }

  private mutating func collect() {
    for shift in problem.shiftRows {
      let row = problem.shifts[shift]
      if row.start < day.upperBound && row.end > day.lowerBound { shifts.insert(shift) }
    }
    let open = Set(search.openVisits)
    let visits = problem.visitRows.filter { visit in
      state.isAssigned(visit)
        ? places(visit).contains(where: shifts.contains)
        : day.contains(problem.visits[visit].earliest) && open.contains(visit)
    }
    let known = Set(visits)
    for visit in visits {
      let own = state.isAssigned(visit) ? places(visit) : []
      let isTied = linked(to: visit).contains { state.isAssigned($0) && !known.contains($0) }
      let isHeld = !own.isEmpty && search.basis.isFixed[visit]
      if !isHeld && !isTied && own.allSatisfy(shifts.contains) {
        movable.append(visit)
      } else if !own.isEmpty {
        pinned.append(visit)
        shifts.formUnion(own)
      }
    }
  }

  /// The shifts that an assigned visit is served in.
  private func places(_ visit: VisitRow) -> [ShiftRow] {
    let row = problem.visits[visit]
    return row.slots.map { state.slotShift[$0] }
  }

  private func linked(to visit: VisitRow) -> [VisitRow] {
    problem.links.indices(of: visit).map { problem.links[$0].other }
  }

  /// The day as an instance; `nil` where what is pinned cannot stand alone.
  func instance() -> Instance? {
    let whole = problem.instance
    var draft = InstanceDraft(name: whole.name, horizon: whole.horizon, travel: whole.travel)
    draft.format = whole.format
    draft.travelModes = whole.travelModes
    draft.weights = Self.weights
    draft.locations = whole.locations
    draft.shifts = shifts.sorted().map { whole[$0] }
    draft.staff = whole.staff.enumerated().map { index, member in
      var member = member
      member.maxMinutes = member.maxMinutes.map { max(0, $0 - minutesElsewhere(StaffRow(index))) }
      return member
    }
    let pins = Set(pinned)
    draft.visits = (movable + pinned).sorted().map { visit in
      var row = whole[visit]
      if pins.contains(visit), let now = assignments[row.id] {
        row.pinned = now.staff
        row.pinnedStart = now.start
        // It stands whatever rule it bends.
        (row.earliest, row.latest, row.skills) = (now.start, now.start, [])
        row.priority = InputLimits.priority.upperBound
      }
      return row
    }
    let included = Set(draft.visits.map(\.id))
    draft.links = whole.links.filter { included.contains($0.first) && included.contains($0.second) }
    draft.alternatives = whole.alternatives.filter { window in
      included.contains(window.visit) && !pins.contains { whole[$0].id == window.visit }
    }
    addClients(to: &draft)
    addScope(to: &draft)
    addSeries(to: &draft)
    return (try? Instance(validating: draft)).map { $0.allowing(whole.exceptions.of($0)) }
  }

  /// Each visit of a series is a series of its own, whose usual time is the one the roster has now.
  private func addSeries(to draft: inout InstanceDraft) {
    let whole = problem.instance
    let known = Dictionary(whole.series.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in draft.visits.indices {
      guard let row = draft.visits[index].series.flatMap({ known[$0] }) else { continue }
      var series = whole.series[row]
      series.id = SeriesID(draft.visits[index].id.rawValue)
      series.client = draft.visits[index].client
      series.usual = min(max(0, Int(state.usual[SeriesRow(row)])), LocalDateTime.minutesPerDay - 1)
      draft.visits[index].series = series.id
      draft.series.append(series)
    }
  }

  /// Each visit is a client of its own, so that who serves it now is preferred for it alone; but visits that must not
  /// overlap stay together.
  private func addClients(to draft: inout InstanceDraft) {
    let whole = problem.instance
    let rows = VisitRow.byID(whole.visits.map(\.id))
    let yesterday = whole.horizon.start.advanced(by: -1)
    let fixed = Set(pinned)
    var places: [ClientID: Int] = [:]
    for index in draft.visits.indices {
      guard let visit = rows[draft.visits[index].id] else { continue }
      let row = problem.visits[visit]
      var client = whole[row.client]
      client.id = row.hasPartners ? ClientID("\(client.id)+") : ClientID(draft.visits[index].id.rawValue)
      client.contact = nil
      let survivors = search.basis.survivors[visit] ?? []
      client.preferred = survivors.map { whole[$0].id }
      if fixed.contains(visit) { client.blocked = [] }
      draft.visits[index].client = client.id
      if let place = places[client.id] {
        draft.clients[place].preferred += client.preferred.filter { !draft.clients[place].preferred.contains($0) }
        draft.clients[place].blocked.removeAll { !client.blocked.contains($0) }
        continue
      }
      places[client.id] = draft.clients.count
      draft.clients.append(client)
      for staff in problem.staffRows
      where search.basis.isKnown[problem.pair(client: row.client, staff: staff)] {
        draft.history.append(
          PastMeeting(client: client.id, staff: whole[staff].id, date: yesterday))
      }
    }
  }

  /// Who may take which visit where the scope leaves staff out: a skill of each visit that may move.
  private func addScope(to draft: inout InstanceDraft) {
    let basis = search.basis
    if basis.scope.staff.isEmpty { return }
    let rows = VisitRow.byID(problem.instance.visits.map(\.id))
    let fixed = Set(pinned)
    for index in draft.visits.indices {
      guard let visit = rows[draft.visits[index].id], !fixed.contains(visit) else { continue }
      let skill = "may serve \(draft.visits[index].id)"
      draft.visits[index].skills.append(skill)
      for staff in problem.staffRows
      where basis.mayServe[staff] || basis.survivors[visit]?.contains(staff) == true {
        draft.staff[staff.index].skills.append(skill)
      }
    }
  }

  /// Service and travel of a staff member outside the day's shifts.
  private func minutesElsewhere(_ staff: StaffRow) -> Int {
    var sum = Int(state.load[staff])
    for index in problem.staffShifts.indices(of: staff) {
      let shift = problem.staffShifts[index]
      guard shifts.contains(shift), state.length[shift] > 0 else { continue }
      let base = state.stopIndex(shift, 0)
      for position in 0...Int(state.length[shift]) {
        let (here, next) = (state.stops[base + position], state.stops[base + position + 1])
        sum -= Int(problem.minutes(here.location, next.location, in: problem.shifts[shift]))
        if next.slot.exists { sum -= Int(problem.visits[problem.slots[next.slot].visit].minutes) }
      }
    }
    return sum
  }

  /// What the search's roster does with the day's visits, as a roster of the day.
  var roster: Roster {
    Roster(
      instance: problem.instance.name, assignments: assignments.values.sorted { $0.visit < $1.visit }, unassigned: [],
      score: Score())
  }
}

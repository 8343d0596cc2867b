import HomeCare

/// One day of a repair as an instance of its own: what must not move is pinned, and whoever serves a client now, or has
/// met the client, is preferred.
///
/// A day is small enough to be annealed as a whole in a fraction of a second, which finds room where a few moved visits
/// do not.
struct RepairDay {
  /// What a visit left costs beside staff who are not preferred and faces that are new.
  private static let weights: Weights = {
    var weights = Weights()
    weights.unassigned = 100_000
    weights.distinct = 0
    weights.overTarget = 0
    weights.newFace = 40
    weights.notPreferred = 15
    weights.poolShift = 30
    return weights
  }()

  private let search: RepairSearch
  private let day: Range<Int32>
  /// Visits that may be planned anew: those to be placed, and those that others' sake may move.
  private(set) var movable: [Int32] = []
  private var pinned: [Int32] = []
  private var shifts: Set<Int32> = []

  /// A day of the search's roster, 0 = the horizon's first.
  init(_ search: RepairSearch, day number: Int32) {
    self.search = search
    let minutes = Int32(LocalDateTime.minutesPerDay)
    day = number * minutes..<(number + 1) * minutes
    collect()
  }

  private var problem: CompiledProblem { search.problem }
  private var state: SearchState { search.state }

  private mutating func collect() {
    for shift in 0..<Int32(problem.shiftCount) {
      let row = problem.shifts[shift]
      if row.start < day.upperBound && row.end > day.lowerBound { shifts.insert(shift) }
    }
    for visit in 0..<Int32(problem.visitCount) {
      let row = problem.visits[visit]
      guard state.isAssigned(visit) else {
        if day.contains(row.earliest) && !state.hasLinks(visit) && search.ground.hopeful.contains(visit) {
          movable.append(visit)
        }
        continue
      }
      let own = (row.firstSlot..<row.firstSlot + row.need).map { state.slotShift[$0] }
      guard own.contains(where: shifts.contains) else { continue }
      let canMove = row.need == 1 && !state.hasLinks(visit)
      if canMove && own.allSatisfy(shifts.contains)
        && (search.isMovable(visit) || search.isOrphan[Int(visit)] && !search.ground.isFixed[Int(visit)])
      {
        movable.append(visit)
      } else {
        pinned.append(visit)
        shifts.formUnion(own)
      }
    }
  }

  /// The day as an instance; `nil` where what is pinned cannot stand alone.
  func instance() -> Instance? {
    let whole = problem.instance
    var draft = InstanceDraft(name: whole.name, horizon: whole.horizon, travel: whole.travel)
    draft.weights = Self.weights
    draft.locations = whole.locations
    draft.shifts = shifts.sorted().map { whole.shifts[Int($0)] }
    draft.staff = whole.staff.enumerated().map { index, member in
      var member = member
      member.maxMinutes = member.maxMinutes.map { max(0, $0 - minutesElsewhere(Int32(index))) }
      return member
    }
    let pins = Set(pinned)
    draft.visits = (movable + pinned).sorted().map { visit in
      var row = whole.visits[Int(visit)]
      if pins.contains(visit), let now = state.place(of: visit).assignment {
        // A visit for several that is held may start at another time of its window in the state than it is written at.
        row.pinned = now.staff
        row.pinnedStart = now.start
        row.priority = InputLimits.priority.upperBound
      }
      return row
    }
    addClients(to: &draft)
    return try? Instance(validating: draft)
  }

  private func addClients(to draft: inout InstanceDraft) {
    let whole = problem.instance
    var serving: [ClientID: Set<StaffID>] = [:]
    for visit in movable {
      for staff in search.ground.survivors[visit] ?? [] {
        serving[whole.visits[Int(visit)].client, default: []].insert(whole.staff[Int(staff)].id)
      }
    }
    let wanted = Set(draft.visits.map(\.client))
    let yesterday = whole.horizon.start.advanced(by: -1)
    for (index, client) in whole.clients.enumerated() where wanted.contains(client.id) {
      var client = client
      client.contact = nil
      client.preferred = (serving[client.id] ?? []).sorted()
      draft.clients.append(client)
      for staff in 0..<Int32(problem.staffCount)
      where search.ground.isKnown[problem.pair(client: Int32(index), staff: staff)] {
        draft.history.append(
          PastMeeting(client: client.id, staff: whole.staff[Int(staff)].id, date: yesterday))
      }
    }
  }

  /// Service and travel of a staff member outside the day's shifts.
  private func minutesElsewhere(_ staff: Int32) -> Int {
    var sum = Int(state.load[staff])
    for index in problem.staffShiftStart[staff]..<problem.staffShiftStart[staff + 1] {
      let shift = problem.staffShifts[index]
      guard shifts.contains(shift), state.length[shift] > 0 else { continue }
      let base = state.stopIndex(shift, 0)
      for position in 0...Int(state.length[shift]) {
        let (here, next) = (state.stops[base + position], state.stops[base + position + 1])
        sum -= Int(problem.minutes(here.location, next.location))
        if next.slot >= 0 { sum -= Int(problem.visits[problem.slots[next.slot].visit].minutes) }
      }
    }
    return sum
  }

  /// What the search's roster does with the day's visits, by the order of the visits.
  var roster: Roster {
    let assignments = (movable + pinned).sorted().compactMap { state.place(of: $0).assignment }
    return Roster(instance: problem.instance.name, assignments: assignments, unassigned: [], score: Score())
  }
}

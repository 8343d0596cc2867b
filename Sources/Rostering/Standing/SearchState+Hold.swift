import HomeCare

/// One visit as a roster serves it, in dense form.
struct HeldService {
  var visit: Int32
  var start: Int32
  /// The shift of each staff member; −1 for one that is unknown here.
  var shifts: [Int32]
}

/// Taking over a roster with every start held, so that only what is asked to move can move.
extension SearchState {
  /// The assignments of a roster that speak of visits known here, by their starts.
  func services(of roster: Roster) -> [HeldService] {
    let visits = Dictionary(uniqueKeysWithValues: problem.instance.visits.enumerated().map { ($1.id, Int32($0)) })
    let shifts = Dictionary(uniqueKeysWithValues: problem.instance.shifts.enumerated().map { ($1.id, Int32($0)) })
    let origin = problem.instance.horizon.firstMinute
    return roster.assignments.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }.compactMap { assignment in
      visits[assignment.visit].map { visit in
        HeldService(
          visit: visit, start: Int32(clamping: assignment.start.minutes(since: origin)),
          shifts: assignment.shifts.map { shifts[$0] ?? -1 })
      }
    }
  }

  /// Takes over services one by one, each at its start, and gives those that break a rule here and stay out.
  ///
  /// - Parameter services: Those to be kept rather than others first.
  func hold(_ services: [HeldService]) -> [HeldService] {
    clear()
    var left = services.filter { !hold($0) }
    if problem.travelIsMetric { return left }
    // Where detours save time, only whole routes can be judged; what came last goes out first.
    for service in services.reversed() where isAssigned(service.visit) && breaksTime(service) {
      removeVisit(service.visit)
      left.append(service)
    }
    return left
  }

  /// Takes over one service at its start; false where it breaks a rule and nothing changed.
  func hold(_ service: HeldService) -> Bool {
    let row = problem.visits[service.visit]
    guard !isAssigned(service.visit), service.shifts.count == Int(row.need), !service.shifts.contains(-1),
      service.start >= row.earliest, service.start <= row.latest,
      linkedWindow(service.visit, row)?.contains(service.start) == true
    else { return false }
    var journal = Journal()
    journal.chooseStart(service.visit, service.start, in: self)
    var left = service.shifts
    for slot in row.firstSlot..<row.firstSlot + row.need {
      guard let index = left.firstIndex(where: { mayHold(slot, row, $0) }), length[left[index]] < problem.maxStops
      else {
        journal.undo(in: self)
        return false
      }
      let shift = left.remove(at: index)
      journal.insert(slot, into: shift, after: position(ofStart: service.start, in: shift), in: self)
      if problem.travelIsMetric && !keepsTime(shift) {
        journal.undo(in: self)
        return false
      }
    }
    guard teamLinksHold(service.visit, row) else {
      journal.undo(in: self)
      return false
    }
    close(service.visit)
    return true
  }

  /// Whether a shift's route and its staff member's cap are kept.
  func keepsTime(_ shift: Int32) -> Bool {
    let staff = problem.shifts[shift].staff
    return isFeasible(shift) && load[staff] <= problem.cap[staff]
  }

  private func breaksTime(_ service: HeldService) -> Bool { service.shifts.contains { !keepsTime($0) } }

  /// The stop behind which a visit with a start goes where the starts of all others are held.
  private func position(ofStart start: Int32, in shift: Int32) -> Int32 {
    var position: Int32 = 0
    while position < length[shift],
      low[problem.slots[stops[stopIndex(shift, position + 1)].slot].visit] <= start
    { position += 1 }
    return position
  }
}

extension Journal {
  /// Unassigns a whole visit and gives it its own window again, whatever its start was held to.
  mutating func release(_ visit: Int32, in state: SearchState) {
    let row = state.problem.visits[visit]
    reopen(visit, in: state)
    for slot in row.firstSlot..<row.firstSlot + row.need { remove(slot, in: state) }
    releaseStart(visit, in: state)
  }
}

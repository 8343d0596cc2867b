import HomeCare

/// The visits of a roster by client, assigned or not, with staff as numbers of an outcome's log.
struct PlannedVisits: Sendable {
  /// One planned visit.
  struct Visit: Sendable {
    /// Where it may start: of an assigned one its start alone.
    let windows: [VisitWindow]
    /// Who was to come, in order, those whom the outcome's log knows; empty where it is unassigned.
    let staff: [Int32]
    /// Those whom the log does not know: they met nobody.
    let strangers: [String]
    let isAssigned: Bool
    /// How many were to come.
    let seats: Int

    /// Minutes from a start to the nearest window.
    func minutes(to start: LocalDateTime) -> Int {
      windows.map { max(0, $0.earliest.minutes(since: start), start.minutes(since: $0.latest)) }.min() ?? .max
    }
  }

  /// By the client's id, all clients of the instance.
  private(set) var ofClient: [String: [Visit]]
  /// Staff of the plan whom the outcome's log does not know.
  private(set) var unknownStaff = 0

  /// - Parameters:
  ///   - plan: The measurer of the roster's meetings, whose definition says which visits count.
  ///   - staff: The ids that the plan has for the outcome's staff, in the order of their numbers.
  init(_ plan: LogMeasurer, _ roster: Roster, of instance: Instance, staff: [String]) {
    let numbers = Dictionary(staff.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    ofClient = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id.rawValue, []) })
    var visits = ClientVisits(plan.plan)
    for (number, client) in plan.log.clients.enumerated() {
      visits.load(number)
      let sequence = visits.sequence
      for visit in 0..<sequence.count where sequence.starts[visit] >= instance.horizon.firstMinute {
        let (start, ids) = (sequence.starts[visit], sequence.staff(ofVisit: visit).map { plan.log.staff[Int($0)] })
        ofClient[client.id]?.append(
          Visit(
            windows: [VisitWindow(earliest: start, latest: start)], staff: ids.compactMap { numbers[$0] }.sorted(),
            strangers: ids.filter { numbers[$0] == nil }.sorted(), isAssigned: true,
            seats: ids.count))
      }
    }
    unknownStaff = plan.log.staff.count { numbers[$0] == nil }
    let alternatives = Dictionary(grouping: instance.alternatives, by: \.visit)
    let open = Set(roster.unassigned)
    for visit in instance.visits where open.contains(visit.id) && plan.counts(visit) {
      let windows = [visit.window] + (alternatives[visit.id] ?? []).map(\.window)
      ofClient[visit.client.rawValue]?.append(
        Visit(windows: windows, staff: [], strangers: [], isAssigned: false, seats: visit.staff))
    }
  }
}

extension LogMeasurer {
  /// Whether an unassigned visit would count, wherever in its window it started first.
  fileprivate func counts(_ visit: Visit) -> Bool {
    (definition.isPlan ? visit.counts : !definition.excludes(category: visit.kind))
      && plan.counts(startOf: visit.earliest)
  }
}

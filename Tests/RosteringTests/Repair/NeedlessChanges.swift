import HomeCare

@testable import Rostering

/// Tries by the checker alone whether something that a repair changes could as well stay.
struct NeedlessChanges {
  let changed: ChangedInstance
  let old: Roster
  let option: RepairOption
  private let checker: RosterChecker
  private let before: [ClientID: [Int: Int]]
  private let knownPairs: Set<[String]>
  private let minutes: [VisitID: Int]

  init(_ changed: ChangedInstance, _ old: Roster, _ option: RepairOption) {
    (self.changed, self.old, self.option) = (changed, old, option)
    checker = RosterChecker(changed.instance)
    minutes = Dictionary(uniqueKeysWithValues: changed.instance.visits.map { ($0.id, $0.minutes) })
    before = Self.distinct(RosterChecker(changed.old).check(old))
    knownPairs = Self.pairs(old, changed.instance).union(
      changed.instance.history.map { [$0.client.rawValue, $0.staff.rawValue] })
  }

  /// The visits of single changes and of pairs that could be taken back with no label's order the worse.
  func found() -> [[VisitID]] {
    // That a route is handed over is what was asked for.
    let visits = option.changes.filter { change in
      change.before.assignment != nil && change.after != .absent && change.reason != .handedOver
    }.map(\.visit)
    let sets =
      visits.map { [$0] }
      + visits.indices.flatMap { first in
        visits[(first + 1)...].map { [visits[first], $0] }
      }
    let violations = checker.check(option.roster).violations
    let ranks = option.labels.map { rank(option.roster, by: $0) }
    return sets.filter { set in
      takenBack(set).contains { roster in
        let check = checker.check(roster)
        guard check.violations.filter({ $0.rule.isOfPlan }).beyond(violations).isEmpty else { return false }
        return zip(option.labels, ranks).contains { label, held in
          !held.lexicographicallyPrecedes(rank(roster, check, by: label))
        }
      }
    }
  }

  /// The roster with visits back where they stood, in every shift of their staff that touches that time.
  private func takenBack(_ visits: [VisitID]) -> [Roster] {
    var rosters = [option.roster]
    for visit in visits {
      guard let home = old.places[visit]?.assignment else { return [] }
      var places: [[ShiftID]] = [[]]
      for member in home.staff {
        let end = home.start.advanced(by: minutes[visit] ?? 0)
        let near = changed.instance.shifts.filter { shift in
          shift.staff == member && shift.start.advanced(by: -180) <= home.start && home.start <= shift.end
        }
        // Overtime may be excepted of a shift that does not hold the visit by itself.
        let holding = near.filter { $0.start <= home.start && end <= $0.end }
        let shifts = holding.isEmpty ? near : holding
        places = places.flatMap { place in shifts.map { place + [$0.id] } }
      }
      rosters = rosters.flatMap { roster in
        places.map { place in
          var result = roster
          result.assignments.removeAll { $0.visit == visit }
          result.unassigned.removeAll { $0 == visit }
          var stands = home
          stands.shifts = place
          result.assignments.append(stands)
          return result
        }
      }
    }
    return rosters
  }

  private func rank(_ roster: Roster, by label: RepairOption.Label) -> [Int] {
    rank(roster, checker.check(roster), by: label)
  }

  private func rank(_ roster: Roster, _ check: RosterCheck, by label: RepairOption.Label) -> [Int] {
    let after = Self.distinct(check)
    var (above, added) = (0, 0)
    for client in changed.instance.clients {
      for (period, staff) in after[client.id] ?? [:] {
        let had = before[client.id]?[period] ?? 0
        above += max(0, staff - max(had, client.targetStaff))
        added += max(0, staff - had)
      }
    }
    let faces = Self.pairs(roster, changed.instance).subtracting(knownPairs).count
    let changes = ChangeList(from: old, of: changed.old, to: roster, of: changed.instance).changes.count
    let travel = check.score[.travel]
    let aims =
      switch label {
      case .bestContinuity: [faces, added, changes, travel]
      case .fewestChanges: [changes, faces, added, travel]
      case .leastTravel: [travel, faces, added, changes]
      }
    let served = Set(old.assignments.map(\.visit))
    return [check.score[.unassigned], roster.unassigned.count { served.contains($0) }, above] + aims
  }

  private static func distinct(_ check: RosterCheck) -> [ClientID: [Int: Int]] {
    check.meetings.reduce(into: [:]) { $0[$1.client, default: [:]][$1.period] = $1.distinct }
  }

  /// Who meets whom in visits that an instance has.
  private static func pairs(_ roster: Roster, _ instance: Instance) -> Set<[String]> {
    let clients = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0.client.rawValue) })
    return roster.assignments.reduce(into: []) { pairs, assignment in
      guard let client = clients[assignment.visit] else { return }
      for member in assignment.staff { pairs.insert([client, member.rawValue]) }
    }
  }
}

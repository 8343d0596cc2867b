/// How many visits fixed contacts could serve, had they nothing else to do: the most that their shifts allow.
///
/// Of each visit it tells whether the contact has a shift that can hold it, by window, base legs, skills, blocked lists
/// and pins, exceptions included. Of a contact's visits in one shift, only as many count as fit one after another with
/// the ways between them; breaks, links and hours caps are left out. So no valid roster has more visits by contacts
/// than `most`, and some may have no roster with as many.
public struct ContactReach: Sendable {
  /// For each visit of the instance, whether the contact could serve it; `nil` where the client has none.
  public let canServe: [Bool?]
  /// The most visits by contacts that any valid roster can have.
  public let most: Int

  /// The reach of every contact of an instance.
  public init(_ instance: Instance) {
    let rows = InstanceRows(instance)
    let (rules, allowances) = (PairRules(instance), Allowances(instance))
    var canServe = [Bool?](repeating: nil, count: instance.visits.count)
    var visitsOfContact = [[Int]](repeating: [], count: instance.staff.count)
    for (row, visit) in instance.visits.enumerated() {
      guard let contact = rows.client(ofVisit: row).contact.flatMap({ rows.staff[$0] }) else { continue }
      canServe[row] = false
      let isFull = visit.pinned.count >= visit.staff && !visit.pinned.contains(instance.staff[contact].id)
      if !isFull, rules.allow(contact, on: row, of: rows.clientOfVisit[row]) { visitsOfContact[contact].append(row) }
    }
    var shiftsOfContact = [[Int]](repeating: [], count: instance.staff.count)
    for (row, shift) in instance.shifts.enumerated() {
      if let member = rows.staff[shift.staff], !visitsOfContact[member].isEmpty { shiftsOfContact[member].append(row) }
    }
    var most = 0
    for (contact, shifts) in shiftsOfContact.enumerated() {
      let days = shifts.map { ContactShift($0, visitsOfContact[contact], rows, allowances) }
      var holders = [Int](repeating: 0, count: instance.visits.count)
      for visit in days.flatMap(\.visits) {
        canServe[visit] = true
        holders[visit] += 1
      }
      // A visit that several shifts can hold is served in one of them: it counts once, and competes with no other.
      most += visitsOfContact[contact].count { holders[$0] > 1 }
      for day in days { most += day.most(of: day.visits.filter { holders[$0] == 1 }) }
    }
    (self.canServe, self.most) = (canServe, most)
  }
}

/// A shift of a contact, and the visits of the contact's clients that it can hold each by itself.
private struct ContactShift {
  /// Visits that are looked at together; with more, the shift's most is the sum over parts of them.
  private static let together = 12

  private(set) var visits: [Int] = []
  private let start: Int
  private let end: Int
  private let rows: InstanceRows
  private let allowances: Allowances
  private let base: Int?
  private let travel: Travel

  init(_ row: Int, _ candidates: [Int], _ rows: InstanceRows, _ allowances: Allowances) {
    let (instance, shift) = (rows.instance, rows.instance.shifts[row])
    let hours = allowances.hours(of: row)
    (start, end) = (rows.minute(of: hours.start), rows.minute(of: hours.end))
    (self.rows, self.allowances) = (rows, allowances)
    base = rows.staff[shift.staff].flatMap { rows.bases[$0] }
    travel = instance.travel(of: shift)
    for visit in candidates where canHold(visit) { visits.append(visit) }
  }

  /// The starts that a visit's windows and its pin allow, in the order of the instance.
  private func starts(of row: Int) -> [ClosedRange<Int>] {
    let visit = rows.instance.visits[row]
    return allowances.windows(of: row, in: rows.instance).compactMap { window in
      let first = rows.minute(of: max(window.earliest, visit.pinnedStart ?? window.earliest))
      let last = rows.minute(of: min(window.latest, visit.pinnedStart ?? window.latest))
      return first <= last ? first...last : nil
    }
  }

  /// The first start of a visit at a minute or later; `nil` where there is none.
  private func start(from minute: Int, _ starts: [ClosedRange<Int>]) -> Int? {
    starts.lazy.filter { $0.upperBound >= minute }.map { max($0.lowerBound, minute) }.min()
  }

  private func way(from origin: Int?, to target: Int?) -> Int { rows.travel(travel, from: origin, to: target) }

  /// Whether the shift can hold a visit that ends at a minute, with the way back.
  private func isInTime(_ visit: Int, endingAt minute: Int) -> Bool {
    minute + way(from: rows.home(ofVisit: visit), to: base) <= end
  }

  private func canHold(_ visit: Int) -> Bool {
    let starts = starts(of: visit)
    guard let first = start(from: start + way(from: base, to: rows.home(ofVisit: visit)), starts) else { return false }
    return isInTime(visit, endingAt: first + rows.instance.visits[visit].minutes)
  }

  /// No fewer visits than the most, of some, that fit one after another.
  func most(of visits: [Int]) -> Int {
    let order = visits.sorted {
      (rows.instance.visits[$0].earliest, $0) < (rows.instance.visits[$1].earliest, $1)
    }
    return stride(from: 0, to: order.count, by: Self.together).reduce(0) { sum, from in
      sum + mostTogether(Array(order[from..<min(order.count, from + Self.together)]))
    }
  }

  /// The most visits that fit one after another, by the soonest end of every set of them with every last.
  private func mostTogether(_ visits: [Int]) -> Int {
    let count = visits.count
    let (windows, minutes) = (visits.map(starts(of:)), visits.map { rows.instance.visits[$0].minutes })
    let homes = visits.map { rows.home(ofVisit: $0) }
    let ways = (0..<count * count).map { pair in
      allowances.way(from: visits[pair / count], to: visits[pair % count])
        ?? way(from: homes[pair / count], to: homes[pair % count])
    }
    var soonest = [Int](repeating: Int.max, count: count << count)
    for visit in 0..<count {
      if let first = start(from: start + way(from: base, to: homes[visit]), windows[visit]) {
        soonest[count << visit + visit] = first + minutes[visit]
      }
    }
    var most = 0
    for set in 0..<1 << count {
      for last in 0..<count where soonest[set * count + last] != Int.max {
        let end = soonest[set * count + last]
        if set.nonzeroBitCount > most, isInTime(visits[last], endingAt: end) { most = set.nonzeroBitCount }
        for next in 0..<count where set >> next & 1 == 0 {
          guard let start = start(from: end + ways[last * count + next], windows[next]) else { continue }
          let slot = (set | 1 << next) * count + next
          soonest[slot] = min(soonest[slot], start + minutes[next])
        }
      }
    }
    return most
  }
}

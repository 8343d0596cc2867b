import Continuity
import HomeCare

/// Working time that a unit lacks: what additional staff with some skills would have to serve, by day and slot.
public struct Shortage: Sendable, Hashable {
  /// Skills that the visits ask for; empty where anyone would do.
  public var skills: [String]
  /// The day on which the visits would start.
  public var date: LocalDate
  /// The part of the day.
  public var slot: DaySlot
  /// Minutes of service and travel.
  public var minutes: Int
  /// How many additional staff would be at work.
  public var staff: Int
  /// The visits that a roster leaves for want of them.
  public var visits: [VisitID]
  /// Whether no roster at all serves as many visits without them; otherwise another one of the same staff might.
  public var isProven: Bool
}

/// Finds what a roster lacks, by giving its unassigned visits to virtual staff who have every skill and all the time.
public struct ShortageFinder {
  /// Rounds of the search that keeps the virtual staff few and their ways short.
  private static let rounds = 20_000
  /// What one more virtual staff member costs, in minutes of travel.
  private static let costOfStaff = 60

  private let instance: Instance
  private let open: Set<VisitID>
  private let isProven: Bool

  /// A finder for visits that a roster of an instance leaves.
  ///
  /// - Parameter isProven: Whether no roster at all could serve them beside all others.
  public init(_ instance: Instance, leaving visits: [VisitID], isProven: Bool) {
    self.instance = instance
    open = Set(visits)
    self.isProven = isProven
  }

  /// What is lacking, by day, slot and skills; empty where no visit is left.
  public func shortages() -> [Shortage] {
    let visits = instance.visits.filter { open.contains($0.id) }
    guard !visits.isEmpty, let virtual = try? Instance(validating: virtualDraft(visits)) else { return [] }
    let outcome = SammaSolver.largeNeighbourhood.run(
      virtual, SolverOptions(iterations: Self.rounds), SearchParameters())
    return gathered(outcome.roster, virtual)
  }

  /// The open visits alone, with as many virtual staff as they could ever need at once.
  private func virtualDraft(_ visits: [Visit]) -> InstanceDraft {
    var draft = instance.tables
    draft.weights = Weights()
    draft.weights[.distinct] = 0
    draft.weights[.overTarget] = 0
    draft.weights[.poolShifts] = Self.costOfStaff
    draft.history = []
    draft.visits = visits.map { visit in
      var visit = visit
      visit.pinned = []
      return visit
    }
    let open = Set(visits.map(\.id))
    draft.links.removeAll { !open.contains($0.first) || !open.contains($0.second) }
    for row in draft.clients.indices {
      draft.clients[row].contact = nil
      draft.clients[row].preferred = []
      draft.clients[row].blocked = []
    }
    let skills = Set(visits.flatMap(\.skills)).sorted()
    draft.staff = []
    draft.shifts = []
    for (date, need) in needs(visits).sorted(by: { $0.key < $1.key }) {
      for number in 0..<need {
        let id = StaffID("virtual-\(date)-\(number)")
        draft.staff.append(StaffMember(id: id, skills: skills))
        // A visit belongs to the day it starts on and may end on the next.
        let length = (visits.map(\.minutes).max() ?? 0) + LocalDateTime.minutesPerDay
        draft.shifts.append(
          Shift(
            id: ShiftID(id.rawValue), staff: id, start: date.midnight, end: date.midnight.advanced(by: length),
            kind: .pool))
      }
    }
    return draft
  }

  /// Staff places of the visits by the day of their earliest start, and by the next where the window reaches it.
  private func needs(_ visits: [Visit]) -> [LocalDate: Int] {
    var needs: [LocalDate: Int] = [:]
    for visit in visits {
      for date in Set([visit.earliest.date, visit.latest.date]) { needs[date, default: 0] += visit.staff }
    }
    return needs
  }

  private struct Group: Hashable {
    var date: LocalDate
    var slot: DaySlot
    var skills: [String]
  }

  /// Minutes of the virtual routes by day, slot and skills; the way to a visit counts with the visit.
  private func gathered(_ plan: Roster, _ virtual: Instance) -> [Shortage] {
    let visits = Dictionary(uniqueKeysWithValues: virtual.visits.map { ($0.id, $0) })
    let homes = Dictionary(uniqueKeysWithValues: virtual.clients.map { ($0.id, $0.location) })
    var groups: [Group: Shortage] = [:]
    var staff: [Group: Set<StaffID>] = [:]
    var routes: [StaffID: [Roster.Assignment]] = [:]
    for assignment in plan.assignments {
      for member in assignment.staff { routes[member, default: []].append(assignment) }
    }
    for (member, route) in routes {
      var last: LocationID?
      for assignment in route.sorted(by: { ($0.start, $0.visit) < ($1.start, $1.visit) }) {
        guard let visit = visits[assignment.visit], let home = homes[visit.client] else { continue }
        let travel = last.map { virtual.travelMinutes(from: $0, to: home) } ?? 0
        last = home
        let group = Group(
          date: assignment.start.date, slot: DaySlot(of: assignment.start), skills: visit.skills.sorted())
        groups[
          group,
          default: Shortage(
            skills: group.skills, date: group.date, slot: group.slot, minutes: 0, staff: 0, visits: [],
            isProven: isProven)
        ].minutes += visit.minutes + travel
        if groups[group]?.visits.contains(visit.id) == false { groups[group]?.visits.append(visit.id) }
        staff[group, default: []].insert(member)
      }
    }
    let order = Dictionary(uniqueKeysWithValues: DaySlot.allCases.enumerated().map { ($1, $0) })
    return groups.map { group, shortage in
      var shortage = shortage
      shortage.staff = staff[group]?.count ?? 0
      shortage.visits.sort()
      return shortage
    }.sorted { left, right in
      let (a, b) = (order[left.slot] ?? 0, order[right.slot] ?? 0)
      return (left.date, a, left.skills.joined(separator: ";")) < (right.date, b, right.skills.joined(separator: ";"))
    }
  }
}

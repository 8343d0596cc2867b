import HomeCare
import Testing

@testable import Rostering

/// Routes of a few visits in one short shift, held against every start minute and every moment for the break.
@Suite struct RouteTimingTests {
  /// One shift and some visits; the last visit is the candidate for a place among the others.
  private struct Case {
    let instance: Instance

    private var shift: Shift { instance.shifts[0] }

    /// Whether some whole-minute starts and some moment for the break make an order of visits work.
    func works(_ order: [Int]) -> Bool {
      if order.isEmpty { return true }
      return works(order[...], from: instance.staff[0].location, free: minute(shift.start), rested: isWithoutBreak)
    }

    /// Travel minutes of an order of visits.
    func travel(_ order: [Int]) -> Int {
      if order.isEmpty { return 0 }
      var places = order.map(home) as [LocationID?]
      places.insert(instance.staff[0].location, at: 0)
      places.append(instance.staff[0].location)
      return zip(places, places.dropFirst()).reduce(0) { $0 + leg($1.0, $1.1) }
    }

    private var isWithoutBreak: Bool { shift.breakRule == nil }

    private func minute(_ time: LocalDateTime) -> Int { time.minutes(since: instance.horizon.firstMinute) }

    private func home(_ visit: Int) -> LocationID {
      instance.clients[visit].location
    }

    private func leg(_ from: LocationID?, _ to: LocationID?) -> Int {
      guard let from, let to else { return 0 }
      return instance.travelMinutes(from: from, to: to)
    }

    private func works(_ order: ArraySlice<Int>, from place: LocationID?, free: Int, rested: Bool) -> Bool {
      guard let visit = order.first else {
        return gap(free, minute(shift.end), leg(place, instance.staff[0].location), rested: rested).contains(true)
      }
      let row = instance.visits[visit]
      let leg = leg(place, home(visit))
      for start in minute(row.earliest)...minute(row.latest) {
        for restedThen in gap(free, start, leg, rested: rested)
        where works(order.dropFirst(), from: home(visit), free: start + row.minutes, rested: restedThen) {
          return true
        }
      }
      return false
    }

    /// Whether one may have rested or not after an idle gap; nothing where the gap is too short for the travel.
    private func gap(_ start: Int, _ end: Int, _ leg: Int, rested: Bool) -> [Bool] {
      guard end - start >= leg else { return [] }
      guard !rested, let rule = shift.breakRule, end - start >= leg + rule.minutes else { return [rested] }
      let fits = (minute(rule.from)...minute(rule.to)).contains { start <= $0 && $0 + rule.minutes <= end }
      return fits ? [true, false] : [false]
    }
  }

  private static func drawn(_ random: inout SeededGenerator) throws -> Case {
    let day = LocalDate(dayNumber: 20_514)
    let places = 4
    let longest = random.pick([2, 4, 14])
    let matrix = (0..<places).map { row in (0..<places).map { $0 == row ? 0 : random.int(in: 1...longest) } }
    var draft = InstanceDraft(name: "route", horizon: Horizon(start: day, days: 1), travel: .matrix(matrix))
    draft.locations = (0..<places).map { Location(id: LocationID("L\($0)")) }
    draft.staff = [StaffMember(id: "S", location: random.chance(2, in: 3) ? "L0" : nil)]
    let start = random.int(in: 0...3)
    let end = start + random.int(in: 14...26)
    func time(_ minute: Int) -> LocalDateTime { day.midnight.advanced(by: minute) }
    var rest: Shift.Break?
    if random.chance(2, in: 3) {
      let from = random.int(in: start...end - 8)
      rest = Shift.Break(
        minutes: random.int(in: 1...4), from: time(from), to: time(from + random.int(in: 0...4)))
    }
    draft.shifts = [Shift(id: "D", staff: "S", start: time(start), end: time(end), breakRule: rest)]
    for visit in 0..<random.int(in: 2...4) {
      draft.clients.append(
        Client(id: ClientID("C\(visit)"), location: LocationID("L\(random.int(below: places))")))
      let earliest = random.int(in: 0...20)
      draft.visits.append(
        Visit(
          id: VisitID("V\(visit)"), client: ClientID("C\(visit)"), earliest: time(earliest),
          latest: time(earliest + random.int(in: 0...6)), minutes: random.int(in: 1...4)))
    }
    // Early visits first, mostly: an order at random hardly ever works.
    if random.chance(3, in: 4) {
      let last = draft.visits.count - 1
      let sorted = draft.visits[..<last].sorted { $0.earliest < $1.earliest }
      for index in 0..<last {
        draft.visits[index].earliest = sorted[index].earliest
        draft.visits[index].latest = sorted[index].latest
      }
    }
    return Case(instance: try Instance(validating: draft))
  }

  @Test(arguments: 0..<10) func agreesWithEveryStartMinuteAndEveryMomentForTheBreak(group: Int) throws {
    var random = SeededGenerator(seed: UInt64(group), stream: 5)
    var feasible = 0
    for number in 0..<500 {
      let drawn = try Self.drawn(&random)
      let problem = CompiledProblem(drawn.instance)
      let state = SearchState(problem)
      let candidate = problem.visitCount - 1
      let order = Array(0..<candidate)
      let works = drawn.works(order)
      for visit in 0...candidate { checkEligibility(of: visit, problem, drawn, "group \(group), case \(number)") }
      for visit in order where works { #expect(isEligible(visit, problem), "group \(group), case \(number)") }
      guard order.allSatisfy({ isEligible($0, problem) }), candidate <= problem.maxStops else { continue }
      for visit in order {
        state.insert(SlotRow(visit), into: 0, after: Int32(visit))
        state.close(VisitRow(visit))
      }
      #expect(state.isFeasible(0) == works, "group \(group), case \(number)")
      if !works { continue }
      feasible += 1
      #expect(RosterChecker(drawn.instance).check(state.roster()).violations.isEmpty, "group \(group), case \(number)")
      checkPlaces(of: candidate, among: order, state, drawn, "group \(group), case \(number)")
      checkLeaving(order, candidate, state, drawn, "group \(group), case \(number)")
    }
    #expect(feasible > 50)
  }

  /// A base from which the way to C1 is long unless one goes by C0.
  private func roundabout(changing change: (inout InstanceDraft) -> Void = { _ in }) throws -> Instance {
    let midnight = BusyInstance.firstDay.midnight
    var draft = InstanceDraft(
      name: "roundabout", horizon: Horizon(start: BusyInstance.firstDay, days: 1),
      travel: .matrix([[0, 5, 60], [60, 0, 5], [5, 5, 0]]))
    draft.locations = (0..<3).map { Location(id: LocationID("L\($0)")) }
    draft.staff = [StaffMember(id: "S", location: "L0", maxMinutes: 100)]
    draft.shifts = [Shift(id: "D", staff: "S", start: midnight, end: midnight.advanced(by: 90))]
    draft.clients = (0..<2).map { Client(id: ClientID("C\($0)"), location: LocationID("L\($0 + 1)")) }
    draft.visits = (0..<2).map {
      Visit(
        id: VisitID("V\($0)"), client: ClientID("C\($0)"), earliest: midnight,
        latest: midnight.advanced(by: $0 == 0 ? 30 : 70), minutes: 10)
    }
    change(&draft)
    return try Instance(validating: draft)
  }

  @Test func aPlaceThatIsTooFarFromOneStopMayBeNearTheNext() throws {
    let problem = CompiledProblem(try roundabout { $0.visits[1].latest = $0.visits[1].latest.advanced(by: -20) })
    let state = SearchState(problem)
    state.insert(0, into: 0, after: 0)
    state.close(0)
    let row = problem.visits[1]
    let place = state.bestPlace(row.location, row.earliest, row.latest, row.minutes, in: 0)
    // From the base C1 is an hour away, by C0 ten minutes; and from C1 one is home sooner.
    #expect(place.position == 1)
    #expect(place.travel == 5 + 5 - 60)
  }

  @Test func aRosterIsLoadedThoughItsFirstVisitsAloneWouldBreakARule() throws {
    // C0 alone would take 75 minutes: home from there is an hour.
    let instance = try roundabout {
      $0.staff[0].maxMinutes = 40
      $0.shifts[0].end = BusyInstance.firstDay.midnight.advanced(by: 50)
      $0.visits[1].latest = $0.visits[0].latest
    }
    let midnight = BusyInstance.firstDay.midnight
    var roster = Roster(instance: instance.name, assignments: [], unassigned: [], score: Score())
    roster.assignments = [("V0", 5), ("V1", 20)].map {
      Roster.Assignment(visit: VisitID($0.0), start: midnight.advanced(by: $0.1), staff: ["S"], shifts: ["D"])
    }
    roster.score = RosterChecker(instance).check(roster).score
    #expect(RosterChecker(instance).check(roster).violations.isEmpty)
    let state = SearchState(CompiledProblem(instance))
    state.load(roster)
    #expect(state.roster() == roster)
  }

  private func isEligible(_ visit: Int, _ problem: CompiledProblem) -> Bool {
    !problem.slots[visit].eligible.isEmpty
  }

  /// A visit that could be alone in the shift is eligible, and no other where detours never save time.
  private func checkEligibility(of visit: Int, _ problem: CompiledProblem, _ drawn: Case, _ note: String) {
    let worksAlone = drawn.works([visit])
    if problem.travelIsMetric { #expect(isEligible(visit, problem) == worksAlone, "\(note), visit \(visit)") }
    if worksAlone { #expect(isEligible(visit, problem), "\(note), visit \(visit)") }
  }

  /// The best place for one more visit is the feasible one with least travel.
  private func checkPlaces(of candidate: Int, among order: [Int], _ state: SearchState, _ drawn: Case, _ note: String) {
    let row = state.problem.visits[candidate]
    var least: Int?
    for position in 0...order.count {
      var longer = order
      longer.insert(candidate, at: position)
      let works = drawn.works(longer)
      let base = state.stopIndex(0, Int32(position))
      let fits = state.fits(
        row.location, row.earliest, row.latest, row.minutes, after: state.stops[base], before: state.stops[base + 1],
        in: 0)
      #expect(fits == works, "\(note), place \(position)")
      if works { least = min(least ?? Int.max, drawn.travel(longer) - drawn.travel(order)) }
    }
    let place = state.bestPlace(row.location, row.earliest, row.latest, row.minutes, in: 0)
    #expect(place.exists == (least != nil), "\(note)")
    if place.exists { #expect(Int(place.travel) == least, "\(note)") }
  }

  /// What remains when a visit leaves, and the best place for another then.
  private func checkLeaving(_ order: [Int], _ candidate: Int, _ state: SearchState, _ drawn: Case, _ note: String) {
    let row = state.problem.visits[candidate]
    for leaving in order {
      let rest = order.filter { $0 != leaving }
      let works = drawn.works(rest)
      #expect(state.worksWithout(SlotRow(leaving)) == works, "\(note) without \(leaving)")
      #expect(Int(state.travelSaved(by: SlotRow(leaving))) == drawn.travel(order) - drawn.travel(rest), "\(note)")
      var least: Int?
      if works {
        for position in 0...rest.count {
          var other = rest
          other.insert(candidate, at: position)
          if drawn.works(other) { least = min(least ?? Int.max, drawn.travel(other) - drawn.travel(order)) }
        }
      }
      let place = state.bestPlace(
        without: SlotRow(leaving), row.location, row.earliest, row.latest, row.minutes)
      #expect(place.exists == (least != nil), "\(note) instead of \(leaving)")
      if place.exists { #expect(Int(place.travel) == least, "\(note) instead of \(leaving)") }
    }
  }
}

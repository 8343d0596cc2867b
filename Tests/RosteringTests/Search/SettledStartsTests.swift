import HomeCare
import Testing

@testable import Rostering

@Suite struct SettledStartsTests {
  private static let day = LocalDate(dayNumber: 20_514)
  private static let (begin, end, pause, pauseFrom, pauseTo) = (480, 660, 20, 520, 600)

  /// One shift with a break and three visits at places of their own, each of a series with a given usual time.
  private func instance(_ random: inout SeededGenerator) throws -> Instance {
    func time(_ minute: Int) -> LocalDateTime { Self.day.midnight.advanced(by: minute) }
    let legs = (0..<4).map { row in (0..<4).map { $0 == row ? 0 : random.int(in: 3...9) } }
    var draft = InstanceDraft(
      format: .two, name: "one route", horizon: Horizon(start: Self.day, days: 1), travel: .matrix(legs))
    draft.locations = (0..<4).map { Location(id: LocationID("L\($0)")) }
    draft.staff = [StaffMember(id: "S", location: "L0")]
    draft.shifts = [
      Shift(
        id: "S-0", staff: "S", start: time(Self.begin), end: time(Self.end),
        breakRule: Shift.Break(minutes: Self.pause, from: time(Self.pauseFrom), to: time(Self.pauseTo)))
    ]
    for number in 1...3 {
      let client = ClientID("C\(number)")
      let earliest = 470 + 40 * number + random.int(in: -10...10)
      draft.clients.append(Client(id: client, location: LocationID("L\(number)")))
      draft.series.append(
        Series(
          id: SeriesID("R\(number)"), client: client, usual: earliest + random.int(in: -10...40),
          tolerance: random.int(in: 0...6)))
      draft.visits.append(
        Visit(
          id: VisitID("V\(number)"), client: client, earliest: time(earliest), latest: time(earliest + 34),
          minutes: random.int(in: 10...25), series: SeriesID("R\(number)")))
    }
    return try Instance(validating: draft)
  }

  /// The least that any starts of the visits in a given order deviate; `nil` where none keep the rules.
  private func least(_ instance: Instance, _ order: [Int]) -> Int? {
    let origin = instance.horizon.firstMinute
    let visits = order.map { instance.visits[$0] }
    func leg(_ from: Int, _ to: Int) -> Int {
      instance.travelMinutes(from: LocationID("L\(from)"), to: LocationID("L\(to)"))
    }
    let ways = [
      leg(0, order[0] + 1), leg(order[0] + 1, order[1] + 1), leg(order[1] + 1, order[2] + 1), leg(order[2] + 1, 0),
    ]
    let windows = visits.map { $0.earliest.minutes(since: origin)...$0.latest.minutes(since: origin) }
    var best: Int?
    for first in windows[0] {
      for second in windows[1] where second >= first + visits[0].minutes + ways[1] {
        for third in windows[2] where third >= second + visits[1].minutes + ways[2] {
          let starts = [first, second, third]
          let ends = zip(starts, visits).map { $0 + $1.minutes }
          let gaps = zip(zip([Self.begin] + ends, starts + [Self.end]), ways)
          if gaps.contains(where: { $0.1 - $0.0 < $1 }) { continue }
          let rests = gaps.contains { gap, way in
            gap.1 - gap.0 >= way + Self.pause && max(gap.0, Self.pauseFrom) <= min(gap.1 - Self.pause, Self.pauseTo)
          }
          if !rests { continue }
          let deviation = zip(starts, order).reduce(0) { sum, pair in
            let series = instance.series[pair.1]
            return sum + max(0, abs(pair.0 - (series.usual ?? 0)) - series.tolerance)
          }
          best = min(best ?? .max, deviation)
        }
      }
    }
    return best
  }

  @Test func startsOfARouteDeviateAsLittleAsAnyThatKeepTheRules() throws {
    var random = SeededGenerator(seed: 5, stream: 80)
    var compared = 0
    for _ in 0..<60 {
      let instance = try instance(&random)
      let problem = CompiledProblem(instance)
      let state = SearchState(problem)
      var source = RandomSource(seed: random.next())
      var construction = Construction()
      construction.fill(state, random: &source)
      guard state.score.openCount == 0 else { continue }
      let shift = ShiftRow(0)
      let order = (1...Int32(3)).map { problem.slots[state.stops[state.stopIndex(shift, $0)].slot].visit.index }
      let settled = SettledStarts(state)
      #expect(settled.unsteady == least(instance, order))
      #expect(RosterChecker(instance).check(state.roster()).violations.isEmpty)
      compared += 1
    }
    #expect(compared > 10)
  }

  @Test func theUsualTimeOfASeriesIsTheSmallestBest() {
    var random = RandomSource(seed: 4)
    for _ in 0..<200 {
      let clocks = (0..<1 + random.below(7)).map { _ in Minutes(400 + random.below(90)) }
      let tolerance = Minutes(random.below(20))
      let costs = (Minutes(300)...600).map { ($0, Steadiness.minutes(clocks, beside: $0, tolerance: tolerance)) }
      let least = costs.map(\.1).min()
      let best = costs.filter { $0.1 == least }.map(\.0)
      #expect(Steadiness.best(clocks, tolerance: tolerance) == best[0]...best[best.count - 1])
    }
  }
}

import HomeCare
import Testing

@testable import Rostering

@Suite struct JournalTests {
  /// All that a state holds, lists without an order of their own as sets.
  private struct Snapshot: Equatable {
    let routes: [[[Int32]]]
    let slots: [ShiftRow]
    let windows: [[Int32]]
    let counts: [[Int]]
    let known: [Set<StaffRow>]
    let open: Set<VisitRow>
    let score: Score
    let guide: Int

    init(_ state: SearchState) {
      let problem = state.problem
      routes = problem.shiftRows.map { shift in
        (0...state.length[shift] + 1).map { position in
          let stop = state.stops[state.stopIndex(shift, position)]
          return [
            stop.slot.number, stop.location.number, stop.endBefore, stop.endAfter, stop.latestBefore, stop.latestAfter,
          ]
        }
      }
      slots = state.slotShift.elements
      windows = [
        state.earliestStart.elements, state.latestStart.elements, state.period.elements,
        state.deviation.elements, state.usual.elements,
      ]
      counts = [
        state.load.elements.map(Int.init), state.met.elements.map(Int.init),
        state.countedMeetings.elements.map(Int.init),
        state.distinct.elements.map(Int.init),
      ]
      known = problem.clientRows.map { client in Set(state.knownPlaces(client).map { state.known[$0] }) }
      open = Set((0..<state.score.openCount).map { state.open[$0] })
      score = state.fullScore
      guide = state.guide
    }
  }

  @Test(arguments: [false, true]) func undoingTakesEverythingBack(detoursCanSave: Bool) throws {
    var undone = 0
    for seed in 0..<8 {
      let instance = try BusyInstance.drawn(seed: UInt64(100 + seed), detoursCanSave: detoursCanSave)
      var driver = MoveDriver(instance, seed: UInt64(seed))
      let (state, problem) = (driver.state, driver.problem)
      var random = RandomSource(seed: UInt64(seed))
      for _ in 0..<20 {
        driver.tryMoves(100)
        let before = Snapshot(state)
        var journal = Journal()
        var evaluated = 0
        let inserter = Inserter(prices: GuidePrices(problem))
        for _ in 0..<30 {
          let visit = VisitRow(random.below(problem.visitCount))
          if state.isAssigned(visit) {
            journal.removeVisit(visit, in: state)
          } else if inserter.insert(
            visit, in: state, journal: &journal, random: &random, evaluated: &evaluated)
          {
            undone += 1
          }
        }
        #expect(Snapshot(state) != before)
        journal.undo(in: state)
        #expect(Snapshot(state) == before)
        #expect(journal.isEmpty)
      }
    }
    #expect(undone > 200)
  }

  @Test(arguments: [false, true]) func loadingARosterGivesItBack(detoursCanSave: Bool) throws {
    for seed in 0..<10 {
      let instance = try BusyInstance.drawn(seed: UInt64(200 + seed), detoursCanSave: detoursCanSave)
      var driver = MoveDriver(instance, seed: UInt64(seed))
      let loaded = SearchState(driver.problem)
      for _ in 0..<10 {
        driver.tryMoves(300)
        let roster = driver.state.roster()
        loaded.load(roster)
        #expect(loaded.roster() == roster, "seed \(seed)")
        #expect(StateAudit(driver.problem).faults(of: loaded).isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func loadingLeavesOutWhatBreaksARule() throws {
    let instance = try BusyInstance.drawn(seed: 300)
    var driver = MoveDriver(instance, seed: 1)
    driver.tryMoves(2_000)
    var random = RandomSource(seed: 9)
    let state = SearchState(driver.problem)
    for _ in 0..<40 {
      var roster = driver.state.roster()
      for _ in 0..<6 {
        let index = random.below(roster.assignments.count)
        let other = random.below(roster.assignments.count)
        switch random.below(4) {
        case 0: roster.assignments[index].start = roster.assignments[index].start.advanced(by: 45)
        case 1: roster.assignments[index].shifts = roster.assignments[other].shifts
        case 2: roster.assignments[index].visit = "nobody's"
        default: roster.assignments.append(roster.assignments[other])
        }
      }
      state.load(roster)
      #expect(StateAudit(driver.problem).faults(of: state).isEmpty)
      #expect(RosterChecker(instance).check(state.roster()).violations.isEmpty)
    }
  }
}

import IntegerProgram
import Testing

@Suite struct CallbackTests {
  @Test(arguments: [true, false])
  func cancellingWithinTheRootRelaxationEndsTheRun(presolves: Bool) throws {
    var polls = 0
    let callbacks = SolveCallbacks(isCancelled: {
      polls += 1
      return polls > 3
    })
    let outcome = try Model.facilities(120, clients: 160, seed: 1).solve(
      settings: SearchSettings(presolves: presolves), callbacks: callbacks)
    #expect(outcome.termination == .cancelled)
    #expect(outcome.nodes == 0)
    #expect(outcome.values == nil)
  }

  @Test(arguments: [true, false])
  func cancellingWithinTheTreeKeepsWhatWasFound(presolves: Bool) throws {
    var found: Double?
    let callbacks = SolveCallbacks(
      isCancelled: { found != nil }, progress: { found = $0.objective ?? found })
    let model = Model.facilities(25, clients: 40, seed: 3)
    let outcome = try model.solve(settings: SearchSettings(presolves: presolves), callbacks: callbacks)
    #expect(outcome.termination == .cancelled)
    #expect(outcome.solutionStatus == .feasible)
    #expect(try #require(outcome.objective) <= #require(found))
    #expect(model.isFeasible(try #require(outcome.values)))
    #expect(try #require(outcome.bestBound) <= #require(outcome.objective))
  }

  @Test func cancellingATaskEndsItsSolve() async throws {
    let model = Model.facilities(120, clients: 160, seed: 1)
    let task = Task { try await model.solution() }
    task.cancel()
    let outcome = try await task.value
    #expect(outcome.termination == .cancelled)
  }

  @Test func progressNeverGetsWorse() throws {
    var seen: [SolveProgress] = []
    let model = Model.facilities(20, clients: 30, seed: 2)
    let outcome = try model.solve(callbacks: SolveCallbacks(progress: { seen.append($0) }))
    #expect(!seen.isEmpty)
    for (earlier, later) in zip(seen, seen.dropFirst()) {
      #expect(earlier.nodes <= later.nodes)
      #expect(earlier.seconds <= later.seconds)
      #expect((earlier.bestBound ?? -.infinity) <= (later.bestBound ?? -.infinity))
      #expect((earlier.objective ?? .infinity) >= (later.objective ?? .infinity))
    }
    #expect(seen.last?.objective == outcome.objective)
  }

  /// Round trips through few places, where a row against each closed part is added only when broken.
  @Test func lazyRowsMakeATourOfManyRoundTrips() throws {
    for seed in 0..<10 {
      var dice = Dice(seed)
      let count = 7
      let place = (0..<count).map { _ in (dice.roll(0...99), dice.roll(0...99)) }
      func distance(_ a: Int, _ b: Int) -> Double {
        Double(abs(place[a].0 - place[b].0) + abs(place[a].1 - place[b].1))
      }
      var model = Model()
      var edges: [(Int, Int)] = []
      for a in 0..<count {
        for b in a + 1..<count {
          model.addBinary(objective: distance(a, b))
          edges.append((a, b))
        }
      }
      for a in 0..<count {
        let touching = edges.indices.filter { edges[$0].0 == a || edges[$0].1 == a }
        model.addRow(lower: 2, upper: 2, touching.map { Model.Term($0, 1) })
      }
      var asked = 0
      let callbacks = SolveCallbacks(lazyRows: { point in
        asked += 1
        var part = Array(0..<count)
        for (edge, value) in zip(edges, point.values) where value > 0.5 {
          let (keep, drop) = (part[edge.0], part[edge.1])
          part = part.map { $0 == drop ? keep : $0 }
        }
        let inside = Set((0..<count).filter { part[$0] == part[0] })
        guard inside.count < count else { return [] }
        let leaving = edges.indices.filter { inside.contains(edges[$0].0) != inside.contains(edges[$0].1) }
        return [LazyRow(lower: 2, leaving.map { Model.Term($0, 1) })]
      })
      let outcome = try model.solve(callbacks: callbacks)
      #expect(outcome.termination == .optimal)
      #expect(asked > 0)

      var shortest = Double.infinity
      var tour = Array(1..<count)
      tour.forEachPermutation { order in
        let stops = [0] + order + [0]
        shortest = min(shortest, zip(stops, stops.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) })
      }
      #expect(outcome.objective == shortest, "seed \(seed)")
    }
  }

  /// Models from which some rows are withheld until they are broken.
  @Test func rowsHandedInLateCountAsMuchAsRowsOfTheModel() throws {
    var handedIn = 0
    for seed in 0..<200 {
      var dice = Dice(seed)
      let whole = Model.random(&dice)
      var part = Model(whole.sense, objectiveConstant: whole.objectiveConstant)
      for variable in whole.variables {
        part.addVariable(
          lower: variable.lower, upper: variable.upper, objective: variable.objective, integer: true)
      }
      let rows = (0..<whole.rowCount).map {
        LazyRow(lower: whole.bounds(ofRow: $0).lower, upper: whole.bounds(ofRow: $0).upper, whole.terms(ofRow: $0))
      }
      let outcome = try part.solve(callbacks: SolveCallbacks(lazyRows: { _ in rows }))
      handedIn += outcome.lazyRows
      #expect(outcome.objective == whole.bestByEnumeration(), "seed \(seed)")
      #expect(outcome.termination == (outcome.objective == nil ? .infeasible : .optimal), "seed \(seed)")
    }
    #expect(handedIn > 100)
  }

  @Test func aLazyRowThatNamesAnUnknownVariableEndsTheRun() throws {
    let callbacks = SolveCallbacks(lazyRows: { _ in [LazyRow(upper: 0, [Model.Term(99, 1)])] })
    let outcome = try Model.facilities(3, clients: 3, seed: 1).solve(callbacks: callbacks)
    #expect(outcome.termination == .solverFailed("lazy row: names the unknown variable 99"))
    #expect(outcome.values == nil)
  }

  @Test func aHeuristicsSolutionIsTakenAndABadOneDropped() throws {
    let model = Model.facilities(20, clients: 30, seed: 5)
    let plain = try model.solve(settings: SearchSettings(presolves: false))
    let best = try #require(plain.values)
    var offers = 0
    let helped = try model.solve(
      callbacks: SolveCallbacks(heuristic: { _ in
        offers += 1
        return switch offers % 3 {
        case 0: best
        case 1: [Double](repeating: 0, count: best.count)
        default: [1]
        }
      }))
    #expect(offers > 0)
    #expect(helped.termination == .optimal)
    #expect(helped.objective == plain.objective)
    #expect(helped.nodes <= plain.nodes)
  }

  @Test func aHeuristicsSolutionMustKeepLazyRowsToo() throws {
    // Best is all three; a lazy row allows but two, and the heuristic goes on claiming three.
    var model = Model(.maximize)
    for _ in 0..<3 { model.addBinary(objective: 2) }
    model.addVariable(upper: 2.5, objective: 1, integer: true)
    model.addRow(upper: 4.5, (0..<4).map { Model.Term($0, 1.3) })
    let row = LazyRow(upper: 2, (0..<3).map { Model.Term($0, 1) })
    let outcome = try model.solve(
      callbacks: SolveCallbacks(lazyRows: { _ in [row] }, heuristic: { _ in [1, 1, 1, 0] }))
    #expect(outcome.termination == .optimal)
    #expect(outcome.objective == 5)
  }

  @Test func aStartMustBeFeasible() throws {
    let model = SolveTests.knapsack(capacity: 8)
    #expect(throws: IntegerProgramError.infeasibleStart) { try model.solve(start: [1, 1, 1, 1]) }
    #expect(throws: IntegerProgramError.wrongCount(of: "start", found: 1, expected: 4)) {
      try model.solve(start: [1])
    }
  }
}

extension [Int] {
  fileprivate mutating func forEachPermutation(from first: Int = 0, _ body: ([Int]) -> Void) {
    if first == count { body(self) }
    for index in first..<Swift.max(first, count) {
      swapAt(first, index)
      forEachPermutation(from: first + 1, body)
      swapAt(first, index)
    }
  }
}

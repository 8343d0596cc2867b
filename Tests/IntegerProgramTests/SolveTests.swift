import IntegerProgram
import Testing

@Suite struct SolveTests {
  /// A knapsack with the given capacity; best value 15 at capacity 8: items of weight 5 and 3.
  static func knapsack(capacity: Double) -> Model {
    var model = Model(.maximize)
    let weights: [Double] = [5, 3, 4, 2]
    let worths: [Double] = [9, 6, 7, 3]
    for worth in worths { model.addBinary(objective: worth) }
    model.addRow(upper: capacity, weights.enumerated().map { Model.Term($0.offset, $0.element) })
    return model
  }

  @Test func findsTheBestKnapsack() throws {
    let outcome = try Self.knapsack(capacity: 8).solve()
    #expect(outcome.termination == .optimal)
    #expect(outcome.objective == 15)
    #expect(outcome.bestBound == 15)
    #expect(outcome.values == [1, 1, 0, 0])
  }

  @Test func saysThatNoSolutionExists() throws {
    var model = Model()
    let x = model.addVariable(upper: 10, integer: true)
    let y = model.addVariable(upper: 10, integer: true)
    model.addRow(lower: 1, upper: 1, [Model.Term(x, 2), Model.Term(y, 2)])
    let outcome = try model.solve()
    #expect(outcome.termination == .infeasible)
    #expect(outcome.values == nil)
    #expect(outcome.bestBound == nil)
  }

  @Test func saysThatTheModelIsUnbounded() throws {
    var model = Model(.maximize)
    let x = model.addVariable(objective: 1, integer: true)
    let y = model.addVariable(objective: 0, integer: true)
    model.addRow(upper: 3.5, [Model.Term(x, 1), Model.Term(y, -1)])
    let outcome = try model.solve()
    #expect(outcome.termination == .unbounded)
  }

  @Test func solvesAModelWithoutVariablesOrRows() throws {
    let outcome = try Model(objectiveConstant: 7).solve()
    #expect(outcome.termination == .optimal)
    #expect(outcome.objective == 7)
    #expect(outcome.values == [])
  }

  @Test func solvesAModelWithoutRows() throws {
    var model = Model(objectiveConstant: 1)
    model.addVariable(lower: -2.5, upper: 4, objective: 2, integer: true)
    model.addVariable(lower: -1, upper: 4.5, objective: -1)
    let outcome = try model.solve()
    #expect(outcome.termination == .optimal)
    #expect(outcome.values == [-2, 4.5])
    #expect(outcome.objective == -7.5)
  }

  @Test func penaltiesBesideMinutesOnALargeConstantCount() throws {
    for seed in 2000..<2300 {
      var dice = Dice(seed)
      var model = Model.random(&dice)
      for variable in model.variables.indices {
        let scale = [1, 1, 100, 10_000][dice.roll(0...3)]
        model.setObjective(ofVariable: variable, to: Double(dice.roll(1...9) * scale))
      }
      model.objectiveConstant = Double(dice.roll(-1...1)) * 1e9
      #expect(try model.solve().objective == model.bestByEnumeration(), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<8) func agreesWithEnumerationOfAllPoints(batch: Int) throws {
    for seed in batch * 100..<batch * 100 + 100 {
      var dice = Dice(seed)
      let model = Model.random(&dice)
      let outcome = try model.solve(addsCuts: seed % 7 == 0)
      guard let best = model.bestByEnumeration() else {
        #expect(outcome.termination == .infeasible, "seed \(seed)")
        #expect(outcome.values == nil)
        continue
      }
      #expect(outcome.termination == .optimal, "seed \(seed)")
      #expect(outcome.objective == best, "seed \(seed)")
      #expect(outcome.bestBound == best, "seed \(seed)")
      let values = try #require(outcome.values)
      #expect(model.isFeasible(values, tolerance: 1e-9), "seed \(seed)")
    }
  }
}

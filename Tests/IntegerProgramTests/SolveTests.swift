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

  @Test(arguments: [true, false])
  func findsTheBestKnapsack(presolves: Bool) throws {
    let outcome = try Self.knapsack(capacity: 8).solve(settings: SearchSettings(presolves: presolves))
    #expect(outcome.termination == .optimal)
    #expect(outcome.solutionStatus == .optimal)
    #expect(outcome.objective == 15)
    #expect(outcome.bestBound == 15)
    #expect(outcome.values == [1, 1, 0, 0])
  }

  @Test(arguments: [true, false])
  func saysThatNoSolutionExists(presolves: Bool) throws {
    var model = Model()
    let x = model.addVariable(upper: 10, integer: true)
    let y = model.addVariable(upper: 10, integer: true)
    model.addRow(lower: 1, upper: 1, [Model.Term(x, 2), Model.Term(y, 2)])
    let outcome = try model.solve(settings: SearchSettings(presolves: presolves))
    #expect(outcome.termination == .infeasible)
    #expect(outcome.values == nil)
    #expect(outcome.bestBound == nil)
  }

  @Test(arguments: [true, false])
  func saysThatTheModelIsUnbounded(presolves: Bool) throws {
    var model = Model(.maximize)
    let x = model.addVariable(objective: 1, integer: true)
    let y = model.addVariable(objective: 0, integer: true)
    model.addRow(upper: 3.5, [Model.Term(x, 1), Model.Term(y, -1)])
    let outcome = try model.solve(settings: SearchSettings(presolves: presolves))
    #expect(outcome.termination == .unbounded)
  }

  @Test(arguments: [true, false])
  func solvesAModelWithoutVariablesOrRows(presolves: Bool) throws {
    let outcome = try Model(objectiveConstant: 7).solve(settings: SearchSettings(presolves: presolves))
    #expect(outcome.termination == .optimal)
    #expect(outcome.objective == 7)
    #expect(outcome.values == [])
  }

  @Test(arguments: [true, false])
  func solvesAModelWithoutRows(presolves: Bool) throws {
    var model = Model(objectiveConstant: 1)
    model.addVariable(lower: -2.5, upper: 4, objective: 2, integer: true)
    model.addVariable(lower: -1, upper: 4.5, objective: -1)
    let outcome = try model.solve(settings: SearchSettings(presolves: presolves))
    #expect(outcome.termination == .optimal)
    #expect(outcome.values == [-2, 4.5])
    #expect(outcome.objective == -7.5)
  }
}

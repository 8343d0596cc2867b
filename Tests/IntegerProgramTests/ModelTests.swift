import IntegerProgram
import Testing

@Suite struct ModelTests {
  @Test func everyProblemOfAModelIsListed() {
    var model = Model(objectiveConstant: .infinity)
    model.addVariable(lower: .nan, upper: -.infinity, objective: .infinity)
    model.addVariable()
    model.addRow(lower: .infinity, upper: .nan, [Model.Term(1, .nan), Model.Term(2, 1), Model.Term(-1, 1)])
    let problems = model.problems()
    #expect(problems.count == 9)
    #expect(problems.contains(.objectiveConstant(.infinity)))
    #expect(problems.contains(.unknownVariable(row: 0, variable: 2, count: 2)))
    #expect(problems.contains(.unknownVariable(row: 0, variable: -1, count: 2)))
    let said = problems.map(\.description)
    #expect(said.contains("variable 0: lower is nan, expected a number below infinity"))
    #expect(said.contains("variable 0: objective is inf, expected a finite number"))
    #expect(said.contains("row 0: coefficient of variable 1 is nan, expected a finite number"))
    #expect(said.contains("row 0: names variable 2, expected one of the 2 variables counted from 0"))
  }

  @Test func anUnsoundModelIsRefusedByAll() {
    var model = Model()
    model.addRow([Model.Term(Int.max, 1)])
    #expect(throws: IntegerProgramError.self) { try model.solve() }
    #expect(throws: IntegerProgramError.self) { try LinearProgramSession.run(model) { try $0.solve() } }
  }

  @Test func termsOfOneVariableAreAddedUp() throws {
    var model = Model(.maximize)
    let x = model.addVariable(upper: 100, objective: 1)
    let y = model.addVariable(upper: 100, objective: 1)
    let row = model.addRow(upper: 6, [Model.Term(y, 2), Model.Term(x, 1), Model.Term(y, 1), Model.Term(x, -1)])
    #expect(model.terms(ofRow: row) == [Model.Term(y, 3)])
    #expect(try model.solve().values == [100, 2])
  }

  @Test func fractionalBoundsOfWholeNumbersAreDrawnIn() throws {
    var model = Model(.maximize)
    model.addVariable(lower: 0.5, upper: 3.7, objective: 1, integer: true)
    model.addVariable(lower: -2.5, upper: -0.5, objective: -1, integer: true)
    model.addVariable(lower: 1, upper: 1, objective: 1, integer: true)
    #expect(try model.solve().values == [3, -2, 1])
    #expect(try model.relaxed().values == [3, -2, 1])
  }

  @Test func boundsThatExcludeEachOtherMakeItInfeasible() throws {
    var crossed = Model()
    crossed.addVariable(lower: 2, upper: 1)
    #expect(try crossed.solve().termination == .infeasible)
    #expect(throws: IntegerProgramError.self) { try crossed.relaxed() }
    var between = Model()
    between.addVariable(lower: 0.2, upper: 0.8, integer: true)
    #expect(try between.solve().termination == .infeasible)
    var row = Model()
    row.addRow(lower: 1, upper: 0, [Model.Term(row.addVariable(upper: 1), 1)])
    #expect(try row.solve().termination == .infeasible)
  }

  @Test func aRowWithoutTermsIsKeptOrBroken() throws {
    for (bound, termination) in [(0.0, Outcome.Termination.optimal), (1, .infeasible)] {
      var model = Model()
      model.addBinary(objective: 1)
      model.addRow(lower: bound, [])
      #expect(try model.solve().termination == termination)
    }
  }

  @Test func bigNumbersDoNotHarm() throws {
    var model = Model(.maximize)
    let x = model.addVariable(upper: 1e15, objective: 1, integer: true)
    let y = model.addVariable(upper: .greatestFiniteMagnitude, objective: 1e-9)
    model.addRow(upper: 1e12, [Model.Term(x, 1e3), Model.Term(y, 1)])
    let outcome = try model.solve()
    #expect(outcome.termination == .optimal)
    #expect(LinearProgramSessionTests.isClose(outcome.objective ?? 0, 1e9))
  }

  @Test func continuousVariablesMixWithWholeOnes() throws {
    var model = Model()
    let x = model.addVariable(upper: 10, objective: 3, integer: true)
    let y = model.addVariable(upper: 10, objective: 2)
    model.addRow(lower: 4.5, [Model.Term(x, 2), Model.Term(y, 1)])
    let outcome = try model.solve()
    #expect(outcome.termination == .optimal)
    #expect(LinearProgramSessionTests.isClose(outcome.objective ?? 0, 7))
    #expect(LinearProgramSessionTests.isClose(outcome.values ?? [], [2, 0.5]))
  }
}

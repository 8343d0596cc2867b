import IntegerProgram
import Testing

@Suite struct LinearProgramSessionTests {
  /// Cheapest diet: min 2x + 3y with x + y ≥ 4 and x + 3y ≥ 6, best at x = 3, y = 1.
  static var diet: Model {
    var model = Model()
    let x = model.addVariable(upper: 10, objective: 2)
    let y = model.addVariable(upper: 10, objective: 3)
    model.addRow(lower: 4, [Model.Term(x, 1), Model.Term(y, 1)])
    model.addRow(lower: 6, [Model.Term(x, 1), Model.Term(y, 3)])
    return model
  }

  static func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-7 * max(1, abs(a), abs(b)) }

  static func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1) }
  }

  @Test func solvesARelaxationWithDuals() throws {
    let relaxation = try Self.diet.relaxed()
    #expect(relaxation.status == .optimal)
    #expect(Self.isClose(relaxation.objective, 9))
    #expect(Self.isClose(relaxation.values, [3, 1]))
    #expect(Self.isClose(relaxation.rowDuals, [1.5, 0.5]))
  }

  @Test func goesOnAfterEachKindOfChange() throws {
    try LinearProgramSession.run(Self.diet) { session in
      #expect(try session.solve() == .optimal)
      // A new food covers both needs at cost 4: dual value 1.5 × 2 + 0.5 × 3 = 4.5 says it pays.
      let z = try session.addVariable(objective: 4, [RowTerm(0, 2), RowTerm(1, 3)])
      #expect(z == 2)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 8))
      #expect(Self.isClose(session.values(), [0, 0, 2]))
      // A row against it.
      let row = try session.addRow(upper: 1, [Model.Term(z, 1)])
      #expect(row == 2)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 8.5))
      try session.setBounds(ofVariable: z, lower: 0, upper: 0)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 9))
      try session.setObjective(ofVariable: 0, to: 10)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 12))
      try session.setBounds(ofVariable: 1, lower: 0, upper: 3)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 19))
      try session.removeVariables([z])
      #expect(session.variableCount == 2)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 19))
    }
  }

  @Test func tellsInfeasibleFromUnbounded() throws {
    var model = Model()
    let x = model.addVariable(objective: -1)
    model.addRow(lower: 1, [Model.Term(x, 1)])
    #expect(try model.relaxed().status == .unbounded)
    try LinearProgramSession.run(model) { session in
      #expect(try session.solve() == .unbounded)
      try session.addRow(upper: 0, [Model.Term(x, 1)])
      #expect(try session.solve() == .infeasible)
    }
  }

  @Test(arguments: 0..<4)
  func agreesWithAFreshSolveAfterRandomChanges(batch: Int) throws {
    for seed in batch * 50..<batch * 50 + 50 {
      var dice = Dice(seed)
      var model = Model.random(&dice)
      try LinearProgramSession.run(model) { session in
        for _ in 0..<6 {
          switch dice.roll(0...3) {
          case 0:
            let terms = model.variables.indices.map { Model.Term($0, Double(dice.roll(-3...3))) }
            let bound = Double(dice.roll(-4...8))
            model.addRow(upper: bound, terms)
            try session.addRow(upper: bound, terms)
          case 1:
            let variable = dice.roll(0...model.variables.count - 1)
            let lower = dice.roll(-3...1)
            let upper = Double(lower + dice.roll(0...4))
            model.setBounds(ofVariable: variable, lower: Double(lower), upper: upper)
            try session.setBounds(ofVariable: variable, lower: Double(lower), upper: upper)
          case 2:
            let variable = dice.roll(0...model.variables.count - 1)
            let coefficient = Double(dice.roll(-5...5))
            model.setObjective(ofVariable: variable, to: coefficient)
            try session.setObjective(ofVariable: variable, to: coefficient)
          default:
            let upper = Double(dice.roll(0...3))
            let objective = Double(dice.roll(-5...5))
            model.addVariable(upper: upper, objective: objective)
            try session.addVariable(upper: upper, objective: objective)
          }
          let status = try session.solve()
          let fresh = try model.relaxed()
          #expect(status == fresh.status, "seed \(seed)")
          if status == .optimal { #expect(Self.isClose(session.objective, fresh.objective), "seed \(seed)") }
        }
      }
    }
  }

  /// Cutting rolls of 100 into widths: columns are added while one pays, and the last duals prove the bound.
  @Test func columnsAreAddedWhileTheyPay() throws {
    let widths = [45, 36, 31, 14]
    let demands = [97.0, 610, 395, 211]
    var model = Model()
    for _ in widths { model.addVariable(objective: 1) }
    for (piece, demand) in demands.enumerated() {
      model.addRow(lower: demand, [Model.Term(piece, Double(100 / widths[piece]))])
    }
    try LinearProgramSession.run(model) { session in
      var rounds = 0
      while true {
        #expect(try session.solve() == .optimal)
        let duals = session.rowDuals()
        // The pattern worth most, by filling the roll up to each width.
        var worth = [Double](repeating: 0, count: 101)
        var pattern = [[Int]](repeating: [0, 0, 0, 0], count: 101)
        for room in 1...100 {
          worth[room] = worth[room - 1]
          pattern[room] = pattern[room - 1]
          for piece in widths.indices where widths[piece] <= room {
            let candidate = worth[room - widths[piece]] + duals[piece]
            guard candidate > worth[room] + 1e-12 else { continue }
            worth[room] = candidate
            pattern[room] = pattern[room - widths[piece]]
            pattern[room][piece] += 1
          }
        }
        guard worth[100] > 1 + 1e-9 else { break }
        let terms = pattern[100].enumerated().map { RowTerm($0.offset, Double($0.element)) }
        try session.addVariable(objective: 1, terms)
        rounds += 1
        if rounds > 30 { break }
      }
      // Gilmore and Gomory's own example: 452.25 rolls.
      #expect(Self.isClose(session.objective, 452.25))
    }
  }

  @Test func slicesLeadToTheSameEnd() throws {
    let model = Model.facilities(20, clients: 30, seed: 3)
    let whole = try model.relaxed()
    let sliced = try model.relaxed(isCancelled: { false })
    #expect(sliced.status == .optimal)
    #expect(Self.isClose(sliced.objective, whole.objective))
  }

  @Test func aRunEndsWhenToldAndGoesOnLater() throws {
    let model = Model.facilities(20, clients: 30, seed: 3)
    let whole = try model.relaxed().objective
    try LinearProgramSession.run(model) { session throws in
      #expect(try session.solve(isCancelled: { true }) == .cancelled)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, whole))
    }
  }

  @Test func unsoundChangesAreRefusedAndTheSessionGoesOn() throws {
    try LinearProgramSession.run(Self.diet) { session throws in
      var refused = 0
      func expectRefusal(_ body: () throws -> Void) {
        do { try body() } catch IntegerProgramError.unsoundChange { refused += 1 } catch {}
      }
      expectRefusal { try session.addVariable(lower: 2, upper: 1) }
      expectRefusal { try session.addVariable(objective: .nan) }
      expectRefusal { try session.addVariable([RowTerm(2, 1)]) }
      expectRefusal { try session.addVariable([RowTerm(-1, 1)]) }
      expectRefusal { try session.addRow([Model.Term(2, 1)]) }
      expectRefusal { try session.addRow(lower: .infinity, [Model.Term(0, 1)]) }
      expectRefusal { try session.addRow([Model.Term(0, .infinity)]) }
      expectRefusal { try session.setBounds(ofVariable: 2, lower: 0, upper: 1) }
      expectRefusal { try session.setObjective(ofVariable: 0, to: .infinity) }
      expectRefusal { try session.removeVariables([0, -1]) }
      #expect(refused == 10)
      #expect(session.variableCount == 2 && session.rowCount == 2)
      #expect(try session.solve() == .optimal)
      #expect(Self.isClose(session.objective, 9))
    }
  }

  @Test func whatTheClosureThrowsComesOut() {
    struct Odd: Error {}
    #expect(throws: Odd.self) { try LinearProgramSession.run(Self.diet) { _ in throw Odd() } }
  }
}

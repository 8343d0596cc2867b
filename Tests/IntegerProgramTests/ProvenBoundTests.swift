import IntegerProgram
import Testing

/// Bounds that others build proofs on: never beyond the true optimum, whatever the duals.
@Suite struct ProvenBoundTests {
  /// Whether a bound is on the safe side of an objective.
  static func isSafe(_ bound: Double, _ objective: Double, _ model: Model) -> Bool {
    model.sense == .minimize ? bound <= objective : bound >= objective
  }

  @Test(arguments: 0..<4)
  func noDualsMakeItLie(batch: Int) throws {
    var tight = 0
    var checked = 0
    for seed in batch * 150..<batch * 150 + 150 {
      var dice = Dice(seed)
      let model = Model.random(&dice)
      guard let best = model.bestByEnumeration() else { continue }
      let relaxation = try model.solveRelaxation()
      var trials = [relaxation.rowDuals, [Double](repeating: 0, count: model.rowCount)]
      for _ in 0..<20 {
        trials.append(
          relaxation.rowDuals.map {
            switch dice.roll(0...6) {
            case 0: Double.random(in: -5...5, using: &dice)
            case 1: Double(dice.roll(-3...3)) / 3
            case 2: -$0
            case 3: $0.nextUp
            case 4: Double.random(in: -1...1, using: &dice) * 1e12
            default: $0 * Double.random(in: 0...2, using: &dice)
            }
          })
      }
      trials.append(relaxation.rowDuals.map { _ in .nan })
      trials.append(relaxation.rowDuals.map { _ in .infinity })
      for duals in trials {
        // All variables are bounded, so there is a bound for any duals but those that overflow.
        let bound = try #require(try model.provenBound(duals: duals), "seed \(seed)")
        #expect(Self.isSafe(bound, best, model), "seed \(seed)")
        #expect(Self.isSafe(model.integerBound(fromProven: bound), best, model), "seed \(seed)")
        checked += 1
      }
      let bound = try #require(try model.provenBound(duals: relaxation.rowDuals))
      #expect(LinearProgramSessionTests.isClose(bound, relaxation.objective), "seed \(seed)")
      if model.integerBound(fromProven: bound) == best { tight += 1 }
    }
    #expect(checked > 500)
    #expect(tight > 20)
  }

  /// With coefficients and duals of few bits the true bound is a whole number of 2^-10ths.
  @Test func equalsTheExactBoundToTheLastDigits() throws {
    for seed in 0..<300 {
      var dice = Dice(seed)
      let model = Model.random(&dice)
      let duals = (0..<model.rowCount).map { _ in dice.roll(-4000...4000) }
      let sign = model.sense == .minimize ? 1 : -1
      var exact = sign * Int(model.objectiveConstant) * 1024
      var reduced = model.variables.map { sign * Int($0.objective) * 1024 }
      for row in 0..<model.rowCount {
        let bounds = model.bounds(ofRow: row)
        let dual = sign * duals[row]
        let bound = dual > 0 ? bounds.lower : bounds.upper
        guard dual != 0, bound.isFinite else { continue }
        exact += dual * Int(bound)
        for term in model.terms(ofRow: row) { reduced[term.variable] -= dual * Int(term.coefficient) }
      }
      for (cost, variable) in zip(reduced, model.variables) {
        exact += cost * Int(cost > 0 ? variable.lower : variable.upper)
      }
      let bound = try #require(try model.provenBound(duals: duals.map { Double($0) / 1024 }))
      #expect(bound == Double(sign * exact) / 1024, "seed \(seed)")
    }
  }

  @Test func coefficientsThatRoundAreRoundedToTheSafeSide() throws {
    // Ten tenths are a little more than one: 0.1 as a number is above a tenth.
    var model = Model()
    let terms = (0..<10).map { _ in Model.Term(model.addVariable(upper: 1, objective: 1), 0.1) }
    model.addRow(lower: 1, terms)
    let bound = try #require(try model.provenBound(duals: [10]))
    #expect(bound < 10 && bound > 10 - 1e-13)
    #expect(model.integerBound(fromProven: bound) == bound)
  }

  @Test func aVariableWithoutBoundMayLeaveNothingProven() throws {
    var model = Model()
    let x = model.addVariable(objective: 1)
    let y = model.addVariable(lower: -.infinity, objective: 1)
    model.addRow(lower: 2, [Model.Term(x, 1), Model.Term(y, 1)])
    #expect(try model.provenBound(duals: [1]) == 2)
    #expect(try model.provenBound(duals: [0.5]) == nil)
    #expect(try model.provenBound(duals: [-1]) == nil)
  }

  @Test func numbersThatOverflowProveNothing() throws {
    var model = Model()
    let x = model.addVariable(upper: 1e10, objective: 1)
    model.addRow(lower: 1, [Model.Term(x, 1e300)])
    if let bound = try model.provenBound(duals: [1e300]) { #expect(bound <= 1e-300) }
    if let bound = try model.provenBound(duals: [-1e300]) { #expect(bound <= 1e-300) }
    #expect(try model.provenBound(duals: [0]) == 0)
  }

  @Test func aWrongNumberOfDualsIsRefused() {
    #expect(throws: IntegerProgramError.wrongCount(of: "duals", found: 3, expected: 2)) {
      try LinearProgramSessionTests.diet.provenBound(duals: [1, 2, 3])
    }
  }

  @Test func aBoundOnWholeNumbersGoesToTheNextStep() {
    var model = Model(objectiveConstant: 1)
    model.addBinary(objective: 6)
    model.addVariable(upper: 5, objective: 4, integer: true)
    #expect(model.objectiveStep == 2)
    #expect(model.integerBound(fromProven: 4.1) == 5)
    #expect(model.integerBound(fromProven: 5) == 5)
    #expect(model.integerBound(fromProven: 5.0.nextUp.nextUp.nextUp) == 7)
    model.sense = .maximize
    #expect(model.integerBound(fromProven: 4.9) == 3)
    model.addVariable(objective: 1)
    #expect(model.objectiveStep == nil)
    #expect(model.integerBound(fromProven: 4.9) == 4.9)
  }

  @Test func aRelaxationCutShortStillProvesSomething() throws {
    let model = Model.facilities(40, clients: 60, seed: 1)
    let best = try model.solveRelaxation()
    #expect(best.status == .optimal)
    try LinearProgramSession.run(model) { session in
      var bounds: [Double] = []
      while try session.solve(.primal, iterations: 150) == .iterationLimit {
        if let bound = session.provenBound() { bounds.append(bound) }
      }
      #expect(LinearProgramSessionTests.isClose(session.objective, best.objective))
      #expect(bounds.count > 3)
      #expect(bounds.allSatisfy { $0 >= 0 && $0 <= best.objective })
    }
  }
}

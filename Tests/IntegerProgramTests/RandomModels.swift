import IntegerProgram

/// Small numbers drawn alike on every machine.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

extension Model {
  /// A model of a few integer variables in narrow bounds, with rows of small whole coefficients; often infeasible.
  static func random(_ dice: inout Dice) -> Model {
    var model = Model(dice.roll(0...1) == 0 ? .minimize : .maximize, objectiveConstant: Double(dice.roll(-3...3)))
    let count = dice.roll(1...6)
    for _ in 0..<count {
      let lower = dice.roll(-3...2)
      model.addVariable(
        lower: Double(lower), upper: Double(lower + dice.roll(0...3)), objective: Double(dice.roll(-5...5)),
        integer: true)
    }
    for _ in 0..<dice.roll(0...5) {
      let terms = (0..<dice.roll(1...count)).map { _ in
        Term(dice.roll(0...count - 1), Double(dice.roll(-4...4)))
      }
      let bound = Double(dice.roll(-6...6))
      switch dice.roll(0...3) {
      case 0: model.addRow(lower: bound, terms)
      case 1: model.addRow(upper: bound, terms)
      case 2: model.addRow(lower: bound, upper: bound + Double(dice.roll(0...4)), terms)
      default: model.addRow(lower: bound, upper: bound, terms)
      }
    }
    return model
  }

  /// Calls the body with every integer point within the variables' bounds.
  func forEachPoint(_ body: ([Double]) -> Void) {
    var point = variables.map(\.lower)
    while true {
      body(point)
      var index = 0
      while index < point.count {
        if point[index] < variables[index].upper {
          point[index] += 1
          break
        }
        point[index] = variables[index].lower
        index += 1
      }
      if index == point.count { return }
    }
  }

  /// The best objective over all integer points; nil if there is none.
  func bestByEnumeration() -> Double? {
    var best: Double?
    forEachPoint { point in
      guard isFeasible(point, tolerance: 1e-9) else { return }
      let objective = objective(at: point)
      if let known = best, sense == .minimize ? objective >= known : objective <= known { return }
      best = objective
    }
    return best
  }

  /// The model's linear relaxation, solved afresh.
  func relaxed(isCancelled: (() -> Bool)? = nil) throws -> Relaxed {
    try LinearProgramSession.run(self) { session in
      let status = try session.solve(isCancelled: isCancelled)
      return Relaxed(
        status: status, objective: session.objective, values: session.values(), rowDuals: session.rowDuals())
    }
  }
}

/// What came of a linear relaxation.
struct Relaxed {
  let status: LinearStatus
  let objective: Double
  let values: [Double]
  let rowDuals: [Double]
}

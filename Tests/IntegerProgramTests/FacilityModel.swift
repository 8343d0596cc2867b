import IntegerProgram

extension Model {
  /// Where to open facilities so that each client is served: opening costs, and each service costs its distance.
  ///
  /// Facilities are variables 0..<facilities. The model is small to write, and slow to solve from some hundred clients.
  static func facilities(_ facilities: Int, clients: Int, seed: Int) -> Model {
    var dice = Dice(seed)
    var model = Model()
    for _ in 0..<facilities { model.addBinary(objective: Double(dice.roll(40...80))) }
    for _ in 0..<clients {
      let served = (0..<facilities).map { _ in model.addBinary(objective: Double(dice.roll(1...60))) }
      model.addRow(lower: 1, upper: 1, served.map { Term($0, 1) })
      for (facility, variable) in served.enumerated() {
        model.addRow(upper: 0, [Term(variable, 1), Term(facility, -1)])
      }
    }
    return model
  }
}

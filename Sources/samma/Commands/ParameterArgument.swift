import ArgumentParser
import Rostering

/// A `name=value` that sets one of a solver's settings.
struct ParameterArgument {
  let name: String
  let value: Double

  /// Reads `exchange=450`.
  ///
  /// - Throws: `ValidationError` where the text has another form.
  static func read(_ text: String) throws -> Self {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let value = Double(halves[1]) else {
      throw ValidationError("found \(text); expected a setting and a number, such as exchange=450")
    }
    return Self(name: halves[0], value: value)
  }

  /// Refuses a setting that a solver does not have or that cannot take the value.
  func check(against settings: [SolverSetting]) throws {
    do {
      try SolverOptions(settings: [name: value]).check(against: settings)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

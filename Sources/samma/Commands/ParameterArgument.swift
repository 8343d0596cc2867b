import ArgumentParser
import Rostering

/// A `name=value` that sets one of the search's settings.
struct ParameterArgument {
  let name: String
  let value: Double

  /// Reads `exchange=450`.
  ///
  /// - Throws: `ValidationError` where the text has another form, or the setting cannot take the value.
  static func read(_ text: String) throws -> Self {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let value = Double(halves[1]) else {
      throw ValidationError("found \(text); expected a setting and a number, such as exchange=450")
    }
    let argument = Self(name: halves[0], value: value)
    var probe = SearchParameters()
    try argument.set(in: &probe)
    return argument
  }

  /// Writes the value into the settings.
  func set(in parameters: inout SearchParameters) throws {
    do {
      try parameters.set(name, to: value)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

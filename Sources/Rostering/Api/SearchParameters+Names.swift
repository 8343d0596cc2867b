/// Why a setting of the search cannot take a value.
public enum ParameterProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// No setting has the name.
  case unknown(name: String)
  /// The value lies outside the setting's range.
  case outOfRange(name: String, value: Double, range: ClosedRange<Double>)

  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .unknown(let name): "no setting is called \(name); samma params lists them"
    case .outOfRange(let name, let value, let range):
      "\(name) is \(value), but must lie between \(range.lowerBound) and \(range.upperBound)"
    }
  }
}

extension SearchParameters {
  /// Sets one setting by its name.
  ///
  /// - Throws: `ParameterProblem` where there is no such setting, or it cannot take the value.
  public mutating func set(_ name: String, to value: Double) throws(ParameterProblem) {
    guard let setting = Self.all.first(where: { $0.name == name }) else { throw .unknown(name: name) }
    guard setting.range.contains(value) else { throw .outOfRange(name: name, value: value, range: setting.range) }
    self[keyPath: setting.path] = value
  }
}

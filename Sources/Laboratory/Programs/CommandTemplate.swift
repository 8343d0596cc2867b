/// A shell command that makes a roster, with places to be filled in, such as `{instance}`.
public struct CommandTemplate: Hashable, Sendable {
  /// A place of a command.
  public enum Place: String, CaseIterable, Sendable {
    /// The file of the instance.
    case instance
    /// The file that the roster is to go to.
    case roster
    /// Seconds that it may take.
    case seconds
    /// Iterations that it may take.
    case iterations
    /// The seed of its random choices.
    case seed
    /// Threads that it may use.
    case threads
    /// A folder that takes rosters while it runs.
    case snapshots
  }

  /// The command as it was given.
  public let text: String

  /// A command.
  ///
  /// - Throws: `ExperimentProblem` where it does not say where instance and roster go.
  public init(_ text: String) throws(ExperimentProblem) {
    self.text = text
    for needed in [Place.instance, .roster] where !names(needed) {
      throw ExperimentProblem("found the command \(text); expected {\(needed)} in it")
    }
  }

  /// A command that was checked before, such as that of a recorded run.
  public init(trusted text: String) { self.text = text }

  /// Whether it has a place.
  public func names(_ place: Place) -> Bool { text.contains("{\(place)}") }

  /// What is to be run, each value filled in as one word; other braces stay.
  func filled(_ values: [Place: String]) -> [String] {
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[rest.index(after: open)...]
      if let close = rest.firstIndex(of: "}"), let place = Place(rawValue: String(rest[..<close])),
        let value = values[place]
      {
        filled += value.shellWord
        rest = rest[rest.index(after: close)...]
      } else {
        filled += "{"
      }
    }
    return ["/bin/sh", "-c", filled + rest]
  }
}

/// What keeps an experiment from being run.
public struct ExperimentProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and how to mend it.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension String {
  /// The text as a word that a shell takes as it is.
  var shellWord: String { "'" + replacing("'", with: "'\\''") + "'" }
}

extension Double {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  var shortest: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}

/// A shell command that makes a roster, with places to be filled in: `{instance}`, `{roster}`, `{seconds}`, `{seed}` and
/// `{threads}`.
public struct CommandTemplate: Hashable, Sendable {
  /// The command as it was given.
  public let text: String

  /// A command.
  ///
  /// - Throws: `ExperimentProblem` where it does not say where instance and roster go.
  public init(_ text: String) throws(ExperimentProblem) {
    for needed in ["instance", "roster"] where !text.contains("{\(needed)}") {
      throw ExperimentProblem("found the command \(text); expected {\(needed)} in it")
    }
    self.text = text
  }

  /// A command that was checked before, such as that of a recorded run.
  init(trusted text: String) { self.text = text }

  /// What is to be run, each value filled in as one word; other braces stay.
  func filled(instance: String, roster: String, seconds: Double, seed: UInt64, threads: Int) -> [String] {
    let values = [
      "instance": instance, "roster": roster, "seconds": seconds.shortest, "seed": "\(seed)", "threads": "\(threads)",
    ]
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[rest.index(after: open)...]
      if let close = rest.firstIndex(of: "}"), let value = values[String(rest[..<close])] {
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

import ArgumentParser

/// How a planning run tells of its progress on standard error.
enum ProgressFormat: String, CaseIterable, ExpressibleByArgument {
  /// A table for people.
  case plain
  /// One JSON object a line, for programs.
  case ndjson
  /// Nothing.
  case none

  /// Gives a bare `--progress` its value.
  ///
  /// Without it the parser would take the word after it, such as the instance, for the format.
  static func spelledOut(in arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments.indices.map { index in
      guard arguments[index] == "--progress", index < end else { return arguments[index] }
      let next = index + 1 < end ? ProgressFormat(rawValue: arguments[index + 1]) : nil
      return next == nil ? "--progress=\(ProgressFormat.plain.rawValue)" : arguments[index]
    }
  }
}

import Interchange

extension Language {
  /// A message of a reader in this language; as it is where nobody has translated it.
  func message(_ english: String) -> String {
    guard self != .english, let column = Self.allCases.firstIndex(of: self) else { return english }
    for row in Self.messages where column < row.count {
      guard let values = Piece.values(of: english, in: row[0]) else { continue }
      let told = values.map { $0 == english ? $0 : message($0) }
      return row[column].map { $0.text(told) }.joined()
    }
    return english
  }

  /// A problem of an input, in a line.
  public func text(of problem: InputProblem) -> String {
    let place = problem.description.dropLast(": found \(problem.found); expected \(problem.expected)".count)
    return self(.foundExpected, message(String(place)), message(problem.found), message(problem.expected))
  }

  /// The refusal of an input, a line for each problem.
  public func text(of error: InputError) -> String {
    ([self(.inputRefused, error.problems.count)] + error.problems.map { text(of: $0) }).joined(separator: "\n")
  }

  /// What is told of a log's files, in this language.
  public func note(_ note: String) -> String { message(note) }

  private static let messages = Messages.rows.map { row in row.split(separator: " | ").map { Piece.all(of: String($0)) }
  }
}

extension Piece {
  /// The values with which the pieces of a message make a text; `nil` where they make none.
  static func values(of text: String, in pieces: [Piece]) -> [String]? {
    var (rest, values): (Substring, [String]) = (text[...], [])
    var isOpen = false
    for piece in pieces {
      guard case .words(let words) = piece else {
        isOpen = true
        continue
      }
      guard let found = rest.firstRange(of: words),
        isOpen ? found.lowerBound > rest.startIndex : found.lowerBound == rest.startIndex
      else { return nil }
      if isOpen { values.append(String(rest[..<found.lowerBound])) }
      (rest, isOpen) = (rest[found.upperBound...], false)
    }
    if isOpen, !rest.isEmpty { values.append(String(rest)) } else if isOpen || !rest.isEmpty { return nil }
    return values
  }
}

/// Why a model could not be taken to the solver, or the solver broke.
public enum IntegerProgramError: Error, Equatable, Sendable {
  /// The model is unsound; every problem is listed.
  case unsoundModel([ModelProblem])
  /// A list that holds one value for each variable or row has the wrong length.
  case wrongCount(of: String, found: Int, expected: Int)
  /// The solution to start from breaks a row, a bound or integrality, or a lazy row.
  case infeasibleStart
  /// A number given with a change to a running session is unsound.
  case unsoundChange(String)
  /// GLPK gave up inside; the session, if any, is over.
  case solverFailed(String)
  /// The session was broken off by an earlier failure.
  case sessionOver
  /// The system would not start another thread.
  case noThread(code: Int32)
}

extension IntegerProgramError: CustomStringConvertible {
  /// What happened, in words.
  public var description: String {
    switch self {
    case .unsoundModel(let problems):
      "unsound model: " + problems.prefix(5).map(\.description).joined(separator: "; ")
        + (problems.count > 5 ? "; and \(problems.count - 5) more" : "")
    case .wrongCount(let name, let found, let expected):
      "\(name): found \(found) values, expected \(expected)"
    case .infeasibleStart: "the solution to start from breaks a row, a bound or integrality"
    case .unsoundChange(let text): "unsound change: \(text)"
    case .solverFailed(let text): "GLPK gave up: \(text.isEmpty ? "no reason given" : text)"
    case .sessionOver: "the session was broken off by an earlier failure"
    case .noThread(let code): "the system would not start another thread (error \(code))"
    }
  }
}

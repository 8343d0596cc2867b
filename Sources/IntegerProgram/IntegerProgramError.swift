/// Why a model could not be taken to the solver, or the solver broke.
public enum IntegerProgramError: Error, Equatable, Sendable {
  /// The model is unsound; every problem is listed.
  case unsoundModel([ModelProblem])
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
    case .unsoundChange(let text): "unsound change: \(text)"
    case .solverFailed(let text): "GLPK gave up: \(text.isEmpty ? "no reason given" : text)"
    case .sessionOver: "the session was broken off by an earlier failure"
    case .noThread(let code): "the system would not start another thread (error \(code))"
    }
  }
}

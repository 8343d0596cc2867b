/// The solvers that can be named.
public struct SolverRegistry: Sendable {
  /// Why a solver cannot be registered.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another solver has the name.
    case taken(String)
    /// The name has other characters than lower-case letters, digits and hyphens, or none.
    case malformed(String)

    /// What was found and what was expected.
    public var description: String {
      switch self {
      case .taken(let name): "another solver is called \(name); give this one a name of its own"
      case .malformed(let name):
        "found the name \"\(name)\"; expected lower-case letters, digits and hyphens, such as large-neighbourhood"
      }
    }
  }

  /// The solvers, in the order in which they were registered.
  public private(set) var solvers: [any RosterSolver]

  /// A registry without solvers.
  public init() { solvers = [] }

  /// Samma's own solvers.
  public static let standard = SolverRegistry(own: SammaSolver.all)

  private init(own solvers: [any RosterSolver]) { self.solvers = solvers }

  /// Adds a solver.
  ///
  /// - Throws: `Problem` where its name is taken or malformed.
  public mutating func register(_ solver: any RosterSolver) throws(Problem) {
    let name = solver.name
    let isWellFormed =
      !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isWellFormed else { throw .malformed(name) }
    guard self[name] == nil else { throw .taken(name) }
    solvers.append(solver)
  }

  /// The solver of a name.
  public subscript(name: String) -> (any RosterSolver)? { solvers.first { $0.name == name } }

  /// Every name, in the order in which the solvers were registered.
  public var names: [String] { solvers.map(\.name) }
}

import ArgumentParser
import Rostering

/// A registered solver, by its name.
struct SolverArgument: ExpressibleByArgument, Equatable {
  /// The solver of a run for which none is named.
  static let usual = Self(SolverRegistry.standard.solvers[0])

  let solver: any RosterSolver

  private init(_ solver: any RosterSolver) { self.solver = solver }

  init?(argument: String) {
    guard let solver = SolverRegistry.standard[argument] else { return nil }
    self.init(solver)
  }

  var defaultValueDescription: String { solver.name }

  static var allValueStrings: [String] { SolverRegistry.standard.names }

  static func == (left: Self, right: Self) -> Bool { left.solver.name == right.solver.name }
}

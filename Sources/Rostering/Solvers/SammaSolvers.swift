/// The solvers that Samma brings with it.
enum SammaSolvers {
  /// All of them, the usual one first.
  static let all: [any RosterSolver] = [
    auto, exact, heuristic, construct, localSearch, largeNeighbourhood,
  ]

  static let auto = PlannerSolver(
    name: "auto", summary: "proves what can be proven and searches otherwise, with lower bounds by GLPK",
    recipe: RunRecipe(.auto))

  static let exact = PlannerSolver(
    name: "exact", summary: "branch and price: routes priced by dynamic programming, linear programs by GLPK",
    recipe: RunRecipe(.exact))

  static let heuristic = PlannerSolver(
    name: "heuristic", summary: "the large neighbourhood search, with lower bounds by GLPK in a part of the time",
    recipe: RunRecipe(.heuristic))

  static let construct = PlannerSolver(
    name: "construct", summary: "the first roster alone: each visit into its cheapest place, none moved again",
    recipe: RunRecipe(proof: .never, searches: false, bounds: false),
    isOwn: { $0.hasPrefix("guide") && $0 != "guideHold" })

  static let localSearch = PlannerSolver(
    name: "local-search", summary: "annealing by relocations and exchanges of single visits; no GLPK",
    recipe: RunRecipe(proof: .never, searches: true, bounds: false),
    fixed: ["ruinPair": 0, "ruinNeighbours": 0, "ruinShifts": 0, "restart": 0, "makeRoom": 0, "slide": 0])

  static let largeNeighbourhood = PlannerSolver(
    name: "large-neighbourhood", summary: "annealing that also ruins and recreates parts of the roster; no GLPK",
    recipe: RunRecipe(proof: .never, searches: true, bounds: false))
}

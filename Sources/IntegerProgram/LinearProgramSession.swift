import CGLPK

/// A linear program that is solved, changed and solved again, each time from where the last run left off.
///
/// For column generation, cutting planes and bounds. Integrality is ignored, but integer variables' bounds are drawn in
/// to whole numbers. A session lives inside the closure given to `run` and cannot leave it, since GLPK ties it to one
/// thread. Variables and rows are numbered as in a `Model`; new ones follow the last.
public struct LinearProgramSession: ~Copyable {
  let problem: GLPKProblem
  private var isBroken = false
  var prefersDual = false
  private var wasPrepared = false

  private init(_ model: Model) throws {
    do {
      problem = try GLPKProblem(model)
    } catch {
      throw Self.publicError(error)
    }
  }

  /// Opens a session on a model's relaxation, runs the closure with it on a thread of its own, and waits.
  ///
  /// - Throws: what the closure throws; `IntegerProgramError` for an unsound model, one whose bounds exclude each
  ///   other, or when no thread can be had.
  public static func run<Value>(
    _ model: Model, _ body: (inout LinearProgramSession) throws -> Value
  ) throws -> Value {
    try model.requireSound()
    if model.hasCrossedBounds { throw IntegerProgramError.unsoundChange("a lower bound is above its upper bound") }
    return try SolverThread.run {
      let watch = StopWatch(seconds: nil, isCancelled: nil)
      do throws(Interruption) {
        try GLPKEnvironment.open(watch)
      } catch {
        throw publicError(error)
      }
      defer { withExtendedLifetime(watch) { GLPKEnvironment.close() } }
      var session = try LinearProgramSession(model)
      return try body(&session)
    }
  }

  /// How many variables there are now.
  public var variableCount: Int { problem.variableCount }

  /// How many rows there are now.
  public var rowCount: Int { problem.rowCount }

  // MARK: Solving

  /// Runs the simplex method from the present basis: the primal one at first and after new variables or objectives,
  /// which keep the point feasible; the dual one after new rows or bounds, which keep the bound valid.
  ///
  /// Once cancelled, calling again goes on from there. With `isCancelled` the run is cut into slices of some hundred
  /// iterations, which makes it about a fifth slower.
  ///
  /// - Throws: `IntegerProgramError.solverFailed` if GLPK gave up, which ends the session.
  @discardableResult
  public mutating func solve(isCancelled: (() -> Bool)? = nil) throws -> LinearStatus {
    if !wasPrepared {
      try guarded { problem throws(Interruption) in try GLPKEnvironment.check(cglpk_prepare(problem.handle)) }
      wasPrepared = true
    }
    let primal = !prefersDual
    var ending: LinearStatus?
    while ending == nil {
      if let isCancelled, isCancelled() { return .cancelled }
      try guarded { problem throws(Interruption) in
        ending = try problem.simplex(primal: primal, iterations: isCancelled == nil ? .max : 500)
      }
    }
    // From an optimal basis, new bounds and rows want the dual method; it is set by what is changed next.
    if ending == .optimal { prefersDual = true }
    return ending ?? .cancelled
  }

  // MARK: Results

  /// The objective at the latest point.
  public var objective: Double { glp_get_obj_val(problem.handle) }

  /// The latest value of each variable.
  public func values() -> [Double] { problem.relaxedValues() }

  /// The objective's gain for a unit of each row's bound; a new column c, a has the reduced cost c − Σ a·dual.
  public func rowDuals() -> [Double] { problem.rowDuals() }

  // MARK: Guarding

  /// Runs guarded calls; the first to fail ends the session.
  mutating func guarded(_ body: (GLPKProblem) throws(Interruption) -> Void) throws {
    try requireWhole()
    do {
      try body(problem)
    } catch {
      isBroken = true
      throw Self.publicError(error)
    }
  }

  private static func publicError(_ interruption: Interruption) -> IntegerProgramError {
    switch interruption {
    case .failed(let text): .solverFailed(text)
    case .stopped: .solverFailed("stopped")
    }
  }

  private func requireWhole() throws {
    if isBroken { throw IntegerProgramError.sessionOver }
  }
}

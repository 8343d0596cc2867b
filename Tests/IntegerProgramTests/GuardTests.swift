import CGLPK
import Testing

@testable import IntegerProgram

/// GLPK ends the process when a call goes wrong; these tests would not survive it.
@Suite struct GuardTests {
  private func onGLPK<Value>(_ body: () throws -> Value) throws -> Value {
    try SolverThread.run {
      let watch = StopWatch(seconds: nil, isCancelled: nil)
      try GLPKEnvironment.open(watch)
      defer { withExtendedLifetime(watch) { GLPKEnvironment.close() } }
      return try body()
    }
  }

  @Test func aFailedAssertionBecomesAnError() throws {
    try onGLPK {
      #expect(throws: Interruption.self) { try GLPKEnvironment.check(cglpk_provoke_failure()) }
      let message = String(cString: cglpk_message())
      #expect(message.contains("cglpk.c"))
    }
  }

  @Test func aRefusedArgumentBecomesAnError() throws {
    for duplicate in [false, true] {
      try onGLPK {
        let problem = try GLPKProblem(SolveTests.knapsack(capacity: 8))
        let ending =
          duplicate
          ? cglpk_load_matrix(problem.handle, 2, [0, 1, 1], [0, 1, 1], [0, 1, 1])
          : cglpk_set_row(problem.handle, 1, 1, [0, 99], [0, 1])
        #expect(Int(ending) == CGLPK_FAILED)
      }
    }
  }

  @Test func theThreadCanUseGLPKAgainAfterAFailure() throws {
    try SolverThread.run {
      let watch = StopWatch(seconds: nil, isCancelled: nil)
      for _ in 0..<100 {
        try GLPKEnvironment.open(watch)
        _ = try GLPKProblem(SolveTests.knapsack(capacity: 8))
        #expect(Int(cglpk_provoke_failure()) == CGLPK_FAILED)
        GLPKEnvironment.close()
      }
      try GLPKEnvironment.open(watch)
      let problem = try GLPKProblem(SolveTests.knapsack(capacity: 8))
      #expect(try problem.simplex(primal: true, within: watch) == .optimal)
      GLPKEnvironment.close()
    }
  }

  @Test func aFailureWithinACallbackEndsTheRunWithWhatWasFound() throws {
    for presolves in [true, false] {
      let model = Model.facilities(12, clients: 16, seed: 3)
      var calls = 0
      let outcome = try model.solve(
        settings: SearchSettings(presolves: presolves),
        callbacks: SolveCallbacks(isCancelled: {
          calls += 1
          if calls == 2 { _ = cglpk_provoke_failure() }
          return false
        }))
      guard case .solverFailed(let text) = outcome.termination else {
        Issue.record("ended with \(outcome.termination)")
        continue
      }
      #expect(text.contains("cglpk.c"))
    }
  }

  @Test func aSessionIsOverAfterAFailure() throws {
    try LinearProgramSession.run(LinearProgramSessionTests.diet) { session in
      try session.solve()
      var errors: [IntegerProgramError] = []
      do {
        try session.guarded { _ throws(Interruption) in try GLPKEnvironment.check(cglpk_provoke_failure()) }
      } catch let error as IntegerProgramError { errors.append(error) }
      do { try session.solve() } catch let error as IntegerProgramError { errors.append(error) }
      do { try session.addRow([]) } catch let error as IntegerProgramError { errors.append(error) }
      #expect(errors.count == 3)
      #expect(Array(errors.dropFirst()) == [.sessionOver, .sessionOver])
    }
  }

  /// GLPK keeps the coefficients scaled; a proven bound relies on getting them back as they were.
  @Test func coefficientsComeBackToTheLastBitAfterScaling() throws {
    for seed in 0..<100 {
      var dice = Dice(seed)
      var model = Model()
      for _ in 0..<8 {
        model.addVariable(upper: Double.random(in: 0...1000, using: &dice), objective: Double(dice.roll(1...99)) / 7)
      }
      for _ in 0..<5 {
        let terms = (0..<8).map { Model.Term($0, Double.random(in: 0.001...1000, using: &dice)) }
        model.addRow(lower: Double.random(in: 1...500, using: &dice), terms)
      }
      try onGLPK {
        let problem = try GLPKProblem(model)
        try GLPKEnvironment.check(cglpk_prepare(problem.handle))
        for row in 0..<5 {
          var columns = [Int32](repeating: 0, count: 9)
          var values = [Double](repeating: 0, count: 9)
          #expect(glp_get_mat_row(problem.handle, Int32(row + 1), &columns, &values) == 8)
          var terms: [Model.Term] = []
          for index in 1...8 { terms.append(Model.Term(Int(columns[index]) - 1, values[index])) }
          #expect(terms.sorted { $0.variable < $1.variable } == model.terms(ofRow: row), "seed \(seed)")
          #expect(problem.bounds(ofRow: row) == model.bounds(ofRow: row))
        }
        let status = try problem.simplex(primal: true, within: StopWatch(seconds: nil, isCancelled: nil))
        guard status == .optimal else { return }
        let bound = try #require(problem.provenBound())
        let same = try #require(try model.provenBound(duals: problem.rowDuals()))
        #expect(abs(bound - same) <= 1e-12 * max(1, abs(same)))
      }
    }
  }

  @Test func eachReturnCodeIsTheHeadersOwn() {
    let header: [ReturnCode: Int32] = [
      .success: 0, .invalidBasis: GLP_EBADB, .singularBasis: GLP_ESING, .illConditionedBasis: GLP_ECOND,
      .invalidBounds: GLP_EBOUND, .failure: GLP_EFAIL, .lowerObjectiveLimit: GLP_EOBJLL,
      .upperObjectiveLimit: GLP_EOBJUL, .iterationLimit: GLP_EITLIM, .timeLimit: GLP_ETMLIM,
      .noPrimalFeasible: GLP_ENOPFS, .noDualFeasible: GLP_ENODFS, .noRootOptimum: GLP_EROOT,
      .stoppedByCallback: GLP_ESTOP, .gapReached: GLP_EMIPGAP, .noFeasible: GLP_ENOFEAS,
      .noConvergence: GLP_ENOCVG, .unstable: GLP_EINSTAB, .invalidData: GLP_EDATA, .outOfRange: GLP_ERANGE,
    ]
    #expect(header.count == ReturnCode.allCases.count)
    for (code, value) in header { #expect(code.rawValue == value) }
    #expect(ReturnCode.meaning(of: 77) == .failed("GLPK returned the unknown code 77"))
  }
}
